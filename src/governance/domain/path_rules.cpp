#include "governance/domain/path_rules.hpp"
#include "platform/errors.hpp"
#include "platform/json/described.hpp"

#include <algorithm>

namespace governance {

static constexpr int days_max = 365;

bool PathRules::allows(Outcome outcome) const {
    if (outcome == Outcome::referred && !may_refer) return false;
    return std::ranges::find(allowed_outcomes, outcome) != allowed_outcomes.end();
}

static void check_days(int days, const char* pointer, std::vector<Fault>& faults) {
    if (days >= 0 && days <= days_max) return;
    faults.push_back(platform::number_out_of_range.at(pointer, {{"minimum", 0}, {"maximum", std::int64_t{days_max}}}));
}

Result<PathRules> parse_path_rules(std::string_view json) {
    if (json.empty()) return PathRules{};
    auto rules = TRY(json::read<PathRules>(json));
    std::vector<Fault> faults;
    if (rules.allowed_outcomes.empty()) faults.push_back(platform::empty.at("#/allowedOutcomes"));
    check_days(rules.notice_days_min, "#/noticeDaysMin", faults);
    check_days(rules.paper_days_min, "#/paperDaysMin", faults);
    if (faults.empty()) return rules;
    auto error = platform::request_faulty.error();
    error.faults = std::move(faults);
    return error;
}

std::string to_json(const PathRules& rules) {
    return json::write(rules);
}

} // namespace governance
