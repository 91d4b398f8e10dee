#pragma once
// One answer, to be written by the server: status, headers, and a body that is whole or comes in pieces.
#include "platform/html/html.hpp"
#include "platform/http/request.hpp"

#include <functional>
#include <memory>

namespace http {

struct Response {
    int status = 200;
    std::string content_type;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    /// Where a change happened: the resource's version, leading part of the ETag. 0 when it has none.
    std::int64_t version = 0;
    /// Pieces instead of body: called until it gives an empty string. Sent chunked, or with length when it is known.
    std::function<Result<std::string>()> pieces;
    std::optional<std::uint64_t> length;
    std::vector<std::string> cookies; ///< Whole Set-Cookie values.

    Response& with(std::string name, std::string value) {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

Response html_document(Html document, int status = 200);
Response json_text(std::string json, int status = 200);
Response plain(std::string text, std::string content_type, int status = 200);
/// 303: after a change made by a form.
Response see_other(std::string path);
Response no_content();

} // namespace http
