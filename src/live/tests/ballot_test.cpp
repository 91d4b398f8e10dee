// Votes that members cast themselves: who may, how often, and that all of it ends in the ordinary decision record.
#include "governance/decisions.hpp"
#include "live/tests/sitting_world.hpp"

namespace live::tests {

using enum governance::Choice;

class MembersVote : public Sitting {};
EACH_DATABASE(MembersVote);

TEST_P(MembersVote, BecomesAVoteLikeAnyOther) {
    const auto ballot = open();
    ASSERT_TRUE(ballot) << describe(ballot.error());
    EXPECT_EQ(*cast(*ballot, kari, in_favour), CastOutcome::cast);
    EXPECT_EQ(*cast(*ballot, anne, in_favour), CastOutcome::cast);
    EXPECT_EQ(*cast(*ballot, bjorn, against), CastOutcome::cast);
    const auto vote = close(*ballot);
    ASSERT_TRUE(vote) << describe(vote.error());

    auto lease = world.database->reader();
    const auto report = governance::verify_decisions(**lease, *world.journal);
    EXPECT_EQ(report->checked, 1);
    EXPECT_TRUE(report->holds());
    const auto room = json::parse(get(path + "/live/public.json"));
    const auto shown = get(path + "/live/public");
    EXPECT_NE(shown.find("2 for, 1 mot, 0 blanke"), std::string::npos) << shown;
    EXPECT_NE(shown.find("/decisions/" + vote->to_string()), std::string::npos);
    EXPECT_EQ(code_of(cast(*ballot, cecilie, against)), ballot_ended.name);
    EXPECT_EQ(code_of(close(*ballot)), ballot_ended.name);
}

TEST_P(MembersVote, MayBeChangedUntilItIsClosedWhenTheRoomSaysSo) {
    const auto ballot = *open();
    EXPECT_EQ(*cast(ballot, anne, in_favour), CastOutcome::cast);
    EXPECT_EQ(*cast(ballot, anne, against), CastOutcome::changed);
    EXPECT_EQ(*cast(ballot, anne, against), CastOutcome::repeated);
    ASSERT_TRUE(cast(ballot, kari, against));
    EXPECT_EQ(code_of(close(ballot)), "governance.no_quorum") << "too few have voted, and it stays open";
    ASSERT_TRUE(cast(ballot, bjorn, against));
    ASSERT_TRUE(close(ballot));
    EXPECT_NE(get(path + "/live/public").find("0 for, 3 mot"), std::string::npos);
}

TEST_P(MembersVote, IsFinalWhenTheRoomSaysSo) {
    ASSERT_TRUE(act([&](const InMeeting& in) { return set_limits(in, {180, 60, false}); }));
    const auto ballot = *open();
    ASSERT_TRUE(cast(ballot, anne, in_favour));
    EXPECT_EQ(code_of(cast(ballot, anne, against)), cast_already.name);
    EXPECT_EQ(*cast(ballot, anne, in_favour), CastOutcome::repeated) << "the same again is no change";
}

TEST_P(MembersVote, IsRefusedOfThoseWhoHaveNone) {
    const auto ballot = *open();
    EXPECT_EQ(code_of(cast(ballot, dag, in_favour)), "governance.voter_not_present");
    EXPECT_EQ(code_of(cast(ballot, siri, in_favour)), "governance.voter_without_vote");
    EXPECT_EQ(code_of(cast(ballot, even, in_favour)), "governance.voter_not_present");
    auto stranger = as(anne);
    stranger.id = Uuid::make(world.clock.now(), *world.random).to_string();
    EXPECT_EQ(code_of(act_as(stranger, [&](const InMeeting& in) { return cast_vote(in, ballot, {in_favour}); })),
              not_a_member.name);
    EXPECT_EQ(code_of(cast(BallotId::make(world.clock.now(), *world.random), anne, in_favour)), ballot_not_found.name);
}

TEST_P(MembersVote, IsRefusedOfTheDisqualifiedAndNotOpenedBeforeTheBodyHasRuled) {
    ASSERT_TRUE(act_as(as(bjorn), [&](const InMeeting& in) {
        return governance::declare_own_impartiality(in, item, governance::ImpartialityGround::party, "Jeg er part");
    }));
    EXPECT_EQ(code_of(open()), "governance.impartiality_open");
    const auto page = json::parse(get(path + ".json", world.system));
    const auto* raised = page->find("items")->array()->front().find("impartiality");
    post(fmt::format("{}/items/{}/impartiality/{}/ruling", path, item.to_string(),
                     *raised->array()->front().find("id")->text()),
         R"({"method":"acclamation","ballots":[],"remark":""})");
    const auto ballot = open();
    ASSERT_TRUE(ballot) << describe(ballot.error());
    EXPECT_EQ(code_of(cast(*ballot, bjorn, in_favour)), "governance.voter_disqualified");
    EXPECT_EQ(*cast(*ballot, anne, in_favour), CastOutcome::cast);
}

TEST_P(MembersVote, HoldsTheRoomAsItIsUntilItEnds) {
    const auto ballot = *open();
    const auto leaving = browser.send_json("POST", path + "/presence",
                                           fmt::format(R"({{"kind":"left","who":"{}","isRemote":false,"remark":""}})",
                                                       members[anne].appointment.to_string()),
                                           world.system);
    EXPECT_EQ(leaving.status, 409);
    EXPECT_NE(leaving.body.find("governance.ballot_open"), std::string::npos);
    EXPECT_EQ(code_of(open()), "governance.ballot_open");
    EXPECT_EQ(code_of(take_up(other_item)), "governance.ballot_open");
    EXPECT_EQ(code_of(act_as(as(anne),
                             [&](const InMeeting& in) {
                                 return governance::declare_own_impartiality(in, item,
                                                                             governance::ImpartialityGround::party, "");
                             })),
              "governance.ballot_open");

    ASSERT_TRUE(cast(ballot, anne, in_favour));
    ASSERT_TRUE(
        act([&](const InMeeting& in) { return abandon_members_ballot(in, ballot, {std::string{"Strømmen gikk"}}); }));
    EXPECT_EQ(code_of(cast(ballot, kari, in_favour)), ballot_ended.name);
    EXPECT_TRUE(take_up(other_item));
    EXPECT_TRUE(open()) << "what was cast in the abandoned one counts for nothing";
}

TEST_P(MembersVote, IsNotOpenedWithoutQuorum) {
    for (const auto who : {anne, bjorn})
        post(path + "/presence", fmt::format(R"({{"kind":"left","who":"{}","isRemote":false,"remark":""}})",
                                             members[who].appointment.to_string()));
    EXPECT_EQ(code_of(open()), "governance.no_quorum");
}

TEST_P(MembersVote, StaysOpenWhenATieNeedsMore) {
    const auto ballot = *open();
    ASSERT_TRUE(cast(ballot, kari, blank));
    ASSERT_TRUE(cast(ballot, anne, in_favour));
    ASSERT_TRUE(cast(ballot, bjorn, against));
    EXPECT_EQ(code_of(close(ballot)), "governance.casting_vote_missing");
    EXPECT_EQ(*cast(ballot, cecilie, blank), CastOutcome::cast) << "it is open still";
    EXPECT_TRUE(close(ballot, {against, {}}));
}

TEST_P(MembersVote, CountsOnceHoweverOftenTheSameRequestComes) {
    const auto ballot = *open();
    const auto address = fmt::format("{}/live/ballots/{}/votes", path, ballot.to_string());
    const world::Browser::Fields form{{"choice", "in_favour"}, {"requestKey", "0192f0c4-1111-7111-8111-111111111111"}};
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(browser.post(address, form, as(anne)).status, 303);
    const auto counted = get(path + "/live/secretary.json", world.system);
    EXPECT_NE(counted.find("\"cast\":1"), std::string::npos) << counted;
    EXPECT_EQ(counted.find("in_favour"), std::string::npos) << "nobody sees what is cast while it is open";
    const auto own = get(path + "/live.json", as(anne));
    EXPECT_NE(own.find("\"cast\":\"in_favour\""), std::string::npos);
    EXPECT_EQ(get(path + "/live.json", as(kari)).find("in_favour"), std::string::npos);
}

TEST_P(MembersVote, IsNeverBlankWhereTheRulesSayNo) {
    Ballot ballot;
    ballot.may_be_blank = false;
    EXPECT_EQ(code_of(cast_outcome(ballot, {}, blank)), blank_refused.name);
    EXPECT_EQ(*cast_outcome(ballot, {}, against), CastOutcome::cast);
}

TEST_P(MembersVote, LeavesNoChoiceInTheJournal) {
    const auto ballot = *open();
    ASSERT_TRUE(cast(ballot, anne, against));
    auto lease = world.database->reader();
    const auto events = *world.journal->about(**lease, {"ballot", ballot.to_string()}, world.system, 10);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events.front().type, "live.vote_cast");
    EXPECT_EQ(events.front().body.find("against"), std::string::npos);
    EXPECT_EQ(events.front().visibility, journal::Visibility::internal);
}

} // namespace live::tests
