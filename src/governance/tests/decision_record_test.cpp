#include "governance/domain/decision_record.hpp"
#include "governance/tests/roll_builders.hpp"

#include <gtest/gtest.h>

namespace governance::tests {

using enum Choice;

/// A vote of three for and two against in a body of five, one of them by a deputy.
static DecisionRecord a_record() {
    auto roll = a_roll(a_body_of(5, 1), {1, 2, 3, 4});
    EXPECT_TRUE(roll.record(arrival(101, 5)));
    VoteCast cast;
    cast.ballots = {ballot(1, in_favour), ballot(2, in_favour), ballot(3, against), ballot(4, against),
                    ballot(101, in_favour)};
    DecisionRecord record;
    const auto decided = decide_vote(roll, record.rules.rules, appointment_id(1), cast);
    EXPECT_TRUE(decided);
    record.rules.sha256 = digest_of(to_json(record.rules.rules));
    record.inputs = decided->inputs;
    record.working = decided->working;
    return record;
}

TEST(DecisionRecord, HoldsTheDeputyBesideTheSeatAndTheArithmeticBesideTheResult) {
    const auto record = a_record();

    EXPECT_EQ(record.inputs.seats.back().seat, appointment_id(5));
    EXPECT_EQ(record.inputs.seats.back().held_by, appointment_id(101));
    EXPECT_EQ(record.inputs.seats.back().deputy_order, 1);
    EXPECT_EQ(record.working.needed, 3);
    EXPECT_EQ(record.working.quorum_needed, 3);
    EXPECT_TRUE(check_record(to_json(record)).holds());
}

TEST(DecisionRecord, SaysWhatDiffersWhenANumberWasChanged) {
    auto record = a_record();
    record.working.tally.in_favour = 4;

    const auto check = check_record(to_json(record));

    EXPECT_FALSE(check.holds());
    EXPECT_EQ(check.differences, (std::vector<Difference>{{"tally.inFavour", "4", "3"}}));
}

TEST(DecisionRecord, SaysWhatDiffersWhenABallotWasChanged) {
    auto record = a_record();
    record.inputs.ballots.back().choice = against;

    const auto check = check_record(to_json(record));

    ASSERT_FALSE(check.holds());
    EXPECT_EQ(check.differences.back(), (Difference{"result", R"("passed")", R"("failed")"}));
}

TEST(DecisionRecord, NoticesRulesThatWereChangedAfterwards) {
    auto record = a_record();
    record.rules.rules.majorities.ordinary = rule_of(Majority::absolute);

    const auto check = check_record(to_json(record));

    EXPECT_TRUE(check.is_readable);
    EXPECT_FALSE(check.rules_are_whole);
    EXPECT_FALSE(check.holds());
}

TEST(DecisionRecord, IsRefusedWhenSuchAVoteCannotBe) {
    auto record = a_record();
    record.inputs.seats[2].is_disqualified = true;

    EXPECT_EQ(check_record(to_json(record)).refused, "governance.vote_refused");
}

TEST(DecisionRecord, IsNoneOfOursWhenWrittenAnotherWay) {
    auto text = to_json(a_record());
    EXPECT_TRUE(looks_like_record(text));
    EXPECT_TRUE(check_record(text + "\n").is_readable) << "an editor's line end changes nothing";
    text.insert(1, " ");

    EXPECT_FALSE(check_record(text).is_readable);
    EXPECT_FALSE(check_record("{}").holds());
}

} // namespace governance::tests
