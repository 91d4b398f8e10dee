#include "governance/actions/case_change.hpp"
#include "governance/actions/documents.hpp"
#include "governance/store/document_store.hpp"
#include "platform/json/described_members.hpp"

namespace governance {

Result<void> judge_document(db::Transaction& transaction, const Services& services, const Principal& principal,
                            DocumentId id, const std::optional<Verdict>& verdict, Instant now) {
    auto document = TRY(find_document(transaction, id));
    const auto state = state_after(verdict);
    if (!document || !waits_for_scanner(document->state) || document->state == state) return {};
    document->state = state;
    if (verdict && !verdict->is_clean) document->state_reason = verdict->finding;
    TRY(save_document_state(transaction, *document));

    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.read(document->case_id));
    auto facts = facts_of(matter);
    facts.text("document", id.to_string());
    facts.text("state", json::name_of(state));
    return change.close(matter, "governance.document_scanned", std::move(facts));
}

} // namespace governance
