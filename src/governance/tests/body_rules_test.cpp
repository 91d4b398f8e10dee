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
    EXPECT_EQ(rules->quorum.share, (Share{1, 2}));
    EXPECT_EQ(name_of(rules->majorities.ordinary), Majority::simple);
    EXPECT_EQ(rules->tie, Tie::casting_vote);
}

TEST(BodyRules, ReadBackWhatTheyWrite) {
    BodyRules rules;
    rules.notice_days_min = 14;
    rules.majorities.rules_change = {ShareOf::seats, {2, 3}, false};
    rules.second_round = SecondRound{{1, 2}, 90, rule_of(Majority::three_quarters)};
    rules.may_be_final = false;
    rules.allowed_outcomes = {Outcome::adopted, Outcome::noted};
    rules.may_refer = false;

    const auto read = parse_body_rules(to_json(rules));

    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(*read, rules);
}

TEST(BodyRules, NameEveryFaultAtOnce) {
    BodyRules faulty;
    faulty.notice_days_min = -1;
    faulty.paper_days_min = 400;
    faulty.quorum.share = {3, 2};
    faulty.majorities.ordinary = {ShareOf::decided, {1, 1}, true};
    faulty.allowed_outcomes = {Outcome::adopted};
    const auto ranges = parse_body_rules(to_json(faulty));
    const auto shape = parse_body_rules(R"({"noticeDaysMin":"ten","colour":"blue"})");

    ASSERT_FALSE(ranges);
    EXPECT_EQ(ranges.error().code, "governance.body_rules_faulty");
    EXPECT_EQ(faults_of(ranges.error()), (std::vector<std::string>{
                                             "#/noticeDaysMin governance.rule_out_of_range",
                                             "#/paperDaysMin governance.rule_out_of_range",
                                             "#/quorum/share/numerator governance.rule_out_of_range",
                                             "#/majorities/ordinary governance.rules_contradict",
                                             "#/mayRefer governance.rules_contradict",
                                         }));
    ASSERT_FALSE(shape);
    EXPECT_EQ(shape.error().code, "governance.body_rules_faulty");
    EXPECT_EQ(shape.error().faults.size(), 2U);
}

TEST(BodyRules, HoldFromTheirDayUntilNewerOnesDo) {
    const std::vector<RulesVersion> versions{{1, day(5), "KS", {}, {}}, {2, day(10), "KS", {}, {}}};

    EXPECT_EQ(in_force(versions, day(1)).number, 1);
    EXPECT_EQ(in_force(versions, day(9)).number, 1);
    EXPECT_EQ(in_force(versions, day(10)).number, 2);
}

RC_GTEST_PROP(QuorumNeeded, IsTheSmallestNumberThatReachesTheShare, ()) {
    const auto seats = *rc::gen::inRange(1, 300);
    QuorumRule rule;
    rule.share.denominator = *rc::gen::inRange(1, 20);
    rule.share.numerator = *rc::gen::inRange(1, rule.share.denominator + 1);
    rule.is_more_than = rule.share.numerator < rule.share.denominator && *rc::gen::arbitrary<bool>();
    const auto reaches = [&](int number) {
        const auto left = number * rule.share.denominator, right = seats * rule.share.numerator;
        return rule.is_more_than ? left > right : left >= right;
    };

    const auto needed = quorum_needed(seats, rule);

    RC_ASSERT(needed >= 1);
    RC_ASSERT(reaches(needed));
    RC_ASSERT(needed == 1 || !reaches(needed - 1));
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
