#include "governance/actions/case_change.hpp"
#include "governance/actions/shields.hpp"
#include "governance/domain/errors.hpp"
#include "governance/store/shield_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace governance {

Result<void> lift_shield(db::Transaction& transaction, const Services& services, const Principal& principal, CaseId id,
                         ShieldId shield, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::shield));
    const auto shields = TRY(shields_of(transaction, matter.id));
    const auto found = std::ranges::find(shields, shield, &Shield::id);
    if (found == shields.end() || !found->is_in_force(change.today())) return shield_not_found.error();

    TRY(lift(transaction, shield, now));
    auto facts = facts_of(matter);
    facts.text("field", json::name_of(found->field));
    if (found->document) facts.text("document", found->document->to_string());
    return change.close(matter, "governance.shield_lifted", std::move(facts));
}

} // namespace governance
