#include "governance/http/change_case.hpp"
#include "governance/domain/errors.hpp"
#include "platform/http/problem.hpp"
#include "platform/json/writing.hpp"

namespace governance {

Result<Html> draw(const http::Command& command, const FormPage& form, const ui::FormState& state) {
    const auto lease = TRY(command.services.database.reader());
    const http::Query query{static_cast<const http::Call&>(command), *lease, command.services.journal,
                            command.services.blobs};
    return form(query, state);
}

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
    const ui::FormState state{.values = &command.request.form, .error = &error};
    return http::html_document(TRY(draw(command, form, state)), http::status_of(error, command.request));
}

Result<http::Response> answer_changed(const http::Command& command, CaseNumber number, std::int64_t version) {
    if (command.wants_html()) return http::see_other(command.url("/cases/" + number.slug()));
    auto response = http::no_content();
    response.version = version;
    return response;
}

http::Response answer_created(const http::Command& command, const std::string& path, const std::string& page) {
    if (command.wants_html()) return http::see_other(command.url(page));
    auto response = http::json_text("{\"url\":" + json::quoted(path) + "}", 201);
    response.with("location", path);
    return response;
}

Result<CaseId> case_id_of(db::Reader& reader, CaseNumber number) {
    const auto found = TRY(find_case_id(reader, number));
    if (!found) return case_not_found.error({{"number", number.to_string()}});
    return *found;
}

} // namespace governance
