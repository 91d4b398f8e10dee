// R2: what is treated is public unless a law shields it.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR2 : public RuleWorld {
protected:
    Result<void> close_doors(const std::string& basis) {
        ItemDescription words;
        words.is_closed = true;
        words.closed_basis = basis;
        return act([&](const Acting& acting) { return describe_item(acting, meeting, item, words); });
    }
};
EACH_DATABASE(RuleR2);

TEST_P(RuleR2, ShowsTheProposalOfAnOpenItem) {
    open_with_case();

    EXPECT_FALSE(record(meeting).item(item)->proposals.front().points.empty());
}

TEST_P(RuleR2, RefusesMinutesOfAClosedItemWithoutALaw) {
    open_with_case();
    ASSERT_TRUE(close_doors(""));
    ASSERT_TRUE(acclaim(recommendation()));
    ASSERT_TRUE(rule(Outcome::adopted));
    ASSERT_TRUE(try_close());
    ASSERT_TRUE(draft());

    const auto refused = approve();

    EXPECT_EQ(code_of(refused), "governance.minutes_incomplete");
    EXPECT_EQ(faults_of(refused.error()),
              std::vector<std::string>{"#/items/0/closedBasis governance.minutes_part_missing"});
    ASSERT_TRUE(close_doors("kommuneloven § 11-5 andre ledd"));
    ASSERT_TRUE(draft());
    EXPECT_TRUE(approve());
}

} // namespace governance::tests
