// R4: more votes for than against; whoever leads decides a tie, except in elections; other majorities only where the
// profile says so.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR4 : public RuleWorld {};
EACH_DATABASE(RuleR4);

TEST_P(RuleR4, LetsWhoeverLeadsDecideATie) {
    follow("STATUTES");
    open_with_case(3);

    const auto held = vote_with({{members[0], against}, {members[1], against}});

    ASSERT_TRUE(held) << describe(held.error());
    const auto working = record_of(*held).record->working;
    EXPECT_TRUE(working.is_tie);
    EXPECT_EQ(working.casting_by, chair);
    EXPECT_EQ(working.result, VoteResult::passed);
}

TEST_P(RuleR4, RefusesACastingVoteInAnElection) {
    follow("STATUTES");
    open_with_case(3);
    NewVote election;
    election.proposal = recommendation();
    election.kind = VoteKind::election;
    election.method = VoteMethod::count;
    election.in_favour = election.against = 2;
    election.casting_vote = in_favour;
    const auto hold = [&] {
        return act([&](const Acting& acting) { return hold_vote(acting, meeting, item, election); });
    };

    EXPECT_EQ(code_of(hold()), "governance.casting_vote_needless");
    election.casting_vote = {};
    election.lot = against;
    const auto drawn = hold();
    ASSERT_TRUE(drawn) << describe(drawn.error());
    EXPECT_EQ(record_of(*drawn).record->working.result, VoteResult::failed);
}

TEST_P(RuleR4, FellsARulesChangeThatASimpleMajorityWouldCarry) {
    follow("STATUTES");
    open_with_case(4);

    const auto ordinary = vote_with({{members[0], against}, {members[1], against}});
    const auto change = vote_with({{members[0], against}, {members[1], against}}, VoteKind::rules_change);

    EXPECT_EQ(record_of(*ordinary).record->working.result, VoteResult::passed);
    EXPECT_EQ(record_of(*change).record->working.needed, 4) << "two thirds of five votes";
    EXPECT_EQ(record_of(*change).record->working.result, VoteResult::failed);
}

} // namespace governance::tests
