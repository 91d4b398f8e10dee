#include "platform/http/header_values.hpp"
#include "platform/http/percent.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace http;

namespace {

const std::vector<Format> page{Format::html, Format::json, Format::csv};

TEST(PreferredFormat, IsHtmlForBrowsers) {
    EXPECT_EQ(preferred_format("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", page), Format::html);
}

TEST(PreferredFormat, IsHtmlWhenAnythingWillDo) {
    EXPECT_EQ(preferred_format("*/*", page), Format::html);
    EXPECT_EQ(preferred_format("", page), Format::html);
    EXPECT_EQ(preferred_format("*/*", std::vector{Format::json, Format::csv}), Format::json);
}

TEST(PreferredFormat, FollowsTheWeights) {
    EXPECT_EQ(preferred_format("text/html;q=0.5, application/json;q=0.7", page), Format::json);
    EXPECT_EQ(preferred_format("text/html; q=0, */*", page), Format::json);
    EXPECT_EQ(preferred_format("text/*;q=0.3, application/json;q=0.2", page), Format::html);
}

TEST(PreferredFormat, PrefersWhatIsNamedToWhatIsOnlyAccepted) {
    EXPECT_EQ(preferred_format("application/json, text/plain, */*", page), Format::json);
    EXPECT_EQ(preferred_format("text/csv, */*", page), Format::csv);
}

TEST(PreferredFormat, IsNothingWhenNoneWillDo) {
    EXPECT_FALSE(preferred_format("image/png", page));
    EXPECT_FALSE(preferred_format("text/html;q=0", std::vector{Format::html}));
    EXPECT_FALSE(preferred_format("text/html;q=nonsense", std::vector{Format::html}));
}

TEST(PreferredFormat, TakesProblemDocumentsForJson) {
    EXPECT_EQ(preferred_format("application/problem+json", page), Format::json);
}

TEST(AcceptsCoding, ReadsWeightsAndStars) {
    EXPECT_TRUE(accepts_coding("gzip, deflate, br", "gzip"));
    EXPECT_TRUE(accepts_coding("*", "gzip"));
    EXPECT_FALSE(accepts_coding("gzip;q=0, *", "gzip"));
    EXPECT_FALSE(accepts_coding("*, gzip;q=0", "gzip"));
    EXPECT_FALSE(accepts_coding("", "gzip"));
    EXPECT_FALSE(accepts_coding("identity", "gzip"));
}

TEST(SplitList, LeavesQuotedSeparatorsAlone) {
    EXPECT_EQ(split_list(R"(a , "b, \" c",, d)"), (std::vector<std::string_view>{"a", R"("b, \" c")", "d"}));
    EXPECT_TRUE(split_list(" , ,").empty());
}

TEST(Parameters, AreUnquotedAndKeepWindowsPaths) {
    const auto parsed = parse_parameterised(R"(Form-Data; NAME="a\"b"; filename="C:\plan\a.pdf")");
    EXPECT_EQ(parsed.word, "form-data");
    EXPECT_EQ(parsed.parameter("name"), "a\"b");
    EXPECT_EQ(parsed.parameter("filename"), R"(C:\plan\a.pdf)");
}

TEST(ListsTag, ComparesWeakly) {
    EXPECT_TRUE(lists_tag(R"("a", W/"b")", "\"b\""));
    EXPECT_TRUE(lists_tag("*", "\"b\""));
    EXPECT_FALSE(lists_tag("\"ab\"", "\"b\""));
    EXPECT_FALSE(lists_tag("*", ""));
}

TEST(ParseRange, GivesBothEnds) {
    ByteRange range;
    EXPECT_EQ(parse_range("bytes=0-99", 1000, range), RangeOutcome::part);
    EXPECT_EQ(range, (ByteRange{0, 99}));
    EXPECT_EQ(parse_range("bytes=900-", 1000, range), RangeOutcome::part);
    EXPECT_EQ(range, (ByteRange{900, 999}));
    EXPECT_EQ(parse_range("bytes=-1", 1000, range), RangeOutcome::part);
    EXPECT_EQ(range, (ByteRange{999, 999}));
    EXPECT_EQ(parse_range("bytes=990-99999", 1000, range), RangeOutcome::part);
    EXPECT_EQ(range, (ByteRange{990, 999}));
}

TEST(ParseRange, RefusesWhatLiesBehindTheEnd) {
    ByteRange range;
    EXPECT_EQ(parse_range("bytes=1000-", 1000, range), RangeOutcome::unsatisfiable);
    EXPECT_EQ(parse_range("bytes=-0", 1000, range), RangeOutcome::unsatisfiable);
    EXPECT_EQ(parse_range("bytes=0-", 0, range), RangeOutcome::unsatisfiable);
}

TEST(ParseRange, GivesTheWholeForNonsenseAndForSeveralRanges) {
    ByteRange range;
    for (const auto* nonsense : {"bytes=", "bytes=-", "bytes=5-1", "bytes=a-b", "lines=1-2", "bytes=0-1,5-9",
                                 "bytes=99999999999999999999-", "bytes=+1-2"}) {
        EXPECT_EQ(parse_range(nonsense, 1000, range), RangeOutcome::whole) << nonsense;
    }
}

TEST(ContentDisposition, CarriesNorwegianNamesBothWays) {
    EXPECT_EQ(content_disposition("attachment", "plan.pdf"), "attachment; filename=\"plan.pdf\"");
    EXPECT_EQ(content_disposition("inline", "Møte \"1\".pdf"),
              "inline; filename=\"M__te _1_.pdf\"; filename*=UTF-8''M%C3%B8te%20%221%22.pdf");
    EXPECT_EQ(content_disposition("attachment", "a\r\nset-cookie: b"),
              "attachment; filename=\"a__set-cookie: b\"; filename*=UTF-8''a%0D%0Aset-cookie%3A%20b");
}

TEST(PercentDecoded, RefusesHalfEscapes) {
    EXPECT_FALSE(percent_decoded("%"));
    EXPECT_FALSE(percent_decoded("a%2"));
    EXPECT_FALSE(percent_decoded("%G0"));
    EXPECT_EQ(percent_decoded("a%2Bb+c"), "a+b+c");
    EXPECT_EQ(percent_decoded("a%2Bb+c", true), "a+b c");
}

RC_GTEST_PROP(PercentEncoding, GivesBackWhatWasEncoded, (const std::string& text)) {
    RC_ASSERT(percent_decoded(percent_encoded(text)) == text);
}

RC_GTEST_PROP(ParseRange, StaysInsideTheLength, (const std::string& junk)) {
    const auto length = *rc::gen::inRange<std::uint64_t>(0, 10'000);
    const auto first = *rc::gen::inRange(0, 12'000);
    ByteRange range;

    const auto outcome = parse_range("bytes=" + std::to_string(first) + "-" + junk, length, range);

    if (outcome == RangeOutcome::part) {
        RC_ASSERT(range.first <= range.last);
        RC_ASSERT(range.last < length);
    }
}

} // namespace
