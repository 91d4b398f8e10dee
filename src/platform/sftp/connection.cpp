#include "platform/sftp/connection.hpp"

#include "platform/errors.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <curl/curl.h>
#include <fmt/format.h>

namespace sftp {

namespace {

using Commands = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// A whole transfer, however large: what is slower than this will not be done in time for anybody.
constexpr long transfer_time_max_s = 60 * 60;

struct Sending {
    const Source& source;
    std::uint64_t offset = 0;
    std::optional<Error> fault{};
};

std::size_t give_bytes(char* out, std::size_t size, std::size_t count, void* user) {
    auto& sending = *static_cast<Sending*>(user);
    const auto piece = sending.source(sending.offset, size * count);
    if (!piece) {
        sending.fault = piece.error();
        return CURL_READFUNC_ABORT;
    }
    std::memcpy(out, piece->data(), piece->size());
    sending.offset += piece->size();
    return piece->size();
}

struct Taking {
    std::string text;
    std::size_t bytes_max = 0;
    bool is_too_long = false;
};

std::size_t take_bytes(char* bytes, std::size_t size, std::size_t count, void* user) {
    auto& taking = *static_cast<Taking*>(user);
    taking.is_too_long = taking.text.size() + size * count > taking.bytes_max;
    if (taking.is_too_long) return 0;
    taking.text.append(bytes, size * count);
    return size * count;
}

/// In a command the name stands in quotes; parse_address has seen to it that it holds none.
std::string quoted(std::string_view path) {
    return fmt::format("\"{}\"", path);
}

Commands commands(const std::vector<std::string>& lines) {
    Commands list{nullptr, curl_slist_free_all};
    for (const auto& line : lines)
        list.reset(curl_slist_append(list.release(), line.c_str()));
    return list;
}

bool is_plain(std::string_view folder) {
    if (folder.find_first_of("\"\\?#%~") != std::string_view::npos) return false;
    if (std::ranges::any_of(folder, [](char letter) { return static_cast<unsigned char>(letter) < 0x20; }))
        return false;
    return folder.find("/..") == std::string_view::npos && folder.find("//") == std::string_view::npos;
}

} // namespace

std::optional<Target> parse_address(std::string_view text) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url{curl_url(), curl_url_cleanup};
    if (!url || curl_url_set(url.get(), CURLUPART_URL, std::string{text}.c_str(), CURLU_PATH_AS_IS) != CURLUE_OK)
        return {};
    const auto part = [&](CURLUPart which, unsigned flags = 0) {
        char* found = nullptr;
        if (curl_url_get(url.get(), which, &found, flags) != CURLUE_OK) return std::string{};
        std::string copy{found};
        curl_free(found);
        return copy;
    };
    const auto has_more =
        !part(CURLUPART_QUERY).empty() || !part(CURLUPART_FRAGMENT).empty() || !part(CURLUPART_PASSWORD).empty();
    Target target;
    target.host = part(CURLUPART_HOST);
    target.user = part(CURLUPART_USER);
    target.folder = part(CURLUPART_PATH);
    while (target.folder.ends_with('/'))
        target.folder.pop_back();
    target.port = 0;
    const auto port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT);
    std::from_chars(port.data(), port.data() + port.size(), target.port);
    const bool is_whole = part(CURLUPART_SCHEME) == "sftp" && !target.host.empty() && !target.user.empty() &&
                          target.port != 0 && !has_more && is_plain(target.folder);
    return is_whole ? std::optional{std::move(target)} : std::nullopt;
}

class Connection::Line {
public:
    explicit Line(Target target) : target_{std::move(target)}, handle_{curl_easy_init(), curl_easy_cleanup} {}

    [[nodiscard]] std::string path(std::string_view name) const {
        return name.empty() ? target_.folder + "/" : fmt::format("{}/{}", target_.folder, name);
    }

