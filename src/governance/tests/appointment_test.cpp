#include "governance/domain/appointment.hpp"
#include "governance/tests/roll_builders.hpp"

#include <gtest/gtest.h>

namespace governance::tests {

TEST(Appointment, HoldsFromItsFirstDayUpToTheEarlierEnd) {
    auto appointment = an_appointment(1);
    appointment.valid_from = day(5);
    appointment.valid_to = day(20);

    EXPECT_FALSE(appointment.is_valid_on(day(4)));
    EXPECT_TRUE(appointment.is_valid_on(day(5)));
    EXPECT_TRUE(appointment.is_valid_on(day(19)));
    EXPECT_FALSE(appointment.is_valid_on(day(20)));
    appointment.ended_on = day(10);
    EXPECT_FALSE(appointment.is_valid_on(day(10)));
}

TEST(CheckNewAppointment, GivesOnePersonOneVoice) {
    auto second = an_appointment(2);
    second.person_id = an_appointment(1).person_id;
    auto as_secretary = an_appointment(3, AppointmentRole::secretary);
    as_secretary.person_id = an_appointment(1).person_id;

    const auto refused = check_new(second, {an_appointment(1)});

    EXPECT_EQ(code_of(refused), "governance.appointment_refused");
    EXPECT_EQ(faults_of(refused.error()), std::vector<std::string>{"#/personId governance.person_already_appointed"});
    EXPECT_TRUE(check_new(as_secretary, {an_appointment(1)}));
}

TEST(CheckNewAppointment, AllowsASecondChairOnlyAfterTheFirst) {
    auto first = an_appointment(1, AppointmentRole::chair);
    auto second = an_appointment(2, AppointmentRole::chair);

    EXPECT_EQ(faults_of(check_new(second, {first}).error()),
              std::vector<std::string>{"#/role governance.chair_already_appointed"});
    first.valid_to = day(9);
    second.valid_from = day(9);
    EXPECT_TRUE(check_new(second, {first}));
}

TEST(CheckNewAppointment, KeepsDeputiesInOrder) {
    auto first = an_appointment(101, AppointmentRole::deputy);
    auto second = an_appointment(102, AppointmentRole::deputy);
    second.deputy_order = first.deputy_order;

    EXPECT_EQ(faults_of(check_new(second, {first}).error()),
              std::vector<std::string>{"#/deputyOrder governance.deputy_order_taken"});
    second.deputy_order = {};
    EXPECT_EQ(faults_of(check_new(second, {first}).error()),
              std::vector<std::string>{"#/deputyOrder governance.deputy_order_missing"});
    second.deputy_order = 1;
    second.deputy_for = appointment_id(5);
    EXPECT_EQ(faults_of(check_new(second, {first}).error()),
              std::vector<std::string>{"#/deputyFor governance.deputy_member_faulty"});
    EXPECT_TRUE(check_new(second, {first, an_appointment(5)}));
}

TEST(CheckNewAppointment, NamesEveryFaultAtOnce) {
    auto wanted = an_appointment(2);
    wanted.deputy_order = 1;
    wanted.deputy_for = appointment_id(1);
    wanted.valid_to = wanted.valid_from;

    EXPECT_EQ(faults_of(check_new(wanted, {}).error()),
              (std::vector<std::string>{"#/validTo governance.period_faulty", "#/deputyOrder governance.deputy_only",
                                        "#/deputyFor governance.deputy_only"}));
}

TEST(EndAppointment, EndsTomorrowAtTheEarliestAndOnce) {
    const auto appointment = an_appointment(1);

    EXPECT_EQ(code_of(end_appointment(appointment, day(10), "Flyttet", day(10))), "governance.period_faulty");
    const auto ended = end_appointment(appointment, day(11), "Flyttet", day(10));
    ASSERT_TRUE(ended);
    EXPECT_TRUE(ended->is_valid_on(day(10)));
    EXPECT_FALSE(ended->is_valid_on(day(11)));
    EXPECT_EQ(code_of(end_appointment(*ended, day(12), "Igjen", day(10))), "governance.appointment_ended_already");
}

} // namespace governance::tests
