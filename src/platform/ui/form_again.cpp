#include "platform/ui/form_again.hpp"

#include "platform/http/problem.hpp"
#include "platform/json/writing.hpp"

namespace ui {

static bool can_be_mended(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::invalid_input:
    case ErrorKind::conflict:
    case ErrorKind::stale:
    case ErrorKind::too_large:
        return true;
    default:
        return false;
    }
}

Result<http::Response> answer_failure(const http::Command& command, Error error, const FormPage& form) {
    if (!command.wants_html() || !form || !can_be_mended(error.kind)) return error;
    const auto lease = TRY(command.services.database.reader());
    const http::Query query{static_cast<const http::Call&>(command), *lease, command.services.journal,
                            command.services.blobs};
    const FormState state{.values = &command.request.form, .error = &error, .path = command.request.path};
    // A form that lacks what it would be drawn for tells less than the faults do.
    const auto page = form(query, state);
    if (!page) return error;
    return http::html_document(*page, http::status_of(error, command.request));
}

http::Response answer_created(const http::Command& command, const std::string& path) {
    if (command.wants_html()) return http::see_other(command.url(path));
    auto response = http::json_text("{\"url\":" + json::quoted(path) + "}", 201);
    response.with("location", path);
    return response;
}

http::Response answer_changed(const http::Command& command, const std::string& path, std::int64_t version) {
    if (command.wants_html()) return http::see_other(command.url(path));
    auto response = http::no_content();
    response.version = version;
    return response;
}

} // namespace ui
