#include "governance/actions/case_change.hpp"
#include "governance/actions/case_steps.hpp"
#include "governance/store/body_store.hpp"

namespace governance {

Result<void> send_on(db::Transaction& transaction, const Services& services, const Principal& principal, CaseId id,
                     Version version, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::plan_case, version));
    matter.path = TRY(send_on(std::move(matter.path)));
    const auto next = TRY(load_body(transaction, matter.path.current()->body));
    auto facts = facts_of(matter);
    facts.text("body", next.name_nb);
    return change.close(matter, "governance.case_sent_on", std::move(facts));
}

} // namespace governance
