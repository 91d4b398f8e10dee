// R5: a duty to vote where the profile has it; blank only in elections.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR5 : public RuleWorld {};
EACH_DATABASE(RuleR5);

TEST_P(RuleR5, LetsEverybodyVoteAndBlankInElections) {
    follow("KOMMUNELOVEN");
    open_with_case();

    EXPECT_TRUE(vote_with({}));
    EXPECT_TRUE(vote_with({{members[0], blank}}, VoteKind::election));
}

TEST_P(RuleR5, RefusesAMissingVoteAndABlankOne) {
    follow("KOMMUNELOVEN");
    open_with_case();

    const auto missing =
        vote(recommendation(),
             {{chair, in_favour}, {members[0], in_favour}, {members[1], in_favour}, {members[2], in_favour}});
    const auto with_blank = vote_with({{members[0], blank}});

    EXPECT_EQ(faults_of(missing.error()), std::vector<std::string>{"#/ballots governance.voting_duty"});
    EXPECT_EQ(code_of(with_blank), "governance.vote_refused");
}

TEST_P(RuleR5, AsksNobodyWhereTheProfileDoesNot) {
    follow("ADVISORY");
    open_with_case();

    EXPECT_TRUE(vote(recommendation(), {{chair, in_favour}, {members[0], blank}, {members[1], in_favour}}));
}

} // namespace governance::tests
