#include "governance/actions/case_change.hpp"
#include "governance/actions/documents.hpp"
#include "governance/store/document_store.hpp"
#include "platform/json/described_members.hpp"

namespace governance {

static DocumentState state_after(const std::optional<Verdict>& verdict) {
    if (!verdict) return DocumentState::held;
    return verdict->is_clean ? DocumentState::available : DocumentState::refused;
}

Result<void> judge_document(db::Transaction& transaction, const Services& services, const Principal& principal,
                            DocumentId id, const std::optional<Verdict>& verdict, Instant now) {
    auto document = TRY(find_document(transaction, id));
    const bool waits =
        document && (document->state == DocumentState::scanning || document->state == DocumentState::held);
    const auto state = state_after(verdict);
    if (!waits || document->state == state) return {};
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
