// Setting and lifting shields, by form or JSON.
#include "governance/actions/case_change.hpp"
#include "governance/actions/shields.hpp"
#include "governance/domain/errors.hpp"
#include "governance/http/case_handlers.hpp"
#include "governance/http/change_case.hpp"

namespace governance {

static Result<Html> shields_form(const http::Query& query, const ui::FormState& state) {
    return shields_page(query, state, TRY(read_case_view(query)));
}

Result<http::Response> show_shields_form(const http::Query& query) {
    const auto file = TRY(visible_case_file(query.reader, query));
    TRY(require(query.principal, right::shield, file.matter));
    return http::html_document(TRY(shields_form(query, {})));
}

Result<http::Response> set_shield_sent(const http::Command& command) {
    return change_case_with<NewShield>(
        command, shields_form, [&](auto& transaction, CaseId id, const NewShield& sent) -> Result<void> {
            TRY(set_shield(transaction, command.services, command.principal, id, sent, command.now));
            return {};
        });
}

Result<http::Response> lift_shield_sent(const http::Command& command) {
    const auto shield = ShieldId::parse(command.request.path_value("shield"));
    if (!shield) return shield_not_found.error();
    return change_case(command, {}, [&](auto& transaction, CaseId id) {
        return lift_shield(transaction, command.services, command.principal, id, *shield, command.now);
    });
}

} // namespace governance
