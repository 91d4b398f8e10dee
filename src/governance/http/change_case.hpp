#pragma once
// What all changes of a case by form or JSON have in common.
#include "governance/http/case_reading.hpp"
#include "governance/store/case_store.hpp"
#include "governance/views/case_forms.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/form_again.hpp"

namespace governance {

using ui::answer_failure;
using ui::FormPage;

/// The answer to a change that worked: the case for people (303), its new version for machines (204).
Result<http::Response> answer_changed(const http::Command&, CaseNumber, std::int64_t version);

/// The answer when something was made: where people look at it (303), where machines find it (201, Location).
http::Response answer_created(const http::Command&, const std::string& path, const std::string& page);

/// Fails with governance.case_not_found.
Result<CaseId> case_id_of(db::Reader&, CaseNumber);

/// Changes the case in the address: the change is given the transaction and the id, and everything happens in it.
template <class Change>
Result<http::Response> change_case(const http::Command& command, const FormPage& form, Change&& change) {
    const auto number = TRY(number_in_path(command.request));
    auto version = command.write([&](db::Transaction& transaction) -> Result<std::int64_t> {
        const auto id = TRY(case_id_of(transaction, number));
        TRY(change(transaction, id));
        return case_version(transaction, id);
    });
    if (!version) return answer_failure(command, std::move(version).error(), form);
    return answer_changed(command, number, *version);
}

/// The same with a typed request.
template <class Sent, class Change>
Result<http::Response> change_case_with(const http::Command& command, const FormPage& form, Change&& change) {
    const auto sent = command.request.read<Sent>();
    if (!sent) return answer_failure(command, sent.error(), form);
    return change_case(command, form,
                       [&](db::Transaction& transaction, CaseId id) { return change(transaction, id, *sent); });
}

} // namespace governance
