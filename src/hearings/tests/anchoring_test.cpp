#include "hearings/domain/anchoring.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace hearings;

static constexpr Instant some_day{std::chrono::microseconds{1'000'000}};

/// A municipality that has come as far as the step says: 0 asked, 1 reached, 2 opened, from 3 on it answered.
static Addressee municipality(int place, int step, std::int64_t inhabitants) {
    Addressee one;
    one.organisation = *directory::OrganisationId::parse(fmt::format("00000000-0000-7000-8000-{:012}", place));
    one.number = fmt::format("{:04}", place);
    one.county_number = fmt::format("{:02}", place % 15);
    one.inhabitants = inhabitants;
    if (step >= 1) one.reached_at = some_day;
    if (step >= 2) one.opened_at = some_day;
    if (step >= 3) {
        one.stance = static_cast<Stance>(step - 3);
        one.answered_at = some_day;
    }
    return one;
}

static std::vector<Addressee> drawn_sector() {
    std::vector<Addressee> all;
    const auto count = *rc::gen::inRange(0, 400);
    for (int place = 0; place < count; ++place) {
        all.push_back(municipality(place, *rc::gen::inRange(0, 7), *rc::gen::inRange(0, 700'000)));
    }
    return all;
}

RC_GTEST_PROP(Anchoring, RegionsAndSizesAddUpToTheWhole, ()) {
    const auto anchoring = anchoring_of(drawn_sector());
    Tally counties, sizes;
    for (const auto& [county, tally] : anchoring.by_county)
        counties += tally;
    for (const auto& [size, tally] : anchoring.by_size)
        sizes += tally;
    RC_ASSERT(counties == anchoring.whole);
    RC_ASSERT(sizes == anchoring.whole);
}

RC_GTEST_PROP(Anchoring, StancesAndSilenceAddUpToThoseAsked, ()) {
    const auto whole = anchoring_of(drawn_sector()).whole;
    RC_ASSERT(whole.support.organisations + whole.support_if.organisations + whole.against.organisations +
                  whole.no_capacity.organisations ==
              whole.answered.organisations);
    RC_ASSERT(whole.answered.organisations + whole.silent().organisations == whole.addressed.organisations);
    RC_ASSERT(whole.answered.organisations <= whole.opened.organisations);
    RC_ASSERT(whole.opened.organisations <= whole.reached.organisations);
    RC_ASSERT(whole.reached.inhabitants <= whole.addressed.inhabitants);
}

RC_GTEST_PROP(Anchoring, FallingSilentNeverRaisesSupport, ()) {
    auto all = drawn_sector();
    const auto before = anchoring_of(all).whole;
    for (auto& one : all) {
        if (*rc::gen::inRange(0, 3) != 0) continue;
        one.stance.reset();
        one.answered_at.reset();
    }
    const auto after = anchoring_of(all).whole;
    RC_ASSERT(after.support.organisations <= before.support.organisations);
    RC_ASSERT(after.support.inhabitants <= before.support.inhabitants);
    RC_ASSERT(percent(after.support.inhabitants, after.addressed.inhabitants) <=
              percent(before.support.inhabitants, before.addressed.inhabitants));
}

RC_GTEST_PROP(Anchoring, AskingMoreWhoStaySilentNeverRaisesTheShareOfSupport, ()) {
    auto all = drawn_sector();
    const auto before = anchoring_of(all).whole;
    const auto more = *rc::gen::inRange(1, 50);
    for (int i = 0; i < more; ++i)
        all.push_back(municipality(1000 + i, *rc::gen::inRange(0, 3), *rc::gen::inRange(0, 90'000)));
    const auto after = anchoring_of(all).whole;
    RC_ASSERT(after.support == before.support);
    RC_ASSERT(percent(after.support.organisations, after.addressed.organisations) <=
              percent(before.support.organisations, before.addressed.organisations));
}

RC_GTEST_PROP(Anchoring, WhatCameLaterDoesNotCountBefore, ()) {
    auto all = drawn_sector();
    for (auto& one : all) {
        if (one.stance && *rc::gen::inRange(0, 2) == 0) one.answered_at = some_day + std::chrono::hours{24};
    }
    const auto early = anchoring_of(as_of(all, some_day)).whole, late = anchoring_of(all).whole;
    RC_ASSERT(early.answered.organisations <= late.answered.organisations);
    RC_ASSERT(early.addressed == late.addressed);
}

TEST(CombinedHearings, CountEachMunicipalityOnceWithItsLatestAnswer) {
    auto first = municipality(1, 3, 5000), second = municipality(1, 5, 5000);
    second.answered_at = some_day + std::chrono::hours{24};
    const auto whole = anchoring_of(combined({{first, municipality(2, 0, 100)}, {second}})).whole;
    EXPECT_EQ(whole.addressed.organisations, 2);
    EXPECT_EQ(whole.answered.organisations, 1);
    EXPECT_EQ(whole.against.organisations, 1);
    EXPECT_EQ(whole.support.organisations, 0);
}

TEST(Anchoring, LeavesCountiesOutOfTheFiguresOfMunicipalities) {
    auto county = municipality(46, 3, 600'000);
    county.is_municipality = false;
    EXPECT_EQ(anchoring_of({county}).whole.addressed.organisations, 0);
}

TEST(HearingNumber, IsReadFromItsAddressOnlyInItsOwnForm) {
    EXPECT_EQ(hearing_number("2026-3")->serial, 3);
    for (const auto* faulty : {"", "2026", "2026-", "-3", "2026-0", "2026-3x", "x-3"})
        EXPECT_FALSE(hearing_number(faulty).has_value()) << faulty;
}
