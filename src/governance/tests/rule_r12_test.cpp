// R12: what minutes must contain; they cannot be approved with a part missing.
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class RuleR12 : public RuleWorld {};
EACH_DATABASE(RuleR12);

TEST_P(RuleR12, WritesTimePlacePresenceCasesDecisionsAndVotes) {
    follow("KOMMUNELOVEN");
    open_with_case(3);
    ASSERT_TRUE(vote_with({{members[0], against}}));
    ASSERT_TRUE(move_person(PresenceKind::left, members[1], {}, "Tog"));
    ASSERT_TRUE(rule(Outcome::adopted));
    ASSERT_TRUE(try_close());
    ASSERT_TRUE(draft());

    const auto content = written();

    EXPECT_TRUE(content.opened_at && content.closed_at);
    EXPECT_FALSE(content.place.empty());
    EXPECT_EQ(content.absent.size(), 1U);
    const auto left = std::ranges::find(content.present, "Bjørn Medlem", &MinutesPerson::name);
    EXPECT_EQ(left->movements.size(), 2U);
    EXPECT_EQ(content.items.front().decision.size(), 2U);
    EXPECT_EQ(content.items.front().votes.front().in_favour, 3);
    EXPECT_TRUE(content.items.front().votes.front().record) << "the way to the working";
    EXPECT_TRUE(approve());
}

TEST_P(RuleR12, RefusesMinutesWithAPartMissing) {
    MinutesContent content;

    const auto refused = check_complete(content);

    EXPECT_EQ(code_of(refused), "governance.minutes_incomplete");
    EXPECT_EQ(refused.error().faults.size(), 7U);
}

} // namespace governance::tests
