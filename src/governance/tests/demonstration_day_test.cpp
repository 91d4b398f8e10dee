#include "governance/domain/demonstration_day.hpp"

#include "platform/errors.hpp"

#include <gtest/gtest.h>

using namespace governance::demonstration;

static Date day(std::string_view text) {
    return *parse_date(text);
}

TEST(DemonstrationDay, IsADateOrSoManyDaysFromToday) {
    const auto friday = day("2026-03-06");

    EXPECT_EQ(Day::parse("2019-11-27")->on(friday), day("2019-11-27"));
    EXPECT_EQ(Day::parse("-3")->on(friday), day("2026-03-03"));
    EXPECT_EQ(Day::parse("+4")->on(friday), day("2026-03-10"));
    for (const auto* text : {"2019-11-27", "-3", "+4", "+0"}) {
        EXPECT_EQ(Day::parse(text)->to_string(), text);
    }
}

TEST(DemonstrationDay, IsRefusedWhenItIsNoDay) {
    for (const auto* text : {"", "-", "+", "i dag", "3 dager", "2019-13-01"}) {
        EXPECT_EQ(Day::parse(text).error().code, platform::bad_value.name) << text;
    }
}

TEST(DemonstrationDay, KeepsFreeFromWeekends) {
    const auto friday = day("2026-03-06"), monday = day("2026-03-09");

    EXPECT_EQ(workday_after(friday, 1), monday);
    EXPECT_EQ(workday_after(friday, 2), monday);
    EXPECT_EQ(workday_after(friday, 3), monday);
    EXPECT_EQ(workday_before(monday, 1), friday);
    EXPECT_EQ(workday_before(monday, 2), friday);
    EXPECT_EQ(workday_before(monday, 3), friday);
}
