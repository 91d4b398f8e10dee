#include "platform/i18n/translator.hpp"

#include "platform/ensure.hpp"
#include "platform/errors.hpp"
#include "platform/texts.hpp"

#include <gtest/gtest.h>

#include <thread>

using i18n::Language;
using namespace std::chrono;

namespace {

constexpr i18n::Entry entries[] = {
    {"sample.greeting", {"Hei, {name}", "Hei, {name}", "", "Hello, {name}"}},
    {"sample.cases",
     {"{count, plural, one {# sak} other {# saker}}", "{count, plural, one {# sak} other {# saker}}",
      "{count, plural, one {# ášši} two {# ášši (2)} other {# ášši}}", ""}},
    {"problem.sample.late.detail", {"Fristen var {day}, og nå er det {at}.", "", "", ""}},
    {"right.sample.plan", {"Melde saker", "Melde saker", "", ""}},
    {"event.sample.case_planned", {"planla saken «{title}»", "planla saka «{title}»", "", ""}},
};
const i18n::Catalogue catalogue{"sample", entries};
constexpr i18n::Message greeting{&catalogue, 0}, cases{&catalogue, 1};

const i18n::Library& library() {
    static const i18n::Library made{{&catalogue, &platform::text::catalogue}};
    return made;
}
const i18n::Translator& nb() {
    return library().in(Language::nb);
}
const i18n::Translator& nn() {
    return library().in(Language::nn);
}
const i18n::Translator& se() {
    return library().in(Language::se);
}
const i18n::Translator& en() {
    return library().in(Language::en);
}

Date on(int y, unsigned m, unsigned d) {
    return {year{y}, month{m}, day{d}};
}

TEST(Translator, SpeaksItsLanguage) {
    EXPECT_EQ(nb()({greeting, {{"name", "Kari"}}}), "Hei, Kari");
    EXPECT_EQ(en()({greeting, {{"name", "Kari"}}}), "Hello, Kari");
    EXPECT_EQ(en()(platform::text::common_yes), "Yes");
    EXPECT_EQ(se()({cases, {{"count", 2}}}), "2 ášši (2)");
}

TEST(Translator, FallsBackToBokmaalAndSaysSo) {
    const auto text = se().text({greeting, {{"name", "Kari"}}});
    EXPECT_EQ(text.words, "Hei, Kari");
    EXPECT_EQ(text.language, Language::nb);
    EXPECT_EQ(en()({cases, {{"count", 1}}}), "1 sak");
    EXPECT_EQ(nn().text({cases, {{"count", 1}}}).language, Language::nn);
}

TEST(Translator, FindsMessagesByName) {
    EXPECT_EQ(nn().by_name("event.sample.case_planned", {{"title", "Post"}}), "planla saka «Post»");
    EXPECT_EQ(nb().by_name("event.sample.nothing"), "");
}

TEST(Translator, TellsErrorsAndFaultsWithTheirValues) {
    const auto error = platform::body_not_json.error({{"line", 3}, {"column", 7}});
    EXPECT_EQ(nb().title_of(error), "Innholdet er ikke gyldig JSON");
    EXPECT_EQ(nb().detail_of(error), "JSON-teksten kan ikke leses videre fra linje 3, tegn 7.");
    EXPECT_EQ(nn().detail_of(platform::too_long.at("#/title", {{"length", 1200}, {"max", 1000}})),
              "Teksten har 1\u00A0200 teikn. Det er plass til 1\u00A0000.");
    EXPECT_EQ(nb().detail_of(platform::wrong_type.at("#/x", {{"expected", "array"}})), "Her skal det stå en liste.");
}

TEST(Translator, CallsARightWhatThePagesThatGiveItCallIt) {
    EXPECT_EQ(nb().detail_of(platform::right_missing.error({{"right", "sample.plan"}})),
              "Dette krever retten «Melde saker». Spør den som styrer rettighetene hos dere.");
    EXPECT_EQ(nb().detail_of(platform::right_missing.error({{"right", "sample.machine"}})),
              "Dette krever retten «sample.machine». Spør den som styrer rettighetene hos dere.");
}

TEST(Translator, SpeaksTheDaysAndTimesOfAnError) {
    constexpr ErrorCode late{"sample.late", ErrorKind::conflict};
    EXPECT_EQ(nb().detail_of(late.error({{"day", "2026-03-04"}, {"at", "2026-03-04T09:00:00Z"}})),
              "Fristen var 4. mars 2026, og nå er det 4. mars 2026 kl. 10.00.");
    EXPECT_EQ(nb().detail_of(late.error({{"day", "2026-02-30"}, {"at", ""}})),
              "Fristen var 2026-02-30, og nå er det .");
}

TEST(Translator, GivesTheCodeOfAnErrorWithoutWords) {
    constexpr ErrorCode unknown{"sample.unknown", ErrorKind::conflict};
    EXPECT_EQ(nb().title_of(unknown.error()), "sample.unknown");
}

TEST(Translator, KnowsOnlyCataloguesOfItsLibrary) {
    const i18n::Library empty{{}};
    EXPECT_THROW(empty.in(Language::nb)(greeting), BrokenInvariant);
    EXPECT_EQ(empty.in(Language::nb).date(on(2026, 3, 4)), "4. mars 2026");
}

TEST(Translator, WritesDatesAsEachLanguageDoes) {
    EXPECT_EQ(nb().date(on(2026, 3, 4)), "4. mars 2026");
    EXPECT_EQ(nb().short_date(on(2026, 12, 24)), "24. desember");
    EXPECT_EQ(nb().weekday_date(on(2026, 3, 4)), "onsdag 4. mars 2026");
    EXPECT_EQ(nn().weekday_date(on(2026, 3, 7)), "laurdag 7. mars 2026");
    EXPECT_EQ(se().date(on(2026, 3, 4)), "njukčamánu 4. b. 2026");
    EXPECT_EQ(en().weekday_date(on(2026, 3, 1)), "Sunday 1 March 2026");
}

TEST(Translator, NamesEveryMonthAndWeekdayInEveryLanguage) {
    for (const auto* t : {&nb(), &nn(), &se(), &en()}) {
        std::set<std::string> dates;
        for (unsigned m = 1; m <= 12; ++m)
            dates.insert(t->short_date(on(2026, m, 1)));
        EXPECT_EQ(dates.size(), 12U);
        std::set<std::string> weekdays;
        for (unsigned d = 2; d <= 8; ++d)
            weekdays.insert(t->weekday_date(on(2026, 3, d)).substr(0, 6));
        EXPECT_EQ(weekdays.size(), 7U);
        EXPECT_EQ(weekdays.count(""), 0U);
    }
}

TEST(Translator, TellsTheTimeInNorway) {
    const Instant winter = sys_days{on(2026, 3, 4)} + 9h;
    const Instant summer = sys_days{on(2026, 7, 4)} + 22h + 59min + 59s;
    EXPECT_EQ(nb().time(winter), "10.00");
    EXPECT_EQ(en().time(winter), "10:00");
    EXPECT_EQ(nb().date_time(winter), "4. mars 2026 kl. 10.00");
    EXPECT_EQ(nb().date_time(summer), "5. juli 2026 kl. 00.59");
    EXPECT_EQ(en().date_time(summer), "5 July 2026 at 00:59");
    EXPECT_EQ(nb().time(Instant{-1us}), "00.59"); // before 1970 too
}

TEST(Translator, TellsHowFarAwayADayIs) {
    const auto today = on(2026, 3, 31);
    EXPECT_EQ(nb().days_from(today, today), "i dag");
    EXPECT_EQ(nn().days_from(today, on(2026, 4, 1)), "i morgon");
    EXPECT_EQ(se().days_from(today, on(2026, 3, 30)), "ikte");
    EXPECT_EQ(nb().days_from(today, on(2026, 4, 3)), "om 3 dager");
    EXPECT_EQ(nb().days_from(today, on(2026, 3, 29)), "for 2 dager siden");
    EXPECT_EQ(en().days_from(today, on(2026, 3, 29)), "2 days ago");
}

TEST(Translator, WritesSharesAsPercent) {
    EXPECT_EQ(nb().percent(0.955), "95,5\u00A0%");
    EXPECT_EQ(nb().percent(1), "100\u00A0%");
    EXPECT_EQ(en().percent(0.123), "12.3%");
    EXPECT_EQ(nb().number(5'585'868), "5\u00A0585\u00A0868");
    EXPECT_EQ(nb().decimal(2.345, 1), "2,3");
}

TEST(Translator, SortsAsNorwegiansDo) {
    const std::vector<std::string> sorted{"Asker",  "bergen",   "Bærum", "Tromsø", "Zoo",
                                          "Ærfugl", "Øygarden", "Ås",    "Aasen"};
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        EXPECT_LT(nb().compare(sorted[i - 1], sorted[i]), 0) << sorted[i - 1] << " before " << sorted[i];
        EXPECT_GT(en().compare(sorted[i], sorted[i - 1]), 0);
    }
    EXPECT_EQ(nb().compare("Ås", "Ås"), 0);
}

TEST(Translator, MaySpeakToManyAtOnce) {
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&wrong, i] {
            for (int n = 0; n < 500; ++n) {
                const bool is_right = nb()({cases, {{"count", 2}}}) == "2 saker" &&
                                      se()({cases, {{"count", i}}}).find("ášši") == 2 && nb().compare("Ås", "Zoo") > 0;
                if (!is_right) ++wrong;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST(Languages, HaveCodesPathsAndNames) {
    EXPECT_EQ(i18n::code(Language::se), "se");
    EXPECT_EQ(i18n::language_of("nn"), Language::nn);
    EXPECT_FALSE(i18n::language_of("no"));
    EXPECT_EQ(i18n::path_prefix(Language::nb), "");
    EXPECT_EQ(i18n::path_prefix(Language::en), "/en");
    EXPECT_EQ(i18n::own_name(Language::se), "Davvisámegiella");
}

} // namespace
