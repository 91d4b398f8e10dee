#include "platform/clock.hpp"

using namespace std::chrono;
using namespace std::chrono_literals;

static Instant utc(const char* text) {
    return *parse_instant(text);
}

TEST(Instant, IsWrittenInUtcWithMilliseconds) {
    EXPECT_EQ(to_string(utc("2026-11-21T20:00:00.1239Z")), "2026-11-21T20:00:00.123Z");
}

TEST(Instant, IsReadWithAnyOffset) {
    EXPECT_EQ(utc("2026-03-04T10:00:00+01:00"), utc("2026-03-04T09:00:00Z"));
    EXPECT_EQ(utc("2026-03-04T01:30:00-07:30"), utc("2026-03-04T09:00:00Z"));
}

TEST(Instant, IsRefusedWhenItIsNoTime) {
    for (const auto* text : {"", "2026-03-04", "2026-03-04T25:00:00Z", "2026-02-30T10:00:00Z", "2026-03-04T10:00:00",
                             "2026-03-04T10:00:00.Z", "2026-03-04 10:00:00Z", "2026-03-04T10:00:00+1:00"}) {
        const auto read = parse_instant(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, "platform.bad_value");
    }
}

TEST(Date, IsRefusedWhenTheCalendarLacksIt) {
    EXPECT_TRUE(parse_date("2024-02-29"));
    EXPECT_FALSE(parse_date("2026-02-29"));
    EXPECT_FALSE(parse_date("2026-13-01"));
    EXPECT_FALSE(parse_date("-026-01-01"));
}

TEST(NorwegianTime, IsOneHourAheadInWinterAndTwoInSummer) {
    EXPECT_EQ(norwegian_offset(utc("2026-01-15T12:00:00Z")), 60min);
    EXPECT_EQ(norwegian_offset(utc("2026-07-15T12:00:00Z")), 120min);
}

TEST(NorwegianTime, TurnsTheDayAtMidnightInOslo) {
    EXPECT_EQ(to_string(norwegian_date(utc("2026-07-14T22:00:00Z"))), "2026-07-15");
    EXPECT_EQ(to_string(norwegian_date(utc("2026-07-14T21:59:59Z"))), "2026-07-14");
}

TEST(NorwegianTime, GoesBackAndForth) {
    for (auto day = sys_days{2026y / 1 / 1}; day < sys_days{2027y / 1 / 1}; day += days{1}) {
        const auto instant = at_norwegian_time(Date{day}, 10h);
        EXPECT_EQ(Date{day}, norwegian_date(instant));
        EXPECT_EQ(instant + norwegian_offset(instant), Instant{day} + 10h);
    }
}

TEST(ForwardTime, IsTheMachinesTimeWhileThatGoesForward) {
    ForwardTime time;
    const auto noon = utc("2026-03-04T12:00:00Z");
    EXPECT_EQ(time.follow(noon, 0s), noon);
    EXPECT_EQ(time.follow(noon + 24h, 1s), noon + 24h) << "set forward a day";
    EXPECT_EQ(time.stepped_back(), 0s);
}

TEST(ForwardTime, GoesOnAtHalfPaceWhenTheClockIsSetBackUntilItIsCaughtUpWith) {
    ForwardTime time;
    const auto noon = utc("2026-03-04T12:00:00Z");
    time.follow(noon, 0s);

    EXPECT_EQ(time.follow(noon - 1h, 0s), noon);
    EXPECT_EQ(time.stepped_back(), 1h);
    EXPECT_EQ(time.follow(noon - 1h + 10min, 10min), noon + 5min);
    EXPECT_EQ(time.stepped_back(), 0s) << "told once";
    EXPECT_EQ(time.follow(noon + 59min, 1h + 59min), noon + 59min + 30s);
    EXPECT_EQ(time.follow(noon + 61min, 2h + 1min), noon + 61min) << "caught up with";
    EXPECT_EQ(time.follow(noon + 62min, 2h + 2min), noon + 62min);
}

TEST(ForwardTime, MovesHoweverOftenItIsAsked) {
    ForwardTime time;
    const auto noon = utc("2026-03-04T12:00:00Z");
    time.follow(noon, 0s);
    auto last = noon;
    for (auto passed = 0us; passed < 1000us; ++passed)
        last = time.follow(noon - 1h + passed, passed);
    EXPECT_EQ(last, noon + 499us);
}

TEST(SystemClock, NeverRunsBackwards) {
    const auto clock = make_system_clock();
    auto before = clock->now();
    for (int i = 0; i < 1000; ++i) {
        const auto after = clock->now();
        EXPECT_GE(after, before);
        before = after;
    }
}
