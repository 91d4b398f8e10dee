#include "governance/actions/case_change.hpp"
#include "governance/actions/case_steps.hpp"
#include "governance/domain/errors.hpp"

namespace governance {

Result<void> give_notice(db::Transaction& transaction, const Services& services, const Principal& principal, CaseId id,
                         Version version, const Notice& notice, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::plan_case, version));
    matter.path = TRY(give_notice(std::move(matter.path), change.today()));
    if (matter.concerns.empty()) return concerns_missing.error();
    if (notice.input_until && *notice.input_until < change.today()) {
        return input_day_faulty.error({{"day", to_string(*notice.input_until)}});
    }
    matter.input_until = notice.input_until;
    auto facts = facts_of(matter);
    facts.number("concerns", static_cast<std::int64_t>(matter.concerns.size()));
    if (notice.input_until) facts.text("inputUntil", to_string(*notice.input_until));
    return change.close(matter, "governance.case_noticed", std::move(facts));
}

} // namespace governance
