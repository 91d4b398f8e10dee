#include "governance/domain/body_rules.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/json/described.hpp"

namespace governance {

static constexpr int days_max = 365;

static void check_range(std::vector<Fault>& faults, std::string pointer, int value, int least, int most) {
    if (value >= least && value <= most) return;
    faults.push_back(rule_out_of_range.at(std::move(pointer), {{"value", value}, {"least", least}, {"most", most}}));
}

static bool allows(const BodyRules& rules, Outcome outcome) {
    return std::ranges::find(rules.allowed_outcomes, outcome) != rules.allowed_outcomes.end();
}

Result<void> check(const BodyRules& rules) {
    std::vector<Fault> faults;
    check_range(faults, "#/noticeDaysMin", rules.notice_days_min, 0, days_max);
    check_range(faults, "#/paperDaysMin", rules.paper_days_min, 0, days_max);
    check_range(faults, "#/quorumPercent", rules.quorum_percent, 1, 100);
    if (rules.allowed_outcomes.empty()) faults.push_back(rules_contradict.at("#/allowedOutcomes"));
    if (rules.may_refer && !rules.allowed_outcomes.empty() && !allows(rules, Outcome::referred)) {
        faults.push_back(rules_contradict.at("#/mayRefer"));
    }
    const bool settles = allows(rules, Outcome::adopted) || allows(rules, Outcome::rejected);
    if (rules.may_be_final && !rules.allowed_outcomes.empty() && !settles) {
        faults.push_back(rules_contradict.at("#/mayBeFinal"));
    }
    if (faults.empty()) return {};
    auto error = body_rules_faulty.error();
    error.faults = std::move(faults);
    return error;
}

Result<BodyRules> parse_body_rules(std::string_view text) {
    auto rules = json::read<BodyRules>(text.empty() ? "{}" : text);
    if (!rules) {
        auto error = body_rules_faulty.error();
        error.faults = std::move(rules.error().faults);
        if (error.faults.empty()) error.faults.push_back({"#", rules.error().code, rules.error().values});
        return error;
    }
    TRY(check(*rules));
    return *std::move(rules);
}

std::string to_json(const BodyRules& rules) {
    return json::write(rules);
}

int quorum_needed(int seats, int quorum_percent) {
    return std::max(1, (seats * quorum_percent + 99) / 100);
}

} // namespace governance
