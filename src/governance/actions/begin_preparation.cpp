#include "governance/actions/case_change.hpp"
#include "governance/actions/case_steps.hpp"

namespace governance {

Result<void> begin_preparation(db::Transaction& transaction, const Services& services, const Principal& principal,
                               CaseId id, Version version, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::prepare_case, version));
    matter.path = TRY(begin_preparation(std::move(matter.path)));
    return change.close(matter, "governance.case_preparation_begun");
}

} // namespace governance
