#include "governance/domain/body.hpp"
#include "governance/tests/roll_builders.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace governance::tests {

TEST(BodyRules, AreThoseOfASimpleMajorityWhenNothingIsSaid) {
    const auto rules = parse_body_rules("{}");

    ASSERT_TRUE(rules);
    EXPECT_EQ(*rules, BodyRules{});
    EXPECT_EQ(rules->notice_days_min, 7);
    EXPECT_EQ(rules->quorum_percent, 50);
    EXPECT_EQ(rules->majority, Majority::simple);
    EXPECT_TRUE(rules->has_casting_vote);
}

TEST(BodyRules, ReadBackWhatTheyWrite) {
    BodyRules rules;
    rules.notice_days_min = 14;
    rules.majority = Majority::two_thirds;
    rules.may_be_final = false;
    rules.allowed_outcomes = {Outcome::adopted, Outcome::noted};
    rules.may_refer = false;

    const auto read = parse_body_rules(to_json(rules));

    ASSERT_TRUE(read);
    EXPECT_EQ(*read, rules);
}

TEST(BodyRules, NameEveryFaultAtOnce) {
    const auto ranges = parse_body_rules(R"({"noticeDaysMin":-1,"paperDaysMin":400,"quorumPercent":0,
        "allowedOutcomes":["adopted"]})");
    const auto shape = parse_body_rules(R"({"noticeDaysMin":"ten","colour":"blue"})");

    ASSERT_FALSE(ranges);
    EXPECT_EQ(ranges.error().code, "governance.body_rules_faulty");
    EXPECT_EQ(faults_of(ranges.error()), (std::vector<std::string>{
                                             "#/noticeDaysMin governance.rule_out_of_range",
                                             "#/paperDaysMin governance.rule_out_of_range",
                                             "#/quorumPercent governance.rule_out_of_range",
                                             "#/mayRefer governance.rules_contradict",
                                         }));
    ASSERT_FALSE(shape);
    EXPECT_EQ(shape.error().code, "governance.body_rules_faulty");
    EXPECT_EQ(shape.error().faults.size(), 2U);
}

TEST(BodyRules, HoldFromTheirDayUntilNewerOnesDo) {
    const std::vector<RulesVersion> versions{{1, day(5), "KS", {}}, {2, day(10), "KS", {}}};

    EXPECT_EQ(in_force(versions, day(1)).number, 1);
    EXPECT_EQ(in_force(versions, day(9)).number, 1);
    EXPECT_EQ(in_force(versions, day(10)).number, 2);
}

RC_GTEST_PROP(QuorumNeeded, IsTheSmallestNumberThatReachesTheShare, ()) {
    const auto seats = *rc::gen::inRange(1, 300);
    const auto percent = *rc::gen::inRange(1, 101);

    const auto needed = quorum_needed(seats, percent);

    RC_ASSERT(needed >= 1);
    RC_ASSERT(needed * 100 >= seats * percent);
    RC_ASSERT(needed == 1 || (needed - 1) * 100 < seats * percent);
}

TEST(BodySlug, HoldsOnlyWhatAnAddressCan) {
    EXPECT_TRUE(check_slug("kommit-radet-2"));
    EXPECT_EQ(code_of(check_slug("")), "governance.body_slug_faulty");
    EXPECT_EQ(code_of(check_slug("KommIT")), "governance.body_slug_faulty");
    EXPECT_EQ(code_of(check_slug("-rad")), "governance.body_slug_faulty");
    EXPECT_EQ(code_of(check_slug("råd")), "governance.body_slug_faulty");
    EXPECT_EQ(code_of(check_slug(std::string(61, 'a'))), "governance.body_slug_faulty");
}

} // namespace governance::tests
