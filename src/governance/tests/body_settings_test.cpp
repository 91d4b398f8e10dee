#include "governance/domain/body_rules.hpp"
#include "governance/tests/roll_builders.hpp"

#include <gtest/gtest.h>

namespace governance::tests {

TEST(BodySettings, StandOverWhatTheProfileSaysAndLeaveTheRest) {
    BodyRules profile;
    profile.paper_days_min = 3;
    profile.must_vote = true;
    BodySettings own;
    own.notice_days_min = 21;
    own.majority = Majority::absolute;
    own.has_casting_vote = false;
    own.quorum_percent = 67;

    const auto rules = with_settings(profile, own);

    ASSERT_TRUE(rules);
    EXPECT_EQ(rules->notice_days_min, 21);
    EXPECT_EQ(rules->paper_days_min, 3);
    EXPECT_EQ(rules->majorities.ordinary, (MajorityRule{ShareOf::seats, {1, 2}, true}));
    EXPECT_EQ(rules->tie, Tie::lapses);
    EXPECT_EQ(rules->quorum.share, (Share{67, 100}));
    EXPECT_TRUE(rules->must_vote);
    EXPECT_EQ(*with_settings(profile, {}), profile);
}

TEST(BodySettings, NameEveryFaultAtOnce) {
    BodySettings settings;
    settings.paper_days_min = 400;
    settings.quorum_percent = 0;
    settings.majority = Majority::special;
    settings.allowed_outcomes = std::vector{Outcome::adopted};

    const auto refused = with_settings(BodyRules{}, settings, "#/rules");

    ASSERT_FALSE(refused);
    EXPECT_EQ(faults_of(refused.error()), (std::vector<std::string>{
                                              "#/rules/paperDaysMin governance.rule_out_of_range",
                                              "#/rules/mayRefer governance.rules_contradict",
                                              "#/rules/quorumPercent governance.rule_out_of_range",
                                              "#/rules/majority governance.rules_contradict",
                                          }));
    EXPECT_EQ(code_of(parse_body_settings("[]")), "governance.body_rules_faulty");
}

TEST(BodySettings, ReadWhatWasWrittenBeforeThereWereProfiles) {
    const auto kept = parse_body_settings(R"({"quorumPercent":50,"majority":"two_thirds","hasCastingVote":false})");

    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->quorum_percent, 50);
    EXPECT_EQ(kept->majority, Majority::two_thirds);
    EXPECT_FALSE(kept->notice_days_min);
    EXPECT_EQ(*parse_body_settings(to_json(*kept)), *kept);
}

} // namespace governance::tests
