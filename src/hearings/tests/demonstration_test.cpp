#include "hearings/demonstration.hpp"

#include "governance/testing/demonstration.hpp"
#include "hearings/domain/anchoring.hpp"
#include "hearings/domain/invented_turnout.hpp"
#include "hearings/store/attachment_store.hpp"
#include "hearings/store/hearing_store.hpp"
#include "platform/testing/world.hpp"

#include <gtest/gtest.h>

using namespace hearings;

class HearingDemonstration : public world::Test {
protected:
    HearingDemonstration() : Test{governance::demonstration} {}
    void SetUp() override {
        const auto loaded = load_demonstration(world.services, today());
        ASSERT_TRUE(loaded) << describe(loaded.error());
        report = *loaded;
    }
    [[nodiscard]] Date today() const { return norwegian_date(world.clock.now()); }
    std::vector<Hearing> hearings_now() {
        const auto reader = *world.database->reader();
        return *list_hearings(*reader, {}, today());
    }
    Anchoring anchoring(const Hearing& hearing) {
        const auto reader = *world.database->reader();
        return anchoring_of(*addressees_of(*reader, hearing.id));
    }
    DemonstrationReport report;
};
EACH_DATABASE(HearingDemonstration);

TEST_P(HearingDemonstration, HasAnOpenHearingWithTwoHundredAnswersAndAClosedOne) {
    const auto all = hearings_now();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].state_on(today()), HearingState::open);
    EXPECT_EQ(all[1].state_on(today()), HearingState::closed);
    EXPECT_EQ(anchoring(all[0]).whole.answered.organisations, 200);
    EXPECT_EQ(report.answers, 431);
    EXPECT_EQ(report.through_networks, 135);
    for (const auto& hearing : all) {
        EXPECT_TRUE(hearing.is_invented);
        const auto whole = anchoring(hearing).whole;
        for (const auto& count : {whole.support, whole.support_if, whole.against, whole.no_capacity, whole.silent()})
            EXPECT_GT(count.organisations, 0);
        EXPECT_LT(whole.opened.organisations, whole.reached.organisations);
        EXPECT_LT(whole.reached.organisations, whole.addressed.organisations);
        EXPECT_GE(std::chrono::sys_days{hearing.closes_on} - std::chrono::sys_days{hearing.opens_on},
                  std::chrono::days{hearing.days_min});
    }
}

TEST_P(HearingDemonstration, HasAClosingDayThatMovedAndFilesBesideAnswers) {
    const auto all = hearings_now();
    const auto reader = *world.database->reader();
    const auto closed = **find_hearing(*reader, all[1].id);
    ASSERT_EQ(closed.extensions.size(), 1U);
    EXPECT_EQ(closed.extensions.front().to, closed.closes_on);
    for (const auto& hearing : all)
        EXPECT_EQ(attachments_of(*reader, hearing.id)->size(), 3U);
    EXPECT_EQ(reminders_of(*reader, closed.id)->size(), 1U);
}

TEST_P(HearingDemonstration, IsLoadedOnce) {
    const auto again = load_demonstration(world.services, today());
    ASSERT_TRUE(again.has_value());
    EXPECT_TRUE(again->was_loaded_before);
    EXPECT_EQ(hearings_now().size(), 2U);
}

TEST(InventedTurnout, IsTheSameEveryTimeAndWithinTheTime) {
    EXPECT_EQ(spread_of("a", "4601"), spread_of("a", "4601"));
    EXPECT_NE(spread_of("a", "4601"), spread_of("b", "4601"));
    const Date first{std::chrono::year{2026} / 3 / 2}, last{std::chrono::year{2026} / 3 / 4};
    for (std::uint32_t spread = 0; spread < 5000; spread += 7) {
        const auto day = norwegian_date(invented_moment(spread, first, last));
        EXPECT_GE(day, first);
        EXPECT_LE(day, last);
    }
}