    /// Ready for one call; the line that is open stays so.
    CURL* begin(std::string_view name) {
        auto* handle = handle_.get();
        curl_easy_reset(handle);
        const auto url = url_of(path(name));
        words_.front() = '\0';
        curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "sftp");
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, words_.data());
        curl_easy_setopt(handle, CURLOPT_USERNAME, target_.user.c_str());
        curl_easy_setopt(handle, CURLOPT_SSH_KNOWNHOSTS, target_.known_hosts_file.c_str());
        if (target_.key_file.empty()) {
            curl_easy_setopt(handle, CURLOPT_SSH_AUTH_TYPES, static_cast<long>(CURLSSH_AUTH_PASSWORD));
            curl_easy_setopt(handle, CURLOPT_PASSWORD, target_.password.c_str());
        } else {
            curl_easy_setopt(handle, CURLOPT_SSH_AUTH_TYPES, static_cast<long>(CURLSSH_AUTH_PUBLICKEY));
            curl_easy_setopt(handle, CURLOPT_SSH_PRIVATE_KEYFILE, target_.key_file.c_str());
        }
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(target_.connect_time_max.count()));
        curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
        curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(target_.silence_max.count()));
        curl_easy_setopt(handle, CURLOPT_TIMEOUT, transfer_time_max_s);
        return handle;
    }

    Result<void> run() {
        if (const auto outcome = curl_easy_perform(handle_.get()); outcome != CURLE_OK) return error_of(outcome);
        return {};
    }
    [[nodiscard]] CURLcode run_plainly() { return curl_easy_perform(handle_.get()); }

    [[nodiscard]] Error error_of(CURLcode outcome) const {
        const ErrorValue host{"host", target_.host};
        const ErrorValue why{"why", std::string{words_.front() == '\0' ? curl_easy_strerror(outcome) : words_.data()}};
        switch (outcome) {
        case CURLE_PEER_FAILED_VERIFICATION:
            return platform::sftp_host_unknown.error({host});
        case CURLE_LOGIN_DENIED:
            return platform::sftp_login_refused.error({host, {"user", target_.user}});
        case CURLE_REMOTE_ACCESS_DENIED:
        case CURLE_REMOTE_DISK_FULL:
        case CURLE_REMOTE_FILE_NOT_FOUND:
        case CURLE_REMOTE_FILE_EXISTS:
        case CURLE_QUOTE_ERROR:
        case CURLE_UPLOAD_FAILED:
            return platform::sftp_refused.error({host, why});
        case CURLE_SSH: // For a broken line and for a full disk, which the protocol has no word for.
            return platform::sftp_broken_off.error({host});
        default:
            return platform::sftp_unreachable.error({host, why});
        }
    }
    [[nodiscard]] Error refused(std::string why) const {
        return platform::sftp_refused.error({{"host", target_.host}, {"why", std::move(why)}});
    }

private:
    [[nodiscard]] std::string url_of(std::string_view whole_path) const {
        std::string url = fmt::format("sftp://{}:{}", target_.host, target_.port);
        for (const auto letter : whole_path) {
            const auto byte = static_cast<unsigned char>(letter);
            const bool is_plain = byte > 0x20 && byte < 0x7F;
            url += is_plain ? std::string(1, letter) : fmt::format("%{:02X}", byte);
        }
        return url;
    }

    Target target_;
    std::array<char, CURL_ERROR_SIZE> words_{};
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
};

Connection::Connection(Target target) : line_{std::make_unique<Line>(std::move(target))} {}
Connection::~Connection() = default;

Result<void> Connection::make_folder(const std::string& name) {
    auto* handle = line_->begin("");
    // One that is there already is refused, so the refusal says nothing.
    const auto made = commands({"*mkdir " + quoted(line_->path(name))});
    if (!name.empty()) curl_easy_setopt(handle, CURLOPT_QUOTE, made.get());
    curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
    return line_->run();
}

Result<void> Connection::put(const std::string& name, std::uint64_t size, const Source& source) {
    const auto beside = name + ".part";
    auto* handle = line_->begin(beside);
    Sending sending{source};
    // The oldest and commonest form of the protocol renames onto nothing.
    const auto moved = commands({"*rm " + quoted(line_->path(name)),
                                 fmt::format("rename {} {}", quoted(line_->path(beside)), quoted(line_->path(name)))});
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(size));
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, give_bytes);
    curl_easy_setopt(handle, CURLOPT_READDATA, &sending);
    curl_easy_setopt(handle, CURLOPT_POSTQUOTE, moved.get());
    const auto put = line_->run();
    if (sending.fault) return *sending.fault;
    return put;
}

Result<std::optional<std::string>> Connection::get(const std::string& name, std::size_t bytes_max) {
    auto* handle = line_->begin(name);
    Taking taking{.text = {}, .bytes_max = bytes_max};
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_bytes);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &taking);
    const auto outcome = line_->run_plainly();
    if (taking.is_too_long || outcome == CURLE_REMOTE_FILE_NOT_FOUND) return std::optional<std::string>{};
    if (outcome != CURLE_OK) return line_->error_of(outcome);
    return std::optional{std::move(taking.text)};
}

Result<void> Connection::remove(const std::vector<std::string>& names) {
    std::vector<std::string> lines;
    for (const auto& name : names)
        lines.push_back("*rm " + quoted(line_->path(name)));
    const auto removed = commands(lines);
    auto* handle = line_->begin("");
    curl_easy_setopt(handle, CURLOPT_QUOTE, removed.get());
    curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
    TRY(line_->run());
    for (const auto& name : names) {
        handle = line_->begin(name);
        Taking taking{.text = {}, .bytes_max = 1};
        curl_easy_setopt(handle, CURLOPT_RANGE, "0-0");
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_bytes);
        curl_easy_setopt(handle, CURLOPT_WRITEDATA, &taking);
        const auto outcome = line_->run_plainly();
        if (outcome == CURLE_REMOTE_FILE_NOT_FOUND) continue;
        if (outcome != CURLE_OK && !taking.is_too_long) return line_->error_of(outcome);
        return line_->refused(name + " cannot be removed");
    }
    return {};
}

} // namespace sftp
