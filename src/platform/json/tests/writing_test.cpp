#include "platform/json/tests/samples.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

using namespace sample;

namespace rc {

template <>
struct Arbitrary<Point> {
    static Gen<Point> arbitrary() {
        return gen::map(gen::inRange(0, 4), [](int choice) {
            Point point{.text = Line<40>{"Punkt"}, .outcome = {}};
            if (choice < 3) point.outcome = static_cast<Outcome>(choice);
            return point;
        });
    }
};

} // namespace rc

namespace {

template <class T>
std::string written(const T& value) {
    return json::write(value);
}

TEST(WriteJson, NamesMembersInCamelCaseAndLeavesOutEmptyOptionals) {
    NewCase sample;
    sample.title = "«Sitat» \"x\" \\ \n";
    sample.decided_on = Date{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{4}};
    sample.points = {{.text = Line<40>{"a"}, .outcome = Outcome::other_}, {.text = Line<40>{"b"}, .outcome = {}}};
    EXPECT_EQ(json::write(sample),
              R"({"title":"«Sitat» \"x\" \\ \n","summary":"","votesFor":0,"page":1,"share":0,"isPublic":false,)"
              R"("decidedOn":"2026-03-04","opensAt":"1970-01-01T00:00:00.000Z","outcome":"adopted",)"
              R"("points":[{"text":"a","outcome":"other"},{"text":"b"}],"tags":[]})");
}

TEST(WriteJson, WritesNumbersWithoutExponent) {
    EXPECT_EQ(written(0.1), "0.1");
    EXPECT_EQ(written(1e21), "1000000000000000000000");
    EXPECT_EQ(written(-2.5e-7), "-0.00000025");
    EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "null");
    EXPECT_EQ(written(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
}

TEST(WriteJson, IsAlwaysUtf8) {
    EXPECT_EQ(json::quoted("a\xFF"
                           "b\xC3"),
              "\"a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD\"");
    EXPECT_EQ(json::quoted(std::string_view{"\0\x1F\x7F", 3}), "\"\\u0000\\u001f\x7F\"");
}

RC_GTEST_PROP(WriteJson, IsReadBackAsTheSame, ()) {
    NewCase sample;
    sample.title = Line<20>{"Sak"};
    sample.votes_for = *rc::gen::arbitrary<std::int64_t>();
    sample.page = *rc::gen::arbitrary<std::uint8_t>();
    sample.share =
        *rc::gen::suchThat(rc::gen::arbitrary<double>(), [](double number) { return std::isfinite(number); });
    sample.is_public = *rc::gen::arbitrary<bool>();
    sample.decided_on = Date{std::chrono::sys_days{std::chrono::days{*rc::gen::inRange(-100'000, 100'000)}}};
    sample.opens_at = Instant{std::chrono::milliseconds{*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000)}};
    sample.outcome_ = static_cast<Outcome>(*rc::gen::inRange(0, 3));
    sample.points = *rc::gen::arbitrary<std::vector<Point>>();

    const auto read = json::read<NewCase>(json::write(sample));

    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == sample);
}

RC_GTEST_PROP(WriteJson, KeepsEveryText, (const std::vector<std::uint16_t>& points)) {
    std::string text;
    for (const auto point : points) {
        if (point < 0x80) {
            text += static_cast<char>(point);
        } else if (point < 0x800) {
            text += static_cast<char>(0xC0 | point >> 6);
            text += static_cast<char>(0x80 | (point & 0x3F));
        }
    }
    const auto parsed = json::parse(json::quoted(text));
    RC_ASSERT(parsed.has_value());
    RC_ASSERT(*parsed->text() == text);
}

RC_GTEST_PROP(WriteJson, KeepsEveryNumber, (double number)) {
    RC_PRE(std::isfinite(number));
    const auto parsed = json::parse(json::to_string(json::Value{number}));
    RC_ASSERT(parsed.has_value());
    RC_ASSERT(*parsed->real() == number);
}

RC_GTEST_PROP(ParseJson, SurvivesAnyBytes, (const std::string& bytes)) {
    const auto parsed = json::parse(bytes);
    if (parsed) RC_ASSERT(*json::parse(json::to_string(*parsed)) == *parsed);
}

} // namespace
