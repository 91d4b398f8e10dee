// R8: only members with a valid appointment, or deputies who were called, act.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR8 : public RuleWorld {};
EACH_DATABASE(RuleR8);

TEST_P(RuleR8, LetsACalledDeputyVoteAndSaysWhoWasPassedOver) {
    open_with_case(3);
    ASSERT_TRUE(move_person(PresenceKind::arrived, deputies[1], members[3], "Even Vara er syk"));

    const auto held = vote_with({});

    ASSERT_TRUE(held) << describe(held.error());
    const auto seats = record_of(*held).record->inputs.seats;
    const auto seat = *std::ranges::find(seats, members[3], &RecordedSeat::seat);
    EXPECT_EQ(seat.held_by, deputies[1]);
    EXPECT_EQ(seat.deputy_order, 2);
    EXPECT_EQ(seat.passed_over, std::vector{deputies[0]});
}

TEST_P(RuleR8, RefusesAnAppointmentThatHasEndedAndADeputyOutOfOrder) {
    matter_id = case_for_board();
    meeting = plan_a_meeting();
    item = put_case(meeting, matter_id);
    EndingOfAppointment ending;
    ending.from = in_days(10);
    ending.reason = std::string{"Flyttet"};
    ASSERT_TRUE(act([&](const Acting& acting) { return end_appointment(acting, members[3], ending, {}); }));
    ASSERT_TRUE(try_notice(meeting));
    come_to(meeting);

    EXPECT_EQ(faults_of(try_open(meeting, {chair, members[3]}).error()),
              std::vector<std::string>{"#/present/1 governance.not_appointed_here"});
    ASSERT_TRUE(try_open(meeting, {chair, members[0], members[1]}));
    EXPECT_EQ(faults_of(vote(recommendation(), {{chair, in_favour}, {members[3], in_favour}}).error()),
              std::vector<std::string>{"#/ballots/1 governance.voter_not_appointed"});
    EXPECT_EQ(code_of(move_person(PresenceKind::arrived, deputies[1], members[2])), "governance.deputy_out_of_order");
}

} // namespace governance::tests
