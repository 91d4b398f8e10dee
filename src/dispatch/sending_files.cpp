#include "dispatch/sending_files.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/crypto/encoding.hpp"

#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace dispatch {

static constexpr std::size_t piece_bytes = 8 << 20;
/// Of one piece: 27 kB a second are enough.
static constexpr auto piece_time_max = std::chrono::minutes{5};
static constexpr int piece_attempts_max = 6;
static constexpr auto piece_pause = std::chrono::seconds{1};

Result<std::string> content_of_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return file_unreadable.error({{"name", path}});
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

Result<std::uintmax_t> size_of_file(const std::string& path) {
    std::error_code failure;
    const auto size = std::filesystem::file_size(path, failure);
    if (failure) return file_unreadable.error({{"name", path}});
    return size;
}

Result<void> add_content(crypto::Sha256& sum, const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return file_unreadable.error({{"name", path}});
    std::string piece(std::size_t{1} << 20, '\0');
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
        sum.update(std::string_view{piece}.substr(0, static_cast<std::size_t>(file.gcount())));
    if (file.bad()) return file_unreadable.error({{"name", path}});
    return {};
}

namespace {

/// One file on its way.
class Sender {
public:
    Sender(const Post& post, const std::string& path, std::uintmax_t size) : post_{post}, path_{path}, size_{size} {}

    Result<std::string> send() {
        TRY(begin());
        while (offset_ < size_)
            TRY(send_piece());
        return url_.substr(url_.rfind('/') + 1);
    }

private:
    net::Request request(std::string method, const std::string& url) const {
        net::Request made;
        made.method = std::move(method);
        made.url = url;
        made.headers = {{"authorization", authorization_of(post_)}, {"tus-resumable", "1.0.0"}};
        made.timeout = piece_time_max;
        return made;
    }

    /// Asks until there is an answer that no patience changes.
    template <class Ask>
    Result<net::Answer> persistently(const Ask& ask) {
        auto failure = sending_refused.error({{"status", std::int64_t{0}}, {"detail", ""}});
        for (int attempt = 0; attempt < piece_attempts_max; ++attempt) {
            if (attempt > 0) post_.pause(piece_pause * (1 << attempt));
            const Result<net::Answer> answer = ask(attempt);
            if (answer && !may_go_better(answer->status)) return answer;
            failure = answer ? refused(*answer) : answer.error();
        }
        return failure;
    }

    Result<void> begin() {
        const auto answer = TRY(persistently([this](int) {
            auto asked = request("POST", post_.server + "/dispatches/uploads");
            asked.headers.emplace_back("upload-length", std::to_string(size_));
            return post_.fetch(asked);
        }));
        const auto location = answer.headers.find("location");
        if (answer.status != 201 || location == answer.headers.end()) return refused(answer);
        const auto path = location->second.find("/dispatches/");
        if (path == std::string::npos) return refused(answer);
        url_ = post_.server + location->second.substr(path);
        return {};
    }

    /// How much is safe, as an answer says.
    Result<void> take_offset(const net::Answer& answer) {
        const auto told = answer.headers.find("upload-offset");
        if (told == answer.headers.end()) return refused(answer);
        const auto& text = told->second;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), offset_);
        if (read.ec != std::errc{} || offset_ > size_) return refused(answer);
        return {};
    }

    Result<void> send_piece() {
        const auto answer = TRY(persistently([this](int attempt) -> Result<net::Answer> {
            if (attempt > 0) {
                // A piece that was on its way when the line broke may have arrived.
                auto state = TRY(post_.fetch(request("HEAD", url_)));
                if (state.status != 200) return state;
                TRY(take_offset(state));
                if (offset_ == size_) return state;
            }
            auto asked = request("PATCH", url_);
            asked.body = TRY(piece());
            asked.headers.emplace_back("content-type", "application/offset+octet-stream");
            asked.headers.emplace_back("upload-offset", std::to_string(offset_));
            return post_.fetch(asked);
        }));
        if (answer.status != 204 && answer.status != 200) return refused(answer);
        return take_offset(answer);
    }

    Result<std::string> piece() const {
        std::ifstream file{path_, std::ios::binary};
        std::string bytes(static_cast<std::size_t>(std::min<std::uintmax_t>(piece_bytes, size_ - offset_)), '\0');
        file.seekg(static_cast<std::streamoff>(offset_));
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!file) return file_unreadable.error({{"name", path_}});
        return bytes;
    }

    const Post& post_;
    const std::string& path_;
    const std::uintmax_t size_;
    std::uintmax_t offset_ = 0;
    std::string url_;
};

} // namespace

Result<std::string> upload_file(const Post& post, const std::string& path) {
    return Sender{post, path, TRY(size_of_file(path))}.send();
}

void forget_upload(const Post& post, const std::string& id) {
    net::Request request;
    request.method = "DELETE";
    request.url = post.server + "/dispatches/uploads/" + id;
    request.headers = {{"authorization", authorization_of(post)}, {"tus-resumable", "1.0.0"}};
    (void)post.fetch(request); // It is forgotten a day later anyway.
}

} // namespace dispatch
