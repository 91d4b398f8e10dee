#include "governance/tests/roll_builders.hpp"

#include <gtest/gtest.h>

namespace governance::tests {

static VoteCast by_name(std::vector<Ballot> ballots) {
    VoteCast cast;
    cast.ballots = std::move(ballots);
    return cast;
}

static VoteCast by_count(Tally tally) {
    VoteCast cast;
    cast.method = VoteMethod::count;
    cast.counted = tally;
    return cast;
}

static Result<CountedVote> count(const Roll& roll, const VoteCast& cast, const BodyRules& rules = {}) {
    return count_vote(roll, rules, appointment_id(1), cast);
}

using enum Choice;

TEST(CountVote, CarriesAProposalWithMoreForThanAgainst) {
    const auto roll = a_roll(a_body_of(5), {1, 2, 3, 4});

    const auto vote =
        count(roll, by_name({ballot(1, in_favour), ballot(2, in_favour), ballot(3, against), ballot(4, blank)}));

    ASSERT_TRUE(vote);
    EXPECT_EQ(vote->tally, (Tally{2, 1, 1}));
    EXPECT_EQ(vote->result, VoteResult::passed);
    EXPECT_EQ(vote->seats, 5);
    EXPECT_EQ(vote->voters_present, 4);
    EXPECT_EQ(vote->quorum_needed, 3);
    EXPECT_FALSE(vote->casting_vote);
}

TEST(CountVote, LetsTheLeadersOwnBallotDecideATie) {
    const auto roll = a_roll(a_body_of(2), {1, 2});

    const auto against_it = count(roll, by_name({ballot(1, against), ballot(2, in_favour)}));
    const auto for_it = count(roll, by_name({ballot(1, in_favour), ballot(2, against)}));

    EXPECT_EQ(against_it->result, VoteResult::failed);
    EXPECT_EQ(for_it->result, VoteResult::passed);
    EXPECT_EQ(for_it->casting_by, appointment_id(1));
}

TEST(CountVote, AsksForTheCastingVoteWhenNoBallotShowsIt) {
    const auto roll = a_roll(a_body_of(3), {1, 2, 3});

    EXPECT_EQ(code_of(count(roll, by_count({1, 1, 1}))), "governance.casting_vote_missing");
    auto cast = by_count({1, 1, 1});
    cast.casting_vote = in_favour;
    EXPECT_EQ(count(roll, cast)->result, VoteResult::passed);
    cast.casting_vote = against;
    EXPECT_EQ(count(roll, cast)->result, VoteResult::failed);
}

TEST(CountVote, RefusesACastingVoteWhereThereIsNone) {
    const auto roll = a_roll(a_body_of(2), {1, 2});
    auto no_tie = by_count({2, 0, 0});
    no_tie.casting_vote = in_favour;
    auto not_as_voted = by_name({ballot(1, against), ballot(2, in_favour)});
    not_as_voted.casting_vote = in_favour;
    auto election = by_count({1, 1, 0});
    election.kind = VoteKind::election;
    election.casting_vote = in_favour;

    EXPECT_EQ(code_of(count(roll, no_tie)), "governance.casting_vote_needless");
    EXPECT_EQ(code_of(count(roll, not_as_voted)), "governance.casting_vote_needless");
    EXPECT_EQ(code_of(count(roll, election)), "governance.casting_vote_needless");
}

TEST(CountVote, LeavesATiedElectionUndecided) {
    const auto roll = a_roll(a_body_of(2), {1, 2});
    auto election = by_name({ballot(1, in_favour), ballot(2, against)});
    election.kind = VoteKind::election;

    const auto vote = count(roll, election);

    EXPECT_EQ(vote->result, VoteResult::tied);
    EXPECT_FALSE(vote->casting_by);
}

TEST(CountVote, FailsATieWhereTheRulesGiveNoCastingVote) {
    const auto roll = a_roll(a_body_of(2), {1, 2});
    BodyRules rules;
    rules.tie = Tie::lapses;

    EXPECT_EQ(count(roll, by_count({1, 1, 0}), rules)->result, VoteResult::failed);
}

TEST(CountVote, CountsEverybodyInTheRoomForAnAcclamation) {
    const auto roll = a_roll(a_body_of(3), {1, 2});
    VoteCast cast;
    cast.method = VoteMethod::acclamation;

    const auto vote = count(roll, cast);

    EXPECT_EQ(vote->tally, (Tally{2, 0, 0}));
    EXPECT_EQ(vote->result, VoteResult::passed);
}

TEST(CountVote, RefusesEveryBallotThatDoesNotCountAtOnce) {
    auto members = a_body_of(5, 1);
    members.push_back(an_appointment(9, AppointmentRole::observer));
    const auto roll = a_roll(members, {1, 2, 3, 9});

    const auto refused = count(roll, by_name({ballot(1, in_favour), ballot(1, against), ballot(4, in_favour),
                                              ballot(9, in_favour), ballot(77, in_favour), ballot(101, in_favour)}));

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "governance.vote_refused");
    EXPECT_EQ(faults_of(refused.error()), (std::vector<std::string>{"#/ballots/1 governance.voted_twice",
                                                                    "#/ballots/2 governance.voter_not_present",
                                                                    "#/ballots/3 governance.voter_without_vote",
                                                                    "#/ballots/4 governance.voter_not_appointed",
                                                                    "#/ballots/5 governance.voter_not_present"}));
}

