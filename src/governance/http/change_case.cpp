#include "governance/http/change_case.hpp"
#include "governance/domain/errors.hpp"
#include "platform/http/problem.hpp"
#include "platform/json/writing.hpp"

namespace governance {

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
