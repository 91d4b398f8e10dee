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
    for (auto& fault : faults_of(rules, place))
        faults.push_back(std::move(fault));
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

Result<BodySettings> parse_body_settings(std::string_view text) {
    auto settings = json::read<BodySettings>(text.empty() ? "{}" : text);
    if (!settings) return faulty(std::move(settings).error());
    return *std::move(settings);
}

std::string to_json(const BodySettings& settings) {
    return json::write(settings);
}

template <class T>
static void set(T& into, const std::optional<T>& own) {
    if (own) into = *own;
}

Result<BodyRules> with_settings(BodyRules rules, const BodySettings& own, std::string_view place) {
    set(rules.notice_days_min, own.notice_days_min);
    set(rules.paper_days_min, own.paper_days_min);
    set(rules.hearing_days_min, own.hearing_days_min);
    if (own.majority) rules.majorities.ordinary = rule_of(*own.majority);
    if (own.has_casting_vote) rules.tie = *own.has_casting_vote ? Tie::casting_vote : Tie::lapses;
    if (own.may_vote_blank) rules.blank_votes = *own.may_vote_blank ? BlankVotes::everywhere : BlankVotes::nowhere;
    set(rules.must_vote, own.must_vote);
    set(rules.may_meet_remotely, own.may_meet_remotely);
    set(rules.allowed_outcomes, own.allowed_outcomes);
    set(rules.may_refer, own.may_refer);
    set(rules.may_be_final, own.may_be_final);
    set(rules.is_political, own.is_political);
    std::vector<Fault> faults;
    if (own.quorum_percent) {
        check_range(faults, fmt::format("{}/quorumPercent", place), *own.quorum_percent, 1, 100);
        if (faults.empty())
            rules.quorum.share = *own.quorum_percent == 50 ? Share{1, 2} : Share{*own.quorum_percent, 100};
    }
    // "special" is the name of what has no name: it says nothing of what it takes.
    if (own.majority == Majority::special) faults.push_back(rules_contradict.at(fmt::format("{}/majority", place)));
    auto checked = check(rules, place);
    if (checked && faults.empty()) return rules;
    auto error = body_rules_faulty.error();
    if (!checked) error.faults = std::move(checked).error().faults;
    error.faults.insert(error.faults.end(), faults.begin(), faults.end());
    return error;
}

int quorum_needed(int seats, const QuorumRule& rule) {
    return std::max(rule.least, least_of(rule.share, rule.is_more_than, seats));
}

} // namespace governance
