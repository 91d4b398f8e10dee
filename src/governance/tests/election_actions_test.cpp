// Elections before a body: from candidates to who stands among the points decided.
#include "governance/actions/elections.hpp"
#include "governance/store/election_store.hpp"
#include "governance/tests/rule_world.hpp"

namespace governance::tests {

class BodyElection : public RuleWorld {
protected:
    Result<ElectionId> open(const NewElection& wanted) {
        return act([&](const Acting& acting) { return open_election(acting, meeting, item, wanted); });
    }
    static NewElection deputy_chair() {
        NewElection wanted;
        wanted.post = std::string{"Nestleder 2026–2027"};
        for (const auto* name : {"Anne Medlem", "Bjørn Medlem"})
            wanted.options.push_back({std::string{name}, {}});
        return wanted;
    }
    static NewElection committee() {
        NewElection wanted;
        wanted.post = std::string{"Valgkomité"};
        wanted.form = ElectionForm::proportional;
        wanted.places = 3;
        wanted.options = {{std::string{"Liste A"}, {"Kari Ås\n  Ola By \n\nPer Dal"}},
                          {std::string{"Liste B"}, {"Turid Eng\nNils Foss"}}};
        return wanted;
    }
    Result<VoteId> count(ElectionId id, std::vector<int> votes, int blank = 0) {
        NewElectionRound round;
        round.counted = std::move(votes);
        round.blank = blank;
        return hold(id, round);
    }
    Result<VoteId> hold(ElectionId id, const NewElectionRound& round) {
        return act([&](const Acting& acting) { return hold_election_round(acting, meeting, item, id, round); });
    }
    Result<void> withdraw(ElectionId id) {
        return act([&](const Acting& acting) { return withdraw_election(acting, meeting, item, id); });
    }
    ElectionCourse course() { return record(meeting).item(item)->elections.back(); }
};
EACH_DATABASE(BodyElection);

TEST_P(BodyElection, GoesToASecondRoundAndStandsAmongThePointsDecided) {
    follow("KOMMUNELOVEN");
    open_with_case();
    const auto id = *open(deputy_chair());

    const auto first = count(id, {2, 2}, 1);
    EXPECT_EQ(code_of(rule(Outcome::adopted)), "governance.election_undecided");
    const auto second = count(id, {3, 2});

    ASSERT_TRUE(first && second) << describe(second.error());
    EXPECT_TRUE(record_of(*first).record->working.goes_to_second_round);
    EXPECT_EQ(record_of(*second).record->inputs.round, 2);
    EXPECT_EQ(course().elected(), std::vector<std::string>{"Anne Medlem"});
    ASSERT_TRUE(rule(Outcome::adopted));
    EXPECT_EQ(item_now().decision, std::vector<std::string>{"Nestleder 2026–2027: Anne Medlem"});
    EXPECT_TRUE(verified().holds());
}

TEST_P(BodyElection, SharesPlacesByListsAndKeepsNamesOutOfTheRecord) {
    follow("KOMMUNELOVEN");
    open_with_case();
    const auto vote = count(*open(committee()), {3, 2});

    ASSERT_TRUE(vote) << describe(vote.error());
    EXPECT_EQ(course().elected(), (std::vector<std::string>{"Kari Ås", "Turid Eng", "Ola By"}));
    const auto kept = *read([&](db::Reader& reader) { return load_record(reader, *vote); });
    EXPECT_EQ(kept.document.find("Turid"), std::string::npos);
    EXPECT_TRUE(check_record(kept.document).holds());
}

TEST_P(BodyElection, CountsBallotsByNameAndRefusesThoseOfNobodyHere) {
    follow("KOMMUNELOVEN");
    open_with_case(3);
    const auto id = *open(deputy_chair());
    NewElectionRound round;
    round.method = VoteMethod::by_name;
    round.ballots = {{chair, 1}, {members[0], 1}, {members[1], 0}, {members[3], 2}};

    EXPECT_EQ(faults_of(hold(id, round).error()), std::vector<std::string>{"#/ballots/3 governance.voter_not_present"});
    round.ballots.back() = {members[2], 1};
    const auto vote = hold(id, round);

    ASSERT_TRUE(vote) << describe(vote.error());
    EXPECT_EQ(record_of(*vote).record->working.tally, (Tally{3, 0, 1})) << "a blank ballot is cast, in an election";
    EXPECT_EQ(course().elected(), std::vector<std::string>{"Anne Medlem"});
}

TEST_P(BodyElection, DrawsTheLotFromTheSeedThatItCommittedToBeforehand) {
    follow("KOMMUNELOVEN");
    open_with_case(3);
    const auto id = *open(deputy_chair());
    ASSERT_TRUE(count(id, {2, 2}));
    const auto seed = course().election.lot_seed;
    const auto second = count(id, {2, 2});

    ASSERT_TRUE(second) << describe(second.error());
    const auto inputs = *record_of(*second).record->inputs.election;
    EXPECT_EQ(inputs.lot_seed, seed);
    EXPECT_EQ(inputs.lot_commitment, commitment_of(seed));
    const auto events = *read([&](db::Reader& reader) {
        return world.journal->about(reader, {"case", matter_id.to_string()}, world.system, 50);
    });
    const auto told = std::ranges::find(events, "governance.election_opened", &journal::StoredEvent::type);
    ASSERT_NE(told, events.end());
    EXPECT_NE(told->body.find(commitment_of(seed)), std::string::npos);
    EXPECT_EQ(told->body.find(seed), std::string::npos) << "the seed itself is told when it has been used";
}

TEST_P(BodyElection, KeepsTheSeedToItselfWhenNothingWasDrawn) {
    follow("KOMMUNELOVEN");
    open_with_case();

    const auto vote = count(*open(deputy_chair()), {4, 1});

    EXPECT_FALSE(record_of(*vote).record->inputs.election->lot_seed);
}

TEST_P(BodyElection, IsOverOnceSettledOrWithdrawn) {
    follow("KOMMUNELOVEN");
    open_with_case();
    const auto settled = *open(deputy_chair()), withdrawn = *open(deputy_chair());
    ASSERT_TRUE(count(settled, {4, 1}));
    ASSERT_TRUE(withdraw(withdrawn));

    EXPECT_EQ(code_of(count(settled, {4, 1})), "governance.election_over");
    EXPECT_EQ(code_of(withdraw(settled)), "governance.election_over");
    EXPECT_EQ(code_of(count(withdrawn, {4, 1})), "governance.election_over");
    EXPECT_EQ(code_of(count(ElectionId{}, {4, 1})), "governance.election_not_found");
    EXPECT_EQ(code_of(rule(Outcome::postponed)), "governance.outcome_contradicts_vote");
    EXPECT_TRUE(rule(Outcome::adopted));
}

TEST_P(BodyElection, AddsItsLineToWhatTheBodyVotedFor) {
    open_with_case();
    const auto id = *open(deputy_chair());
    ASSERT_TRUE(acclaim(recommendation()));
    ASSERT_TRUE(count(id, {4, 1}));

    ASSERT_TRUE(rule(Outcome::adopted));

    EXPECT_EQ(item_now().decision.size(), 3U);
    EXPECT_EQ(item_now().decision.back(), "Nestleder 2026–2027: Anne Medlem");
}

TEST_P(BodyElection, WaitsForTheBodysRulingOnImpartiality) {
    open_with_case();
    const auto id = *open(deputy_chair());
    const auto raised = *raise(members[0]);

    EXPECT_EQ(code_of(count(id, {4, 1})), "governance.impartiality_open");
    ASSERT_TRUE(settle_impartiality(raised, 4, 0));
    EXPECT_EQ(code_of(count(id, {4, 1})), "governance.more_votes_than_voters");
    EXPECT_TRUE(count(id, {3, 1}));
}

TEST_P(BodyElection, StandsInTheMinutes) {
    open_with_case();
    ASSERT_TRUE(count(*open(deputy_chair()), {4, 1}));
    ASSERT_TRUE(rule(Outcome::adopted));
    ASSERT_TRUE(try_close());
    ASSERT_TRUE(draft());
    const auto approved = approve();

    ASSERT_TRUE(approved) << describe(approved.error());
    const auto election = written().items.front().elections.front();
    EXPECT_EQ(election.elected, std::vector<std::string>{"Anne Medlem"});
    EXPECT_EQ(election.rounds.front().votes, (std::vector<int>{4, 1}));
}

TEST_P(BodyElection, IsForItemsThatAreCases) {
    open_with_case();
    NewItem orientation;
    orientation.kind = ItemKind::orientation;
    orientation.title = std::string{"Orientering"};
    orientation.consent = std::string{"Alle"};
    item = *try_item(meeting, orientation);

    EXPECT_EQ(code_of(open(deputy_chair())), "governance.outcome_not_for_item");
}

} // namespace governance::tests
