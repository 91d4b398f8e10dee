#include "platform/calendar/calendar.hpp"

#include "platform/unicode.hpp"

#include <gtest/gtest.h>
#include <libical/ical.h>

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Component parsed(const std::string& text) {
    return {icalparser_parse_string(text.c_str()), &icalcomponent_free};
}

calendar::Calendar sample() {
    return {.name = "Møter i \"Landstinget\"",
            .language = "nb",
            .events = {{.uid = "01890a5d-ac96-774b-bcce-b302099a8057",
                        .start = *parse_instant("2026-03-04T09:00:00Z"),
                        .end = *parse_instant("2026-03-04T11:30:00Z"),
                        .title = "Hovedstyret; møte 3, del 1",
                        .place = "Kommunenes hus, Oslo",
                        .description = std::string(80, 'x') + "\næøå" + std::string(40, '\xC3') + "\r\nEND:VEVENT",
                        .url = "https://samband.example/meetings/1",
                        .changed_at = *parse_instant("2026-02-01T08:00:00.5Z"),
                        .sequence = 2,
                        .is_cancelled = false},
                       {.uid = "01890a5d-ac96-774b-bcce-b302099a8058",
                        .start = *parse_instant("2026-07-04T09:00:00Z"),
                        .end = *parse_instant("2026-07-04T08:00:00Z"),
                        .title = "Avlyst",
                        .place = "",
                        .description = "",
                        .url = "",
                        .changed_at = *parse_instant("2026-02-01T08:00:00Z"),
                        .sequence = 3,
                        .is_cancelled = true}}};
}

TEST(WriteCalendar, KeepsTheRulesForPublishing) {
    const auto text = calendar::write(sample());
    const auto parsed_back = parsed(text);

    ASSERT_TRUE(parsed_back);
    EXPECT_EQ(icalcomponent_count_errors(parsed_back.get()), 0) << text;
    EXPECT_TRUE(icalrestriction_check(parsed_back.get()) != 0) << icalcomponent_as_ical_string(parsed_back.get());
    EXPECT_EQ(icalcomponent_count_errors(parsed_back.get()), 0) << icalcomponent_as_ical_string(parsed_back.get());
    EXPECT_EQ(icalcomponent_get_method(parsed_back.get()), ICAL_METHOD_PUBLISH);
    EXPECT_NE(text.find("PRODID:-//Samband//Samband//NO\r\n"), std::string::npos);
    EXPECT_NE(text.find("X-WR-CALNAME:Møter i"), std::string::npos);
}

TEST(WriteCalendar, KeepsEveryEventAsItIs) {
    const auto parsed_back = parsed(calendar::write(sample()));
    auto* event = icalcomponent_get_first_component(parsed_back.get(), ICAL_VEVENT_COMPONENT);

    EXPECT_STREQ(icalcomponent_get_uid(event), "01890a5d-ac96-774b-bcce-b302099a8057");
    EXPECT_STREQ(icalcomponent_get_summary(event), "Hovedstyret; møte 3, del 1");
    EXPECT_STREQ(icalcomponent_get_location(event), "Kommunenes hus, Oslo");
    EXPECT_STREQ(icaltime_as_ical_string(icalcomponent_get_dtstart(event)), "20260304T090000Z");
    EXPECT_STREQ(icaltime_as_ical_string(icalcomponent_get_dtend(event)), "20260304T113000Z");
    EXPECT_EQ(icalcomponent_get_sequence(event), 2);
    EXPECT_EQ(icalcomponent_get_status(event), ICAL_STATUS_CONFIRMED);
    const std::string description = icalcomponent_get_description(event);
    EXPECT_NE(description.find("\næøå"), std::string::npos);
    EXPECT_NE(description.find("\nEND:VEVENT"), std::string::npos);

    event = icalcomponent_get_next_component(parsed_back.get(), ICAL_VEVENT_COMPONENT);
    EXPECT_EQ(icalcomponent_get_status(event), ICAL_STATUS_CANCELLED);
    EXPECT_STREQ(icaltime_as_ical_string(icalcomponent_get_dtend(event)), "20260704T090000Z"); // never before its start
    EXPECT_EQ(icalcomponent_get_next_component(parsed_back.get(), ICAL_VEVENT_COMPONENT), nullptr);
}

TEST(WriteCalendar, FoldsLinesBetweenCharacters) {
    const auto text = calendar::write(sample());
    std::size_t start = 0;
    for (auto end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", start)) {
        const auto line = std::string_view{text}.substr(start, end - start);
        EXPECT_LE(line.size(), 75U) << line;
        EXPECT_TRUE(unicode::is_valid(line)) << line;
        EXPECT_EQ(line.find('\n'), std::string_view::npos) << line;
        start = end + 2;
    }
    EXPECT_EQ(start, text.size());
}

TEST(WriteCalendar, IsACalendarEvenWhenEmpty) {
    EXPECT_TRUE(parsed(calendar::write({.name = "Tom", .language = "nb", .events = {}})));
}

} // namespace

TEST(Calendar, WritesADayWithoutTimeAsADate) {
    auto whole = sample();
    whole.events.resize(1);
    whole.events.front().whole_day = *parse_date("2026-12-31");
    const auto text = calendar::write(whole);
    EXPECT_NE(text.find("DTSTART;VALUE=DATE:20261231\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("DTEND;VALUE=DATE:20270101\r\n"), std::string::npos) << text;
}