TEST(CountVote, NeedsAQuorumOfThoseVotingNotOnlyPresent) {
    const auto too_few = a_roll(a_body_of(5), {1, 2});
    const auto enough = a_roll(a_body_of(5), {1, 2, 3});

    EXPECT_EQ(code_of(count(too_few, by_count({2, 0, 0}))), "governance.no_quorum");
    EXPECT_EQ(code_of(count(enough, by_name({ballot(1, in_favour), ballot(2, in_favour)}))), "governance.no_quorum");
    EXPECT_TRUE(count(enough, by_count({3, 0, 0})));
}

TEST(CountVote, RefusesMoreVotesThanVotersAndNone) {
    const auto roll = a_roll(a_body_of(2), {1, 2});

    EXPECT_EQ(code_of(count(roll, by_count({2, 1, 0}))), "governance.more_votes_than_voters");
    EXPECT_EQ(code_of(count(roll, by_count({3, -1, 0}))), "governance.more_votes_than_voters");
    EXPECT_EQ(code_of(count(roll, by_name({}))), "governance.ballots_missing");
}

TEST(CountVote, RefusesBlankVotesWhereTheRulesDo) {
    const auto roll = a_roll(a_body_of(2), {1, 2});
    BodyRules rules;
    rules.blank_votes = BlankVotes::nowhere;

    EXPECT_EQ(code_of(count(roll, by_count({1, 0, 1}), rules)), "governance.blank_not_allowed");
    const auto named = count(roll, by_name({ballot(1, in_favour), ballot(2, blank)}), rules);
    EXPECT_EQ(faults_of(named.error()), std::vector<std::string>{"#/ballots/1/choice governance.blank_not_allowed"});
}

TEST(CountVote, FollowsAQualifiedMajority) {
    const auto roll = a_roll(a_body_of(7), {1, 2, 3, 4, 5, 6, 7});
    BodyRules rules;
    rules.majorities.ordinary = rule_of(Majority::two_thirds);

    EXPECT_EQ(count(roll, by_count({4, 2, 1}), rules)->result, VoteResult::passed);
    EXPECT_EQ(count(roll, by_count({4, 3, 0}), rules)->result, VoteResult::failed);
    rules.majorities.ordinary = rule_of(Majority::three_quarters);
    EXPECT_EQ(count(roll, by_count({3, 1, 3}), rules)->result, VoteResult::passed);
    rules.majorities.ordinary = rule_of(Majority::unanimous);
    EXPECT_EQ(count(roll, by_count({6, 0, 1}), rules)->result, VoteResult::passed);
    EXPECT_EQ(count(roll, by_count({6, 1, 0}), rules)->result, VoteResult::failed);
}

TEST(CountVote, FailsWhenEverybodyVotesBlank) {
    const auto roll = a_roll(a_body_of(2), {1, 2});
    BodyRules unanimous;
    unanimous.majorities.ordinary = rule_of(Majority::unanimous);

    EXPECT_EQ(count(roll, by_count({0, 0, 2}))->result, VoteResult::failed);
    EXPECT_EQ(count(roll, by_count({0, 0, 2}), unanimous)->result, VoteResult::failed);
}

} // namespace governance::tests
