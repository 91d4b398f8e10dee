#include "archive/domain/retention.hpp"

#include "archive/domain/errors.hpp"
#include "archive/domain/facts.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <set>

namespace archive {

static constexpr std::string_view all_others = "*";
static constexpr int years_max = 200;

static std::vector<Fault> faults_in(const RetentionPlan& plan) {
    std::vector<Fault> faults;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < plan.rules.size(); ++i) {
        const auto& rule = plan.rules[i];
        const auto pointer = "#/rules/" + std::to_string(i);
        if (!seen.insert(rule.theme).second) faults.push_back(platform::duplicate_field.at(pointer + "/theme"));
        const bool has_years = rule.years > 0 && rule.years <= years_max;
        if (has_years != (rule.decision == Disposal::destroy)) {
            faults.push_back(platform::number_out_of_range.at(
                pointer + "/years", {{"minimum", std::int64_t{rule.decision == Disposal::destroy ? 1 : 0}},
                                     {"maximum", std::int64_t{rule.decision == Disposal::destroy ? years_max : 0}}}));
        }
    }
    if (!seen.contains(std::string{all_others})) faults.push_back(platform::field_missing.at("#/rules/*"));
    return faults;
}

Result<RetentionPlan> parse_retention(std::string_view json) {
    auto plan = json::read<RetentionPlan>(json);
    auto error = retention_faulty.error();
    if (!plan) {
        error.faults = plan.error().faults;
        if (error.faults.empty()) error.faults.push_back({"#", plan.error().code, plan.error().values});
        return error;
    }
    error.faults = faults_in(*plan);
    if (!error.faults.empty()) return error;
    return *std::move(plan);
}

const RetentionPlan& usual_retention() {
    static const RetentionPlan plan = [] {
        const auto files = embedded::archive_facts();
        const auto found = std::ranges::find(files, "retention.json", &embedded::File::name);
        ensure(found != files.end());
        auto read = parse_retention(found->bytes);
        ensure(read.has_value());
        return *std::move(read);
    }();
    return plan;
}

const RetentionRule& rule_for(const RetentionPlan& plan, std::string_view theme) {
    const auto named =
        std::ranges::find_if(plan.rules, [&](const auto& rule) { return std::string_view{rule.theme} == theme; });
    if (named != plan.rules.end()) return *named;
    const auto others =
        std::ranges::find_if(plan.rules, [](const auto& rule) { return std::string_view{rule.theme} == all_others; });
    ensure(others != plan.rules.end());
    return *others;
}

Date disposal_day(const RetentionRule& rule, Date newest_closed) {
    if (rule.decision != Disposal::destroy) return Date{std::chrono::year{9999} / 12 / 31};
    const Date day = newest_closed + std::chrono::years{rule.years};
    return day.ok() ? day : Date{day.year() / day.month() / std::chrono::last}; // a leap day
}

} // namespace archive
