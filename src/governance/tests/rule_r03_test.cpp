// R3: at least half of the members are present and vote on that very item.
#include "governance/actions/elections.hpp"
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

TEST_P(RuleR3, LetsAMeetingThatLostItsQuorumEndWithoutDeciding) {
    open_with_case(2);
    NewElection put_up;
    put_up.post = std::string{"Nestleder"};
    put_up.options = {{std::string{"Anne Medlem"}, {}}, {std::string{"Dag Medlem"}, {}}};
    must([&](const Acting& acting) { return open_election(acting, meeting, item, put_up); });
    ASSERT_TRUE(raise(members[0]));
    ASSERT_TRUE(move_person(PresenceKind::left, members[1]));

    const auto ended = try_adjourn(meeting);

    ASSERT_TRUE(ended) << describe(ended.error());
    EXPECT_EQ(meeting_now(meeting).state, MeetingState::closed);
    EXPECT_EQ(item_now().outcome, Outcome::postponed);
    EXPECT_EQ(item_now().note, "For mange måtte gå");
    EXPECT_TRUE(record(meeting).item(item)->elections.front().election.withdrawn_at);
    EXPECT_EQ(matter(matter_id).path.state, CaseState::in_preparation);
    EXPECT_FALSE(matter(matter_id).first_treated_on) << "nothing was treated";
    EXPECT_EQ(events_about({"meeting", meeting.to_string()}).back(), "governance.meeting_adjourned");
    ASSERT_TRUE(draft());
    EXPECT_TRUE(approve()) << "what nobody could rule on is no missing part";
}

TEST_P(RuleR3, RefusesToEndAMeetingThatCouldDecide) {
    open_with_case(2);

    EXPECT_EQ(code_of(try_adjourn(meeting)), "governance.quorum_is_met");
    EXPECT_EQ(code_of(try_adjourn(plan_a_meeting(90))), "governance.meeting_not_open");
    const auto nobody = principal_of("Anne Medlem", {});
    EXPECT_EQ(
        code_of(act_as(
            nobody, [&](const Acting& acting) { return adjourn_meeting(acting, meeting, {std::string{"Nok"}}, {}); })),
        "platform.right_missing");
}

TEST_P(RuleR3, RefusesAVoteInWhichTooFewOfThoseInTheRoomVote) {
    open_with_case(3);

    EXPECT_EQ(code_of(vote(recommendation(), {{chair, in_favour}, {members[0], in_favour}})), "governance.no_quorum");
}

} // namespace governance::tests
