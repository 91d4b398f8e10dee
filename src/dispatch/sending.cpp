#include "dispatch/sending.hpp"

#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/new_dispatch.hpp"
#include "dispatch/sending_files.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace dispatch {

/// A letter may take as long as the server gives it, and a minute more.
static constexpr auto sending_time_max = std::chrono::minutes{16};
static constexpr int sending_attempts_max = 4;
static constexpr auto sending_pause = std::chrono::seconds{2};

static std::string file_name_of(const std::string& path) {
    return std::filesystem::path{path}.filename().string();
}

std::string authorization_of(const Post& post) {
    return "Basic " + crypto::to_base64(post.account + ":" + post.secret);
}

/// Each text after its length, so that no two different letters can look the same.
static void add_counted(crypto::Sha256& sum, std::string_view text) {
    sum.update_number(text.size()).update(text);
}

Result<std::string> key_of_letter(const Post& post, const ListedLetter& letter) {
    crypto::Sha256 sum;
    for (const auto* text : {&post.account, &letter.to, &letter.name, &letter.line1, &letter.postal_code, &letter.town,
                             &letter.title, &letter.reference}) {
        add_counted(sum, *text);
    }
    sum.update_number(letter.is_digital_only ? 1 : 0);
    // Only where they are said: letters that were sent before there were such columns keep their keys.
    if (!letter.department.empty() || !letter.dispatch_type.empty()) {
        add_counted(sum, letter.department);
        add_counted(sum, letter.dispatch_type);
    }
    for (const auto& path : letter.files) {
        add_counted(sum, file_name_of(path));
        sum.update_number(TRY(size_of_file(path)));
        TRY(add_content(sum, path));
    }
    const auto digest = sum.finish();
    return crypto::to_base64url(crypto::view(digest));
}

/// A file that goes with its letter, or has gone ahead.
struct SentFile {
    std::string content;
    std::string sha256;                ///< Hexadecimal.
    std::optional<std::string> upload; ///< Then there is no content here.
};

static void forget_uploads(const Post& post, const std::vector<SentFile>& files) {
    for (const auto& file : files)
        if (file.upload) forget_upload(post, *file.upload);
}

static Result<SentFile> sent_file(const Post& post, const std::string& path) {
    SentFile file;
    crypto::Sha256 sum;
    TRY(add_content(sum, path));
    const auto digest = sum.finish();
    file.sha256 = crypto::to_hex(crypto::view(digest));
    if (TRY(size_of_file(path)) > sent_whole_max)
        file.upload = TRY(upload_file(post, path));
    else
        file.content = TRY(content_of_file(path));
    return file;
}

static Result<std::vector<SentFile>> files_of(const Post& post, const ListedLetter& letter) {
    std::vector<SentFile> files;
    for (const auto& path : letter.files) {
        auto file = sent_file(post, path);
        if (!file) {
            forget_uploads(post, files);
            return file.error();
        }
        files.push_back(*std::move(file));
    }
    return files;
}

static NewDispatch metadata_of(const ListedLetter& letter, const std::vector<SentFile>& files) {
    NewDispatch dispatch;
    dispatch.title = letter.title;
    NewParty recipient;
    NewAddress address;
    address.name = letter.name;
    const auto given = [](const std::string& text) {
        return text.empty() ? std::optional<std::string>{} : std::optional{text};
    };
    address.line1 = given(letter.line1);
    address.postal_code = given(letter.postal_code);
    address.town = given(letter.town);
    recipient.address = std::move(address);
    (letter.to.size() == 9 ? recipient.organisation_number : recipient.identity_number) = given(letter.to);
    dispatch.recipient = std::move(recipient);
    dispatch.external_reference = given(letter.reference);
    dispatch.department = given(letter.department);
    dispatch.dispatch_type = given(letter.dispatch_type);
    dispatch.is_digital_only = letter.is_digital_only;
    for (std::size_t i = 0; i < letter.files.size(); ++i) {
        NewDocument document;
        document.name = file_name_of(letter.files[i]);
        document.sha256 = files[i].sha256;
        document.upload = files[i].upload;
        dispatch.documents.push_back(std::move(document));
    }
    return dispatch;
}

