#include "governance/actions/case_change.hpp"
#include "governance/actions/documents.hpp"
#include "governance/domain/errors.hpp"
#include "governance/store/document_store.hpp"
#include "platform/json/described_members.hpp"

namespace governance {

Result<void> remove_document(db::Transaction& transaction, const Services& services, const Principal& principal,
                             CaseId id, DocumentId document_id, const Removal& sent, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::prepare_case));
    auto document = TRY(find_document(transaction, document_id));
    if (!document || document->case_id != id) return document_not_found.error({{"document", document_id.to_string()}});
    if (document->state == DocumentState::removed) return document_gone.error();
    document->state = DocumentState::removed;
    document->state_reason = sent.reason;
    document->removed_at = now;
    TRY(save_document_state(transaction, *document));
    auto facts = facts_of(matter);
    facts.text("document", document_id.to_string());
    facts.text("kind", json::name_of(document->kind));
    return change.close(matter, "governance.document_removed", std::move(facts));
}

} // namespace governance
