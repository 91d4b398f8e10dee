// What the engine refuses, and the worked examples of an open standard's working group.
#include "governance/domain/rule_engine.hpp"
#include "governance/domain/rule_profile.hpp"
#include "governance/tests/roll_builders.hpp"

#include <gtest/gtest.h>

namespace governance::tests {

using enum Choice;

/// A body of so many, all in the room, led by the first.
static VoteInputs a_room_of(int count) {
    VoteInputs inputs;
    for (int i = 1; i <= count; ++i) {
        RecordedSeat seat;
        seat.seat = appointment_id(i);
        seat.held_by = seat.seat;
        inputs.seats.push_back(seat);
    }
    inputs.led_by = appointment_id(1);
    return inputs;
}

static VoteInputs counted(int seats, Tally tally) {
    auto inputs = a_room_of(seats);
    inputs.method = VoteMethod::count;
    inputs.counted = tally;
    return inputs;
}

TEST(RuleEngine, AsksEverybodyToVoteWhereTheRulesDo) {
    BodyRules rules;
    rules.must_vote = true;
    auto inputs = a_room_of(3);
    inputs.ballots = {ballot(1, in_favour), ballot(2, in_favour), {appointment_id(3), {}}};

    const auto refused = decide(rules, inputs);

    EXPECT_EQ(faults_of(refused.error()), std::vector<std::string>{"#/ballots/2 governance.voting_duty"});
    EXPECT_EQ(code_of(decide(rules, counted(3, {2, 0, 0}))), "governance.voting_duty");
    EXPECT_TRUE(decide(rules, counted(3, {2, 1, 0})));
}

TEST(RuleEngine, RefusesTheBallotOfSomebodyDisqualified) {
    auto inputs = a_room_of(3);
    inputs.seats[2].is_disqualified = true;
    inputs.ballots = {ballot(1, in_favour), ballot(2, against), ballot(3, in_favour)};

    EXPECT_EQ(faults_of(decide({}, inputs).error()),
              std::vector<std::string>{"#/ballots/2 governance.voter_disqualified"});
}

TEST(RuleEngine, KeepsRemoteMembersOutWhereTheRulesDo) {
    BodyRules nowhere, open_only;
    nowhere.may_meet_remotely = false;
    open_only.may_close_doors_remotely = false;
    auto inputs = counted(3, {3, 0, 0});
    inputs.seats[1].is_remote = true;

    EXPECT_EQ(code_of(decide(nowhere, inputs)), "governance.remote_not_allowed");
    EXPECT_TRUE(decide(open_only, inputs));
    inputs.is_closed = true;
    EXPECT_EQ(code_of(decide(open_only, inputs)), "governance.remote_not_allowed");
}

static Instant day_at(int number) {
    return at_norwegian_time(day(1), std::chrono::hours{24 * number + 10});
}

TEST(RuleEngine, DecidesInWritingOnlyWhereTheRulesLetIt) {
    BodyRules rules;
    Circumstances circumstances;
    circumstances.written = WrittenWindow{day_at(1), day_at(4), {}};
    VoteCast cast;
    for (const int who : {1, 2}) {
        cast.ballots.push_back(ballot(who, Choice::in_favour));
        circumstances.written->answers.push_back({appointment_id(who), day_at(who)});
    }
    const auto inputs = inputs_of(a_roll(a_body_of(3), {1, 2, 3}), appointment_id(1), cast, circumstances);
    EXPECT_EQ(std::ranges::count(inputs.seats, std::optional{appointment_id(3)}, &RecordedSeat::held_by), 0);

    EXPECT_EQ(code_of(decide(rules, inputs)), "governance.written_not_allowed");
    rules.written = {WrittenWhen::urgent, 4, {}};
    EXPECT_EQ(code_of(decide(rules, inputs)), "governance.written_window_too_short");
    rules.written.window_days_min = 3;
    EXPECT_EQ(decide(rules, inputs)->tally, (Tally{2, 0, 0}));
    auto counted_by_somebody = inputs;
    counted_by_somebody.method = VoteMethod::count;
    EXPECT_EQ(code_of(decide(rules, counted_by_somebody)), "governance.ballots_missing");
    auto before_it_opened = inputs;
    before_it_opened.written->answers.front().at = day_at(0);
    EXPECT_EQ(faults_of(decide(rules, before_it_opened).error()),
              (std::vector<std::string>{"#/ballots/0 governance.written_window_closed"}));
}

TEST(RuleEngine, DrawsLotsInATiedElectionOnly) {
    BodyRules rules;
    rules.election_tie = ElectionTie::lot;
    auto election = counted(2, {1, 1, 0});
    election.kind = VoteKind::election;
    EXPECT_EQ(decide(rules, election)->result, VoteResult::tied);
    election.lot = in_favour;
    auto ordinary = counted(2, {2, 0, 0});
    ordinary.lot = in_favour;

    EXPECT_EQ(decide(rules, election)->result, VoteResult::passed);
    EXPECT_EQ(code_of(decide(rules, ordinary)), "governance.lot_needless");
    rules.election_tie = ElectionTie::undecided;
    EXPECT_EQ(code_of(decide(rules, election)), "governance.lot_needless");
}

TEST(RuleEngine, WeighsAgainstAllSeatsOrAllVotesWhereTheRulesDo) {
    BodyRules of_seats, of_cast;
    of_seats.majorities.ordinary = rule_of(Majority::absolute);
    of_cast.majorities.ordinary = {ShareOf::cast, {1, 2}, true};

    const auto three_of_seven = decide(of_seats, counted(7, {3, 1, 0}));
    const auto with_blanks = decide(of_cast, counted(7, {3, 1, 2}));

    EXPECT_EQ(three_of_seven->needed, 4);
    EXPECT_EQ(three_of_seven->result, VoteResult::failed);
    EXPECT_EQ(with_blanks->whole, 6);
    EXPECT_EQ(with_blanks->result, VoteResult::failed);
}

// --- STANDARD-WG: unanimity first, then at least half and ninety days, then three quarters. ---

static const BodyRules& standard_rules() {
    static const auto found = *std::ranges::find(own_profiles(), "STANDARD-WG", &RuleProfile::profile);
    return found.rules;
}

TEST(StandardWorkingGroup, FailsAProposalThatNobodyVotesOn) {
    const auto by_count = decide(standard_rules(), counted(8, {0, 0, 0}));
    const auto by_name = decide(standard_rules(), a_room_of(8));

    ASSERT_TRUE(by_count);
    EXPECT_EQ(by_count->result, VoteResult::failed);
    EXPECT_FALSE(by_count->goes_to_second_round);
    EXPECT_EQ(by_name->result, VoteResult::failed);
}

TEST(StandardWorkingGroup, FailsAProposalOnWhichAllAbstain) {
    const auto working = decide(standard_rules(), counted(8, {0, 0, 8}));

    EXPECT_EQ(working->result, VoteResult::failed);
    EXPECT_FALSE(working->goes_to_second_round) << "abstentions are no support";
}

TEST(StandardWorkingGroup, PassesAtOnceWhenNobodyIsAgainst) {
    EXPECT_EQ(decide(standard_rules(), counted(8, {1, 0, 7}))->result, VoteResult::passed);
}

TEST(StandardWorkingGroup, TalksOverWhatHalfOfThemSupport) {
    const auto half = decide(standard_rules(), counted(8, {4, 4, 0}));
    const auto fewer = decide(standard_rules(), counted(8, {3, 4, 1}));

    EXPECT_EQ(half->result, VoteResult::failed);
    EXPECT_TRUE(half->goes_to_second_round);
    EXPECT_FALSE(fewer->goes_to_second_round);
}

TEST(StandardWorkingGroup, PassesWithExactlyThreeQuartersInTheSecondRound) {
    auto exactly = counted(8, {6, 2, 0}), just_below = counted(8, {5, 2, 1});
    exactly.round = just_below.round = 2;

    EXPECT_EQ(decide(standard_rules(), exactly)->result, VoteResult::passed);
    EXPECT_EQ(decide(standard_rules(), just_below)->result, VoteResult::failed);
    EXPECT_EQ(code_of(decide({}, exactly)), "governance.second_round_not_allowed");
}

} // namespace governance::tests
