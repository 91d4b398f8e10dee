// The steps of a case, asked for by form or JSON.
#include "governance/actions/case_steps.hpp"
#include "governance/actions/case_change.hpp"
#include "governance/http/case_handlers.hpp"
#include "governance/http/change_case.hpp"

namespace governance {

using FormOfCase = Html (*)(const http::Call&, const ui::FormState&, const CaseView&);

static FormPage form_of(FormOfCase page) {
    return [page](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        return page(query, state, TRY(read_case_view(query)));
    };
}

/// The form, for those who may send it.
static Result<http::Response> show_form(const http::Query& query, Right right, FormOfCase page) {
    const auto file = TRY(visible_case_file(query.reader, query));
    TRY(require(query.principal, right, file.matter));
    return http::html_document(TRY(form_of(page)(query, {})));
}

Result<http::Response> show_notice_form(const http::Query& query) {
    return show_form(query, right::plan_case, notice_page);
}

Result<http::Response> give_notice_sent(const http::Command& command) {
    return change_case_with<Notice>(command, form_of(notice_page),
                                    [&](auto& transaction, CaseId id, const Notice& notice) {
                                        return give_notice(transaction, command.services, command.principal, id,
                                                           command.request.expected_version(), notice, command.now);
                                    });
}

Result<http::Response> begin_preparation_sent(const http::Command& command) {
    return change_case(command, {}, [&](auto& transaction, CaseId id) {
        return begin_preparation(transaction, command.services, command.principal, id,
                                 command.request.expected_version(), command.now);
    });
}

Result<http::Response> send_on_sent(const http::Command& command) {
    return change_case(command, {}, [&](auto& transaction, CaseId id) {
        return send_on(transaction, command.services, command.principal, id, command.request.expected_version(),
                       command.now);
    });
}

Result<http::Response> make_final_sent(const http::Command& command) {
    return change_case(command, {}, [&](auto& transaction, CaseId id) {
        return make_final(transaction, command.services, command.principal, id, command.request.expected_version(),
                          command.now);
    });
}

Result<http::Response> show_follow_up_form(const http::Query& query) {
    return show_form(query, right::plan_case, follow_up_page);
}

Result<http::Response> follow_up_sent(const http::Command& command) {
    return change_case_with<ClosingNote>(command, form_of(follow_up_page),
                                         [&](auto& transaction, CaseId id, const ClosingNote& note) {
                                             return follow_up(transaction, command.services, command.principal, id,
                                                              command.request.expected_version(), note, command.now);
                                         });
}

Result<http::Response> show_withdrawal_form(const http::Query& query) {
    return show_form(query, right::plan_case, withdrawal_page);
}

Result<http::Response> withdraw_sent(const http::Command& command) {
    return change_case_with<ClosingNote>(command, form_of(withdrawal_page),
                                         [&](auto& transaction, CaseId id, const ClosingNote& note) {
                                             return withdraw(transaction, command.services, command.principal, id,
                                                             command.request.expected_version(), note, command.now);
                                         });
}

} // namespace governance
