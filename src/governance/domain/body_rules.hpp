#pragma once
// The rules that a body works under, as data: what it may do with a case (PathRules) and how its meetings decide.
#include "governance/domain/path_rules.hpp"
#include "governance/meeting_words.hpp"

#include <boost/describe.hpp>

namespace governance {

/// Members left out of the document have the values here, which are those of a body that decides by simple majority.
struct BodyRules : PathRules {
    BodyRules() {
        notice_days_min = 7;
        paper_days_min = 7;
    }
    int quorum_percent =
        50; ///< So much of the seats must be filled and vote for a vote to count; 50 is "at least half".
    Majority majority = Majority::simple; ///< For ordinary votes; elections are always by simple majority.
    bool has_casting_vote = true;         ///< Whoever leads the meeting decides a tie, except in elections.
    bool may_vote_blank = true;
    int hearing_days_min = 21; ///< From the day a hearing opens to the day it closes.
    bool operator==(const BodyRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(BodyRules, (PathRules),
                      (quorum_percent, majority, has_casting_vote, may_vote_blank, hearing_days_min))

/// Reads and checks a document. Fails with governance.body_rules_faulty: every unknown member, wrong type, number out
/// of range and contradiction at once.
Result<BodyRules> parse_body_rules(std::string_view json);
/// The ranges and what must agree; fails with governance.body_rules_faulty, its faults pointing below the place given.
Result<void> check(const BodyRules&, std::string_view place = "#");
std::string to_json(const BodyRules&);

/// How many votes a quorum takes in a body with so many seats, at least one.
int quorum_needed(int seats, int quorum_percent);

} // namespace governance
