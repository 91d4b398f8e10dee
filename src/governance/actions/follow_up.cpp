#include "governance/actions/case_change.hpp"
#include "governance/actions/case_steps.hpp"

namespace governance {

Result<void> follow_up(db::Transaction& transaction, const Services& services, const Principal& principal, CaseId id,
                       Version version, const ClosingNote& closing, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::plan_case, version));
    matter.path = TRY(follow_up(std::move(matter.path)));
    matter.closing_note = closing.note;
    return change.close(matter, "governance.case_followed_up");
}

} // namespace governance
