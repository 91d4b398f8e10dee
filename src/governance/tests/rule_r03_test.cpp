// R3: at least half of the members are present and vote on that very item.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR3 : public RuleWorld {};
EACH_DATABASE(RuleR3);

TEST_P(RuleR3, CountsTheQuorumAtEachVoteFromTheLog) {
    follow("KOMMUNELOVEN");
    open_with_case(2);
    const auto held = acclaim(recommendation());

    ASSERT_TRUE(held) << describe(held.error());
    EXPECT_EQ(record_of(*held).record->working.quorum_needed, 3);
    EXPECT_EQ(record_of(*held).record->working.quorum_counted, 3);
}

TEST_P(RuleR3, RefusesAVoteAfterTheQuorumWasLostUntilADeputyComes) {
    follow("KOMMUNELOVEN");
    open_with_case(2);
    ASSERT_TRUE(move_person(PresenceKind::left, members[0], {}, "Fly"));

    EXPECT_EQ(code_of(acclaim(recommendation())), "governance.no_quorum");
    EXPECT_EQ(code_of(rule(Outcome::adopted)), "governance.no_quorum");
    ASSERT_TRUE(move_person(PresenceKind::arrived, deputies[0], members[0]));
    EXPECT_TRUE(acclaim(recommendation()));
}

TEST_P(RuleR3, RefusesAVoteInWhichTooFewOfThoseInTheRoomVote) {
    open_with_case(3);

    EXPECT_EQ(code_of(vote(recommendation(), {{chair, in_favour}, {members[0], in_favour}})), "governance.no_quorum");
}

} // namespace governance::tests
