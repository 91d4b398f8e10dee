#include "governance/actions/case_change.hpp"
#include "governance/actions/case_checks.hpp"
#include "governance/actions/case_steps.hpp"
#include "governance/store/case_store.hpp"

namespace governance {

Result<void> change_path(db::Transaction& transaction, const Services& services, const Principal& principal, CaseId id,
                         Version version, const PathChange& sent, Instant now) {
    const CaseChange change{transaction, services, principal, now};
    auto matter = TRY(change.open(id, right::plan_case, version));
    CaseChecks checks{transaction, change.today()};
    TRY(checks.steps(sent.steps));
    TRY(checks.finish());

    std::vector<Step> coming;
    for (const auto& step : sent.steps) {
        coming.push_back({.id = change.make_id<StepId>(), .body = step.body_id, .planned_day = step.planned_day});
    }
    matter.path = TRY(change_path(std::move(matter.path), std::move(coming)));
    add_missing_records(matter);
    TRY(save_steps(transaction, matter));
    auto facts = facts_of(matter);
    facts.number("bodies", static_cast<std::int64_t>(sent.steps.size()));
    return change.close(matter, "governance.case_path_changed", std::move(facts));
}

} // namespace governance
