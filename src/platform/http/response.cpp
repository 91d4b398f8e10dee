#include "platform/http/response.hpp"
#include "platform/http/header_values.hpp"

#include <algorithm>

namespace http {

std::optional<std::string_view> Response::header(std::string_view lower_case_name) const {
    const auto found = std::ranges::find(headers, lower_case_name, &std::pair<std::string, std::string>::first);
    if (found == headers.end()) return std::nullopt;
    return found->second;
}

Response html_document(Html document, int status) {
    return {.status = status, .content_type = "text/html; charset=utf-8", .body = document.bytes()};
}

Response json_text(std::string json, int status) {
    return {.status = status, .content_type = "application/json", .body = std::move(json)};
}

Response plain(std::string text, std::string content_type, int status) {
    return {.status = status, .content_type = std::move(content_type), .body = std::move(text)};
}

Response see_other(std::string path) {
    Response response{.status = 303};
    return std::move(response.with("location", std::move(path)));
}

Response no_content() {
    return {.status = 204};
}

Result<Response> download(blobs::Store& store, const Download& wanted) {
    Response response{.content_type = wanted.content_type};
    response.length = TRY(store.size(wanted.digest));
    response.part = [&store, digest = wanted.digest](std::uint64_t offset, std::size_t bytes_max) {
        return store.read_part(digest, offset, bytes_max);
    };
    response.with("etag", '"' + wanted.digest.to_string() + '"');
    response.with("content-disposition",
                  content_disposition(wanted.opens_in_browser ? "inline" : "attachment", wanted.name));
    return response;
}

} // namespace http
