#include "governance/tests/roll_builders.hpp"

#include <gtest/gtest.h>

namespace governance::tests {

TEST(Roll, KnowsOnlyThoseWhoseAppointmentHoldsOnTheDay) {
    auto members = a_body_of(4);
    members[1].valid_to = day(10);
    members[2].ended_on = day(5);
    members[3].valid_from = day(11);
    const Roll roll{members, day(10)};

    EXPECT_EQ(roll.seats(), 1);
    EXPECT_EQ(code_of(roll.check_arrival(arrival(2))), "governance.not_appointed_here");
    EXPECT_EQ(code_of(roll.voter(appointment_id(3))), "governance.voter_not_appointed");
}

TEST(Roll, CountsMembersInTheRoomAsVoters) {
    auto roll = a_roll(a_body_of(3), {1, 3});

    EXPECT_EQ(roll.voters(),
              (std::vector<Voter>{{appointment_id(1), appointment_id(1)}, {appointment_id(3), appointment_id(3)}}));
    EXPECT_EQ(roll.empty_seats(), std::vector<AppointmentId>{appointment_id(2)});
    ASSERT_TRUE(roll.record(departure(3)));
    EXPECT_EQ(roll.voters().size(), 1U);
}

TEST(Roll, RefusesWhoIsThereAlreadyOrHasGone) {
    auto roll = a_roll(a_body_of(2), {1});

    EXPECT_EQ(code_of(roll.check_arrival(arrival(1))), "governance.already_present");
    EXPECT_EQ(code_of(roll.check_departure(appointment_id(2))), "governance.not_present");
    EXPECT_EQ(code_of(roll.check_departure(appointment_id(77))), "governance.not_appointed_here");
}

TEST(Roll, LetsADeputyTakeTheSeatOfAnAbsentMember) {
    auto roll = a_roll(a_body_of(3, 1), {1, 2});

    ASSERT_TRUE(roll.record(arrival(101, 3)));

    EXPECT_EQ(roll.voters().size(), 3U);
    EXPECT_EQ(*roll.voter(appointment_id(101)), (Voter{appointment_id(101), appointment_id(3)}));
}

TEST(Roll, RefusesADeputyWithoutAnAbsentMember) {
    auto roll = a_roll(a_body_of(3, 2), {1, 2});

    EXPECT_EQ(code_of(roll.check_arrival(arrival(101))), "governance.deputy_needs_member");
    EXPECT_EQ(code_of(roll.check_arrival(arrival(3, 2))), "governance.deputy_needs_member");
    EXPECT_EQ(code_of(roll.check_arrival(arrival(101, 2))), "governance.member_is_present");
    ASSERT_TRUE(roll.record(arrival(101, 3)));
    EXPECT_EQ(code_of(roll.check_arrival(arrival(102, 3))), "governance.seat_already_taken");
    EXPECT_EQ(code_of(roll.check_arrival(arrival(3))), "governance.seat_already_taken");
}

TEST(Roll, CallsDeputiesInOrderUnlessItIsSaidWhyNot) {
    auto roll = a_roll(a_body_of(3, 2), {1});

    EXPECT_EQ(code_of(roll.check_arrival(arrival(102, 2))), "governance.deputy_out_of_order");
    EXPECT_TRUE(roll.check_arrival(arrival(102, 2, "Nummer 1 er syk")));
    ASSERT_TRUE(roll.record(arrival(101, 2)));
    EXPECT_TRUE(roll.check_arrival(arrival(102, 3)));
}

TEST(Roll, KeepsAPersonalDeputyToTheOwnMember) {
    auto members = a_body_of(3, 1);
    members.back().deputy_for = appointment_id(2);
    const auto roll = a_roll(members, {1});

    EXPECT_EQ(code_of(roll.check_arrival(arrival(101, 3))), "governance.deputy_of_another");
    EXPECT_TRUE(roll.check_arrival(arrival(101, 2)));
}

TEST(Roll, GivesNoVoteToSecretariesAndObservers) {
    auto members = a_body_of(1);
    members.push_back(an_appointment(2, AppointmentRole::secretary));
    members.push_back(an_appointment(3, AppointmentRole::observer));
    const auto roll = a_roll(members, {1, 2, 3});

    EXPECT_EQ(roll.seats(), 1);
    EXPECT_EQ(code_of(roll.voter(appointment_id(2))), "governance.voter_without_vote");
    EXPECT_EQ(code_of(roll.voter(appointment_id(3))), "governance.voter_without_vote");
}

TEST(Roll, TakesTheVoteFromADeputyWhoHasGone) {
    auto roll = a_roll(a_body_of(2, 1), {1});
    ASSERT_TRUE(roll.record(arrival(101, 2)));
    ASSERT_TRUE(roll.record(departure(101)));

    EXPECT_EQ(code_of(roll.voter(appointment_id(101))), "governance.voter_not_present");
    ASSERT_TRUE(roll.record(arrival(2)));
    EXPECT_EQ(roll.voters().size(), 2U);
}

} // namespace governance::tests
