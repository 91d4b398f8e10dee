#pragma once
// One answer, to be written by the server: status, headers, and a body that is whole or comes in pieces.
#include "platform/html/html.hpp"
#include "platform/http/request.hpp"

#include <functional>
#include <memory>

namespace http {

class Subscription;

struct Response {
    int status = 200;
    std::string content_type{};
    std::string body{};
    std::vector<std::pair<std::string, std::string>> headers{}; ///< Names in lower case.
    /// Where a change happened: the resource's version, leading part of the ETag. 0 when it has none.
    std::int64_t version = 0;
    /// Pieces instead of body: called until it gives an empty string. Sent chunked, or with length when it is known.
    std::function<Result<std::string>()> pieces{};
    std::optional<std::uint64_t> length{};
    /// Parts instead of body: the bytes from an offset, at most so many. With length; ranges are then possible.
    std::function<Result<std::string>(std::uint64_t offset, std::size_t bytes_max)> part{};
    /// The line stays open when the body is sent, and what comes here is sent after it (event_stream.hpp).
    std::shared_ptr<Subscription> events{};
    std::vector<std::string> cookies{}; ///< Whole Set-Cookie values.

    Response& with(std::string name, std::string value) {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
    [[nodiscard]] std::optional<std::string_view> header(std::string_view lower_case_name) const;
};

Response html_document(Html document, int status = 200);
Response json_text(std::string json, int status = 200);
Response plain(std::string text, std::string content_type, int status = 200);
/// 303: after a change made by a form.
Response see_other(std::string path);
Response no_content();

/// Bytes of the blob store under their name, in parts as the client takes them. The tag is the digest, so what was
/// fetched once is never fetched again. Fails with platform.blob_missing.
struct Download {
    blobs::Digest digest;
    std::string content_type; ///< As found by content, never as declared.
    std::string name;
    bool opens_in_browser = false; ///< Else it is saved.
};
Result<Response> download(blobs::Store&, const Download&);

} // namespace http
