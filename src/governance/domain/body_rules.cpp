#include "governance/domain/body_rules.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/ensure.hpp"
#include "platform/json/described.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static constexpr int meeting_days_max = 365;

static void check_range(std::vector<Fault>& faults, std::string pointer, int value, int least, int most) {
    if (value >= least && value <= most) return;
    faults.push_back(rule_out_of_range.at(std::move(pointer), {{"value", value}, {"least", least}, {"most", most}}));
}

Result<void> check(const BodyRules& rules, std::string_view place) {
    std::vector<Fault> faults;
    const auto at = [&](std::string_view member) { return fmt::format("{}/{}", place, member); };
    check_range(faults, at("noticeDaysMin"), rules.notice_days_min, 0, meeting_days_max);
    check_range(faults, at("paperDaysMin"), rules.paper_days_min, 0, meeting_days_max);
    check_range(faults, at("hearingDaysMin"), rules.hearing_days_min, 0, meeting_days_max);
    check_range(faults, at("quorumPercent"), rules.quorum_percent, 1, 100);
    if (rules.allowed_outcomes.empty()) faults.push_back(rules_contradict.at(at("allowedOutcomes")));
    if (rules.may_refer && !rules.allowed_outcomes.empty() && !rules.allows(Outcome::referred)) {
        faults.push_back(rules_contradict.at(at("mayRefer")));
    }
    if (faults.empty()) return {};
    auto error = body_rules_faulty.error();
    error.faults = std::move(faults);
    return error;
}

static Error faulty(Error reading) {
    auto error = body_rules_faulty.error();
    error.faults = std::move(reading.faults);
    if (error.faults.empty()) error.faults.push_back({"#", reading.code, std::move(reading.values)});
    return error;
}

/// The document with the members that it leaves out taken from the usual rules.
static json::Value completed(json::Value document) {
    if (document.object() == nullptr) return document;
    const auto usual = json::parse(to_json(BodyRules{}));
    ensure(usual.has_value());
    auto members = *document.object();
    for (const auto& member : *usual->object()) {
        if (document.find(member.name) == nullptr) members.push_back(member);
    }
    return members;
}

Result<BodyRules> parse_body_rules(std::string_view text) {
    auto document = json::parse(text.empty() ? "{}" : text);
    if (!document) return faulty(std::move(document).error());
    auto rules = json::read_value<BodyRules>(completed(*std::move(document)));
    if (!rules) return faulty(std::move(rules).error());
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
