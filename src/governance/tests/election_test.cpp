// What an election comes to: worked examples, and what the engine refuses.
#include "governance/domain/decision_record.hpp"
#include "governance/domain/election_course.hpp"
#include "governance/tests/roll_builders.hpp"

#include <gtest/gtest.h>

namespace governance::tests {

static const std::string seed_of_lot = "en hemmelighet som ingen kan gjette";

static BodyRules election_rules(ListMethod method = ListMethod::largest_remainder) {
    BodyRules rules;
    rules.election_tie = ElectionTie::lot;
    rules.elections = ElectionRule{SecondBallot::most_votes, true, method};
    return rules;
}

static VoteInputs counted_election(ElectionForm form, int places, std::vector<int> votes, std::vector<int> names = {}) {
    VoteInputs inputs;
    inputs.kind = VoteKind::election;
    inputs.method = VoteMethod::count;
    ElectionInputs election;
    election.form = form;
    election.places = places;
    election.names = names.empty() ? std::vector<int>(votes.size(), form == ElectionForm::majority ? 1 : 99) : names;
    election.lot_commitment = commitment_of(seed_of_lot);
    election.lot_seed = seed_of_lot;
    int total = 0;
    for (const auto each : votes)
        total += each;
    election.counted = std::move(votes);
    inputs.election = std::move(election);
    inputs.counted.in_favour = total;
    for (int i = 1; i <= std::max(total, 1); ++i) {
        RecordedSeat seat;
        seat.seat = appointment_id(i);
        seat.held_by = seat.seat;
        inputs.seats.push_back(seat);
    }
    return inputs;
}

static VoteInputs candidates(std::vector<int> votes) {
    return counted_election(ElectionForm::majority, 1, std::move(votes));
}
static VoteInputs lists(int places, std::vector<int> votes, std::vector<int> names = {}) {
    return counted_election(ElectionForm::proportional, places, std::move(votes), std::move(names));
}

static std::vector<int> places_of(const Result<Working>& working) {
    std::vector<int> places;
    if (!working) return places;
    for (const auto& option : working->election->options)
        places.push_back(option.places);
    return places;
}

using Places = std::vector<int>;

TEST(Election, TakesMoreThanHalfInTheFirstRoundAndMostVotesInTheSecond) {
    const auto elected = decide(election_rules(), candidates({6, 3, 2}));
    auto short_of_it = candidates({5, 4, 2});
    const auto first = decide(election_rules(), short_of_it);
    short_of_it.round = 2;
    const auto second = decide(election_rules(), short_of_it);

    EXPECT_EQ(elected->result, VoteResult::passed);
    EXPECT_EQ(elected->election->elected.front().by, PlaceBy::majority);
    EXPECT_EQ(first->result, VoteResult::failed);
    EXPECT_TRUE(first->goes_to_second_round);
    EXPECT_EQ(second->result, VoteResult::passed);
    EXPECT_EQ(places_of(second), (Places{1, 0, 0}));
    EXPECT_EQ(second->election->elected.front().by, PlaceBy::most_votes);
}

TEST(Election, IsHeldAgainWhereTheRulesKnowNoSecondBallot) {
    auto inputs = candidates({5, 4, 2});

    EXPECT_FALSE(decide({}, inputs)->goes_to_second_round);
    inputs.round = 2;
    EXPECT_EQ(code_of(decide({}, inputs)), "governance.second_round_not_allowed");
}

TEST(Election, ElectsNobodyWhenAllVotesAreBlank) {
    auto inputs = candidates({0, 0});
    inputs.counted = {0, 0, 1};

    const auto working = decide(election_rules(), inputs);

    EXPECT_EQ(working->result, VoteResult::failed);
    EXPECT_TRUE(working->election->elected.empty());
    EXPECT_FALSE(working->goes_to_second_round);
}

TEST(Election, SettlesATieByDrawingWhatAnybodyCanDrawAgain) {
    auto inputs = candidates({4, 4, 2});
    inputs.round = 2;

    const auto working = decide(election_rules(), inputs);

    ASSERT_TRUE(working);
    ASSERT_EQ(working->election->lots.size(), 1U);
    const auto& order = working->election->lots.front().order;
    const auto hash = [](int option) { return commitment_of(seed_of_lot + "/2/1/" + std::to_string(option)); };
    EXPECT_EQ(order.size(), 2U);
    EXPECT_LT(hash(order[0]), hash(order[1]));
    EXPECT_EQ(working->election->elected.front().option, order[0]);
    EXPECT_TRUE(working->election->elected.front().by_lot);
}

TEST(Election, StaysTiedWhereTheRulesDrawNoLots) {
    auto rules = election_rules();
    rules.election_tie = ElectionTie::undecided;
    auto inputs = candidates({4, 4});
    inputs.round = 2;

    EXPECT_EQ(decide(rules, inputs)->result, VoteResult::tied);
    EXPECT_EQ(decide(rules, lists(1, {4, 4}))->result, VoteResult::tied);
}

TEST(Election, DrawsFromNoOtherSeedThanTheOneCommittedTo) {
    auto inputs = candidates({4, 4});
    inputs.round = 2;
    inputs.election->lot_seed = "et annet tall";
    EXPECT_EQ(code_of(decide(election_rules(), inputs)), "governance.election_lot_faulty");
    inputs.election->lot_seed.reset();
    EXPECT_EQ(code_of(decide(election_rules(), inputs)), "governance.election_lot_faulty");
}

TEST(Election, SharesPlacesByQuotaAndLargestRemainder) {
    // 27 votes on 5 places: the quota is 27 / 6 and up, 5. 13 = 2 × 5 + 3, 9 = 1 × 5 + 4, 5 = 1 × 5.
    const auto working = decide(election_rules(), lists(5, {13, 9, 5}));

    EXPECT_EQ(working->election->quota, 5);
    EXPECT_EQ(places_of(working), (Places{2, 2, 1}));
    EXPECT_EQ(working->election->elected.back().by, PlaceBy::remainder);
    EXPECT_EQ(working->election->elected.back().option, 2);
}

TEST(Election, GivesAnEvenRemainderToTheListWithMostVotes) {
    // 11 votes on 3 places: quota 3. 7 = 2 × 3 + 1, 4 = 1 × 3 + 1: three places by quota, none left over.
    EXPECT_EQ(places_of(decide(election_rules(), lists(3, {7, 4}))), (Places{2, 1}));
    // 9 votes on 2 places: quota 4. 5 = 4 + 1, 3, 1: the remainder of 3 is the largest.
    EXPECT_EQ(places_of(decide(election_rules(), lists(2, {5, 3, 1}))), (Places{1, 1, 0}));
    // 8 votes on 2 places: quota 3. 5 = 3 + 2, 2 = 0 + 2, 1: as near, and the first has more votes.
    const auto even = decide(election_rules(), lists(2, {5, 2, 1}));
    EXPECT_EQ(places_of(even), (Places{2, 0, 0}));
    EXPECT_TRUE(even->election->elected.back().by_votes);
    EXPECT_TRUE(even->election->lots.empty());
}

TEST(Election, SharesPlacesByQuotients) {
    // 10/1, 10/3, 4/1, 10/5 = 2 and 2/1 = 2 …: with 1.4 first, small lists wait longer.
    const auto odd = decide(election_rules(ListMethod::sainte_lague), lists(4, {10, 4, 2}));
    const auto modified = decide(election_rules(ListMethod::sainte_lague_modified), lists(4, {10, 4, 2}));

    EXPECT_EQ(places_of(odd), (Places{3, 1, 0})) << "10 / 5 and 2 / 1 are as near, and the first has more votes";
    EXPECT_TRUE(odd->election->elected.back().by_votes);
    EXPECT_EQ(places_of(modified), (Places{3, 1, 0}));
    EXPECT_EQ(modified->election->elected.front().divisor_tenths, 14);
    EXPECT_EQ(places_of(decide(election_rules(ListMethod::sainte_lague), lists(3, {10, 4, 3}))), (Places{2, 1, 0}));
}

TEST(Election, GivesAListNoMorePlacesThanItHasNames) {
    EXPECT_EQ(places_of(decide(election_rules(), lists(3, {9, 1}, {1, 3}))), (Places{1, 2}));
    const auto too_few = decide(election_rules(ListMethod::sainte_lague), lists(3, {9, 0}, {2, 3}));
    EXPECT_EQ(places_of(too_few), (Places{2, 0})) << "nobody voted for the other list";
    EXPECT_EQ(too_few->result, VoteResult::failed);
}

TEST(Election, DrawsNoLotWhileThereArePlacesForAll) {
    const auto working = decide(election_rules(), lists(2, {4, 4}));

    EXPECT_EQ(places_of(working), (Places{1, 1}));
    EXPECT_TRUE(working->election->lots.empty());
    EXPECT_EQ(decide(election_rules(), lists(1, {4, 4}))->election->lots.size(), 1U);
}

TEST(Election, RefusesListsWhereTheRulesHaveNone) {
    EXPECT_EQ(code_of(decide({}, lists(2, {3, 2}))), "governance.election_lists_not_allowed");
}

TEST(Election, RefusesCountsThatDoNotFit) {
    auto one_short = candidates({3, 2});
    one_short.election->counted.pop_back();
    auto below_zero = candidates({3, 2});
    below_zero.election->counted = {6, -1};
    auto acclaimed = candidates({3, 2});
    acclaimed.method = VoteMethod::acclamation;

    EXPECT_EQ(code_of(decide({}, one_short)), "governance.election_counts_faulty");
    EXPECT_EQ(code_of(decide({}, below_zero)), "governance.election_counts_faulty");
    EXPECT_EQ(code_of(decide({}, acclaimed)), "governance.election_counts_faulty");
}

TEST(Election, ElectsASingleCandidateThatNobodySpeaksAgainst) {
    auto inputs = candidates({4});
    inputs.method = VoteMethod::acclamation;
    inputs.election->counted.clear();

    EXPECT_EQ(decide({}, inputs)->result, VoteResult::passed);
}

TEST(Election, RefusesBallotsForNoneOfTheOptions) {
    auto inputs = candidates({2, 1});
    inputs.method = VoteMethod::by_name;
    Ballot for_the_third = ballot(1, Choice::in_favour), against_all = ballot(2, Choice::against);
    for_the_third.option = 3;
    inputs.ballots = {for_the_third, against_all, ballot(3, Choice::blank)};
    VoteInputs ordinary = inputs;
    ordinary.election.reset();

    EXPECT_EQ(faults_of(decide({}, inputs).error()),
              (std::vector<std::string>{"#/ballots/0/option governance.election_option_unknown",
                                        "#/ballots/1/option governance.election_option_unknown"}));
    EXPECT_EQ(code_of(decide({}, ordinary)), "governance.vote_refused") << "nobody is elected in an ordinary vote";
}

TEST(Election, HasNoCastingVoteAndNoLotSaidByTheSecretary) {
    auto inputs = candidates({2, 2});
    inputs.casting_vote = Choice::in_favour;
    EXPECT_EQ(code_of(decide({}, inputs)), "governance.casting_vote_needless");
    inputs.casting_vote.reset();
    inputs.lot = Choice::in_favour;
    EXPECT_EQ(code_of(decide({}, inputs)), "governance.lot_needless");
}

TEST(Election, LeavesARecordThatIsDecidedAgainFromItselfAlone) {
    DecisionRecord record;
    record.rules.rules = election_rules();
    record.rules.sha256 = digest_of(to_json(record.rules.rules));
    record.inputs = lists(1, {4, 4});
    record.working = *decide(record.rules.rules, record.inputs);
    EXPECT_TRUE(check_record(to_json(record)).holds());

    record.working.election->elected.front().option = 3 - record.working.election->elected.front().option;
    const auto check = check_record(to_json(record));
    ASSERT_EQ(check.differences.size(), 1U);
    EXPECT_EQ(check.differences.front().member, "election.elected");
}

TEST(Election, SaysEverythingThatIsWrongWithItAtOnce) {
    Election election;
    election.form = ElectionForm::proportional;
    election.places = 5;
    election.options = {{"A", {"Kari", "Ola"}}, {"A", {"Per"}}, {"B", {}}};
    BodyRules without_lists;

    EXPECT_EQ(faults_of(check_election(election, without_lists).error()),
              (std::vector<std::string>{
                  "#/form governance.election_lists_not_allowed", "#/options/1 governance.election_options_faulty",
                  "#/options/2 governance.election_options_faulty", "#/places governance.election_places_faulty"}));
    EXPECT_EQ(code_of(check_election(election, without_lists)), "governance.election_faulty");
}

} // namespace governance::tests
