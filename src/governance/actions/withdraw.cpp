#include "governance/actions/case_change.hpp"
#include "governance/actions/case_steps.hpp"
#include "governance/store/case_store.hpp"

namespace governance {

Result<void> withdraw(db::Transaction& transaction, const Services& services, const Principal& principal, CaseId id,
                      Version version, const ClosingNote& closing, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::plan_case, version));
    matter.path = TRY(withdraw(std::move(matter.path)));
    matter.closing_note = closing.note;
    TRY(save_steps(transaction, matter));
    return change.close(matter, "governance.case_withdrawn");
}

} // namespace governance