/// Quotes and line ends in a file name as browsers write them (HTML Standard, multipart/form-data).
static std::string quoted_name(const std::string& name) {
    std::string quoted;
    for (const auto letter : name) {
        if (letter == '"') {
            quoted += "%22";
        } else if (letter == '\r' || letter == '\n') {
            quoted += letter == '\r' ? "%0D" : "%0A";
        } else {
            quoted += letter;
        }
    }
    return quoted;
}

static net::Request request_for(const Post& post, const ListedLetter& letter, const std::vector<SentFile>& files,
                                const std::string& key) {
    // No content can hold the key of the letter it is part of.
    const auto boundary = "samband-" + key;
    net::Request request;
    request.body = fmt::format("--{}\r\ncontent-disposition: form-data; name=\"metadata\"\r\n\r\n{}\r\n", boundary,
                               json::write(metadata_of(letter, files)));
    for (std::size_t i = 0; i < letter.files.size(); ++i) {
        if (files[i].upload) continue;
        request.body += fmt::format("--{}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{}\"\r\n"
                                    "content-type: application/octet-stream\r\n\r\n",
                                    boundary, quoted_name(file_name_of(letter.files[i])));
        request.body.append(files[i].content).append("\r\n");
    }
    request.body += fmt::format("--{}--\r\n", boundary);
    request.url = post.server + "/dispatches";
    request.method = "POST";
    request.headers = {{"authorization", authorization_of(post)},
                       {"content-type", "multipart/form-data; boundary=" + boundary},
                       {"idempotency-key", key},
                       {"accept", "application/json"}};
    request.timeout = sending_time_max;
    return request;
}

/// The problem that the server told, with every fault, as an error of ours.
Error refused(const net::Answer& answer) {
    auto error = sending_refused.error({{"status", std::int64_t{answer.status}}, {"detail", ""}});
    const auto problem = json::parse(answer.body);
    if (!problem) return error;
    std::string detail{problem->text_of("detail")};
    if (const auto* faults = problem->find("errors"); faults != nullptr && faults->array() != nullptr) {
        for (const auto& fault : *faults->array()) {
            detail += fmt::format(" {}: {}", fault.text_of("pointer"), fault.text_of("detail"));
        }
    }
    return sending_refused.error({{"status", std::int64_t{answer.status}}, {"detail", std::move(detail)}});
}

static std::optional<SentLetter> sent_in(const net::Answer& answer, std::string_view member) {
    const auto value = json::parse(answer.body);
    if (!value) return std::nullopt;
    const auto* told = member.empty() ? &*value : value->find(member);
    if (told == nullptr || told->text_of("id").empty()) return std::nullopt;
    return SentLetter{std::string{told->text_of("id")}, std::string{told->text_of("receiptUrl")}};
}

/// After a silence: whether the letter came through all the same.
static std::optional<SentLetter> known_by_key(const Post& post, const std::string& key) {
    net::Request request;
    request.url = post.server + "/dispatches/keys/" + key;
    request.headers = {{"authorization", authorization_of(post)}, {"accept", "application/json"}};
    const auto answer = post.fetch(request);
    if (!answer || answer->status != 200) return std::nullopt;
    return sent_in(*answer, "dispatch");
}

bool may_go_better(int status) {
    return status == 408 || status == 429 || status >= 500;
}

Result<SentLetter> send_letter(const Post& post, const ListedLetter& letter, const std::string& key) {
    for (const auto& path : letter.files) {
        // What went ahead of a letter that arrived is taken, and would go in vain.
        if (TRY(size_of_file(path)) <= sent_whole_max) continue;
        if (const auto known = known_by_key(post, key)) return *known;
        break;
    }
    const auto files = TRY(files_of(post, letter));
    const auto request = request_for(post, letter, files, key);
    auto failure = sending_refused.error({{"status", std::int64_t{0}}, {"detail", ""}});
    for (int attempt = 0; attempt < sending_attempts_max; ++attempt) {
        if (attempt > 0) {
            post.pause(sending_pause * (1 << attempt));
            if (const auto known = known_by_key(post, key)) return *known;
        }
        const auto answer = post.fetch(request);
        if (!answer) {
            failure = answer.error();
            continue;
        }
        if (answer->status == 201) {
            if (const auto sent = sent_in(*answer, {})) return *sent;
        }
        failure = refused(*answer);
        if (may_go_better(answer->status)) continue;
        forget_uploads(post, files);
        return failure;
    }
    return failure;
}

} // namespace dispatch
