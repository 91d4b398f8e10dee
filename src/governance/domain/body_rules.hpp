#pragma once
// The rules that a body works under, as data: what it may do with a case (PathRules) and how its meetings decide
// (Procedure). They come from a profile (rule_profile.hpp) with the body's own settings over it.
#include "governance/domain/path_rules.hpp"
#include "governance/domain/procedure.hpp"

#include <boost/describe.hpp>
#include <optional>

namespace governance {

/// Members left out of a document have the values here.
struct BodyRules : PathRules, Procedure {
    BodyRules() {
        notice_days_min = 7;
        paper_days_min = 7;
    }
    int hearing_days_min = 21; ///< From the day a hearing opens to the day it closes.
    bool operator==(const BodyRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(BodyRules, (PathRules, Procedure), (hearing_days_min))

/// Reads and checks a document. Fails with governance.body_rules_faulty: every unknown member, wrong type, number out
/// of range and contradiction at once.
Result<BodyRules> parse_body_rules(std::string_view json);
/// The ranges and what must agree; fails with governance.body_rules_faulty, its faults pointing below the place given.
Result<void> check(const BodyRules&, std::string_view place = "#");
/// Canonical: the same rules always give the same bytes.
std::string to_json(const BodyRules&);

/// What a body sets for itself. Whatever is left out follows the profile.
struct BodySettings {
    std::optional<int> notice_days_min, paper_days_min, hearing_days_min;
    std::optional<int> quorum_percent;
    std::optional<Majority> majority; ///< Of ordinary questions.
    std::optional<bool> has_casting_vote, may_vote_blank, must_vote, may_meet_remotely;
    std::optional<std::vector<Outcome>> allowed_outcomes;
    std::optional<bool> may_refer, may_be_final, is_political;
    bool operator==(const BodySettings&) const = default;
};
BOOST_DESCRIBE_STRUCT(BodySettings, (),
                      (notice_days_min, paper_days_min, hearing_days_min, quorum_percent, majority, has_casting_vote,
                       may_vote_blank, must_vote, may_meet_remotely, allowed_outcomes, may_refer, may_be_final,
                       is_political))

/// "" and "{}" set nothing. Fails with governance.body_rules_faulty.
Result<BodySettings> parse_body_settings(std::string_view json);
std::string to_json(const BodySettings&);
/// The rules with the settings over them. Fails with governance.body_rules_faulty: a setting out of range, and what
/// contradicts itself now that both are read together.
Result<BodyRules> with_settings(BodyRules, const BodySettings&, std::string_view place = "#");

/// How many votes a quorum takes in a body with so many seats.
int quorum_needed(int seats, const QuorumRule&);

} // namespace governance
