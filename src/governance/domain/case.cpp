#include "governance/domain/case.hpp"
#include "platform/ensure.hpp"

#include <algorithm>

namespace governance {

const StepRecord& Case::record_of(StepId step) const {
    const auto found = std::ranges::find(records, step, &StepRecord::step);
    ensure(found != records.end());
    return *found;
}

std::optional<std::int64_t> Case::lead_time_days() const {
    if (!first_treated_on) return {};
    return (std::chrono::sys_days{*first_treated_on} - std::chrono::sys_days{norwegian_date(planned_at)}).count();
}

void add_missing_records(Case& matter) {
    std::vector<StepRecord> records;
    for (const auto& step : matter.path.steps) {
        const auto found = std::ranges::find(matter.records, step.id, &StepRecord::step);
        records.push_back(found == matter.records.end() ? StepRecord{.step = step.id} : std::move(*found));
    }
    matter.records = std::move(records);
}

} // namespace governance
