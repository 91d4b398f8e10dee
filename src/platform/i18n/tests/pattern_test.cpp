#include "platform/i18n/pattern.hpp"

#include "platform/ensure.hpp"
#include "platform/i18n/numbers.hpp"

#include <gtest/gtest.h>

#include <limits>

using i18n::Argument;
using i18n::Language;
using i18n::Pattern;

namespace {

std::string filled(std::string_view pattern, const std::vector<Argument>& arguments = {},
                   Language language = Language::nb) {
    return Pattern{pattern, language}.filled(arguments);
}

TEST(MessagePattern, FillsInArgumentsByName) {
    EXPECT_EQ(filled("Sak {number} i {body}", {{"body", "Landstinget"}, {"number", "19/03109"}}),
              "Sak 19/03109 i Landstinget");
    EXPECT_EQ(filled("{a}{a}", {{"a", "x"}}), "xx");
    EXPECT_EQ(filled("«{missing}»"), "«»");
    EXPECT_EQ(filled(""), "");
}

TEST(MessagePattern, QuotesAsIcuDoes) {
    EXPECT_EQ(filled("it's {name}", {{"name", "it"}}), "it's it");
    EXPECT_EQ(filled("'{name}' is ''quoted''", {{"name", "x"}}), "{name} is 'quoted'");
    EXPECT_EQ(filled("{n, plural, one {'#'#} other {''#''}}", {{"n", 1}}), "#1");
    EXPECT_EQ(filled("{n, plural, one {'#'#} other {''#''}}", {{"n", 2}}), "'2'");
}

TEST(MessagePattern, ChoosesThePluralOfTheLanguage) {
    constexpr std::string_view votes = "{count, plural, =0 {ingen stemmer} one {# stemme} other {# stemmer}}";
    EXPECT_EQ(filled(votes, {{"count", 0}}), "ingen stemmer");
    EXPECT_EQ(filled(votes, {{"count", 1}}), "1 stemme");
    EXPECT_EQ(filled(votes, {{"count", 12345}}), "12\u00A0345 stemmer");
    EXPECT_EQ(filled(votes, {{"count", "1"}}), "1 stemme"); // numbers from data come as text too
    EXPECT_EQ(filled(votes, {{"count", "mange"}}), "mange stemmer");
}

TEST(MessagePattern, KnowsTheDualOfNorthernSami) {
    constexpr std::string_view cases = "{count, plural, one {# ášši} two {# ášši guovttos} other {# ášši ollu}}";
    EXPECT_EQ(filled(cases, {{"count", 1}}, Language::se), "1 ášši");
    EXPECT_EQ(filled(cases, {{"count", 2}}, Language::se), "2 ášši guovttos");
    EXPECT_EQ(filled(cases, {{"count", 3}}, Language::se), "3 ášši ollu");
}

TEST(MessagePattern, NestsChoices) {
    constexpr std::string_view pattern = "{kind, select, meeting {{count, plural, one {# møte i {body}} other {# møter "
                                         "i {body}}}} other {{kind}: {count, number}}}";
    EXPECT_EQ(filled(pattern, {{"kind", "meeting"}, {"count", 2}, {"body", "rådet"}}), "2 møter i rådet");
    EXPECT_EQ(filled(pattern, {{"kind", "case"}, {"count", 2000}}), "case: 2\u00A0000");
    EXPECT_EQ(
        filled("{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", {{"place", 22}}, Language::en),
        "22nd");
}

TEST(MessagePattern, GroupsDigitsOnlyWhereAskedTo) {
    EXPECT_EQ(filled("{year} {count, number}", {{"year", 2026}, {"count", 2026}}), "2026 2\u00A0026");
}

TEST(MessagePattern, BreaksAnInvariantWhenItIsNone) {
    EXPECT_THROW(filled("{count, plural, one {#}"), BrokenInvariant);
}

TEST(Numbers, AreGroupedAsTheLanguageDoes) {
    EXPECT_EQ(i18n::grouped(5'585'868, Language::nb), "5\u00A0585\u00A0868");
    EXPECT_EQ(i18n::grouped(999, Language::nn), "999");
    EXPECT_EQ(i18n::grouped(-1000, Language::se), "\u22121\u00A0000");
    EXPECT_EQ(i18n::grouped(1'000'000, Language::en), "1,000,000");
    EXPECT_EQ(i18n::grouped(std::numeric_limits<std::int64_t>::min(), Language::en), "\u22129,223,372,036,854,775,808");
}

TEST(Numbers, AreRoundedToTheDecimalsAskedFor) {
    EXPECT_EQ(i18n::with_decimals(95.45, 1, Language::nb), "95,5"); // 95.45 is stored as a little more
    EXPECT_EQ(i18n::with_decimals(-1234.5, 2, Language::nb), "\u22121\u00A0234,50");
    EXPECT_EQ(i18n::with_decimals(-0.001, 1, Language::nb), "0,0");
    EXPECT_EQ(i18n::with_decimals(0.5, 3, Language::en), "0.500");
    EXPECT_EQ(i18n::with_decimals(std::numeric_limits<double>::quiet_NaN(), 1, Language::nb), "\u2013");
}

} // namespace
