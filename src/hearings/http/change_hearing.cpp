// Changing a hearing that is not over: a later closing day, more documents, calling it off.
#include "hearings/actions/change_hearing.hpp"

#include "governance/case_standing.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/http/reading.hpp"
#include "hearings/views/pages.hpp"
#include "platform/ui/form_again.hpp"

#include <algorithm>

namespace hearings {

/// The hearing in the address, for somebody who may hold hearings on its case.
static Result<Hearing> hearing_to_change(const http::Query& query) {
    auto hearing = TRY(hearing_in_path(query.reader, query.request));
    const auto standing = TRY(governance::case_standing(query.reader, hearing.case_id, query.today()));
    if (!standing.allows(query.principal, right::hold)) TRY(query.principal.require(right::hold));
    return hearing;
}

static Result<Html> extension_form(const http::Query& query, const ui::FormState& state) {
    const auto hearing = TRY(hearing_to_change(query));
    return extension_page(query, state, TRY(row_of(query, hearing)));
}

static Result<Html> withdrawal_form(const http::Query& query, const ui::FormState& state) {
    const auto hearing = TRY(hearing_to_change(query));
    return hearing_withdrawal_page(query, state, TRY(row_of(query, hearing)));
}

static Result<Html> documents_form(const http::Query& query, const ui::FormState& state) {
    const auto hearing = TRY(hearing_to_change(query));
    const auto standing = TRY(governance::case_standing(query.reader, hearing.case_id, query.today()));
    std::vector<ui::Choice> choices;
    for (const auto& document : standing.documents) {
        if (std::ranges::find(hearing.documents, document.id) != hearing.documents.end()) continue;
        choices.push_back({.value = document.id.to_string(), .label = document.title, .hint = {}});
    }
    return more_documents_page(query, state, TRY(row_of(query, hearing)), choices);
}

/// Reads what was sent, does it to the hearing in the address, and leads back to its page.
template <class Sent, class Change>
static Result<http::Response> change_hearing_with(const http::Command& command, const ui::FormPage& form,
                                                  Change&& change) {
    const auto sent = command.request.read<Sent>();
    if (!sent) return ui::answer_failure(command, sent.error(), form);
    std::string path;
    const auto changed = command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto hearing = TRY(hearing_in_path(transaction, command.request));
        path = hearing.path();
        return change(Acting{transaction, command.services, command.principal, command.now}, hearing, *sent);
    });
    if (!changed) return ui::answer_failure(command, changed.error(), form);
    return ui::answer_changed(command, path);
}

Result<http::Response> show_extension_form(const http::Query& query) {
    return http::html_document(TRY(extension_form(query, {})));
}

Result<http::Response> extend_hearing_sent(const http::Command& command) {
    return change_hearing_with<NewExtension>(command, extension_form, extend_hearing);
}

Result<http::Response> show_withdrawal_form(const http::Query& query) {
    return http::html_document(TRY(withdrawal_form(query, {})));
}

Result<http::Response> withdraw_hearing_sent(const http::Command& command) {
    return change_hearing_with<NewWithdrawal>(command, withdrawal_form, withdraw_hearing);
}

Result<http::Response> show_documents_form(const http::Query& query) {
    return http::html_document(TRY(documents_form(query, {})));
}

Result<http::Response> add_documents_sent(const http::Command& command) {
    return change_hearing_with<MoreDocuments>(command, documents_form, add_documents);
}

} // namespace hearings
