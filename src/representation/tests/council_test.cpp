#include "representation/domain/council.hpp"
#include "representation/domain/errors.hpp"

#include <gtest/gtest.h>

using namespace representation;

namespace {

Date day(std::string_view text) {
    return *parse_date(text);
}

directory::PersonId person(int number) {
    return *directory::PersonId::parse("01890000-0000-7000-8000-00000000000" + std::to_string(number));
}

Council a_council() {
    Council council;
    council.our_seats = 2;
    council.report_days = 14;
    return council;
}

Holder a_holder(int who, int seat = 1) {
    Holder holder;
    holder.person = person(who);
    holder.seat = seat;
    holder.valid_from = day("2026-01-01");
    holder.valid_to = day("2027-01-01");
    return holder;
}

std::vector<std::string_view> codes_of(const Result<void>& result) {
    std::vector<std::string_view> codes;
    if (result) return codes;
    for (const auto& fault : result.error().faults)
        codes.push_back(fault.code);
    return codes;
}

} // namespace

TEST(CouncilSeat, IsHeldByOneAtATimeAndByNobodyTwice) {
    EXPECT_TRUE(check_new(a_council(), a_holder(1), {}));
    EXPECT_EQ(codes_of(check_new(a_council(), a_holder(2), {a_holder(1)})), std::vector{seat_taken.name});
    EXPECT_EQ(codes_of(check_new(a_council(), a_holder(1, 2), {a_holder(1)})), std::vector{person_sits_already.name});
    auto deputy = a_holder(2);
    deputy.deputy_order = 1;
    EXPECT_TRUE(check_new(a_council(), deputy, {a_holder(1)}));
    auto next = a_holder(2);
    next.valid_from = day("2027-01-01");
    next.valid_to = {};
    EXPECT_TRUE(check_new(a_council(), next, {a_holder(1)}));
}

TEST(CouncilSeat, IsRefusedWithEverythingThatIsWrong) {
    auto wanted = a_holder(1, 3);
    wanted.valid_to = wanted.valid_from;
    EXPECT_EQ(codes_of(check_new(a_council(), wanted, {})),
              (std::vector{seat_not_found.name, holder_period_faulty.name}));
}

TEST(CouncilSeat, EndsTomorrowAtTheEarliestAndOnce) {
    const auto today = day("2026-03-04");
    EXPECT_EQ(ended(a_holder(1), today, "Ny jobb", today).error().code, holder_period_faulty.name);
    const auto over = ended(a_holder(1), day("2026-03-05"), "Ny jobb", today);
    ASSERT_TRUE(over);
    EXPECT_TRUE(over->is_valid_on(today));
    EXPECT_FALSE(over->is_valid_on(day("2026-03-05")));
    EXPECT_EQ(ended(*over, day("2026-03-06"), "Igjen", today).error().code, holder_ended_already.name);
}

TEST(CouncilSeat, LetsOnlyThoseSpeakWhoseAppointmentIsValidOnTheDay) {
    EXPECT_TRUE(speaker_on({a_holder(1)}, person(1), day("2026-12-31")));
    for (const auto* outside : {"2025-12-31", "2027-01-01"}) {
        EXPECT_EQ(speaker_on({a_holder(1)}, person(1), day(outside)).error().code, no_valid_appointment.name);
    }
    EXPECT_EQ(speaker_on({a_holder(1)}, person(2), day("2026-03-04")).error().code, no_valid_appointment.name);
}

TEST(Duties, AreOwedForEachSeatThatWasHeldAndAreLateTheDayAfterTheLast) {
    CouncilMeeting held, before, coming;
    held.held_on = day("2026-03-01");
    before.held_on = day("2025-12-01");
    coming.held_on = day("2026-05-01");
    const auto duties = [&](std::string_view today) {
        return duties_of(a_council(), {a_holder(1)}, {coming, held, before}, {}, day(today));
    };
    ASSERT_EQ(duties("2026-03-15").size(), 1U); // Seat 2 was empty, and nobody held seat 1 in December.
    EXPECT_EQ(duties("2026-03-15").front().state, DutyState::waiting);
    EXPECT_EQ(duties("2026-03-16").front().state, DutyState::overdue);
    Report report;
    report.meeting = held.id;
    report.seat = 1;
    EXPECT_EQ(duties_of(a_council(), {a_holder(1)}, {held}, {report}, day("2026-04-01")).front().state,
              DutyState::reported);
}
