#include "governance/tests/meeting_world.hpp"

namespace governance::tests {

using enum Choice;

class Treating : public MeetingWorld {};
EACH_DATABASE(Treating);

TEST_P(Treating, AdoptsACaseAndSendsItOn) {
    open_with_case();
    const auto held = vote(recommendation(), {{chair, in_favour},
                                              {members[0], in_favour},
                                              {members[1], in_favour},
                                              {members[2], against},
                                              {members[3], blank}});
    ASSERT_TRUE(held) << describe(held.error());
    ASSERT_TRUE(rule(Outcome::adopted));

    const auto treated = matter(matter_id);
    EXPECT_EQ(treated.path.state, CaseState::treated);
    EXPECT_EQ(treated.path.latest_treated()->outcome, Outcome::adopted);
    EXPECT_EQ(treated.records.front().vote_summary, "3–1 (1)");
    EXPECT_EQ(treated.records.front().points.size(), 2U);
    EXPECT_EQ(item_now().decision.size(), 2U);
    EXPECT_EQ(item_now().decided_by, *held);
}

TEST_P(Treating, RefusesEverythingBeforeTheMeetingIsOpened) {
    matter_id = case_for_board();
    meeting = plan_a_meeting();
    item = put_case(meeting, matter_id);
    ASSERT_TRUE(try_notice(meeting));

    EXPECT_EQ(code_of(move_person(PresenceKind::arrived, chair)), "governance.meeting_not_open");
    EXPECT_EQ(code_of(propose(chair, ProposalKind::amendment, {"Nei"})), "governance.meeting_not_open");
    EXPECT_EQ(code_of(acclaim(ProposalId{})), "governance.meeting_not_open");
    EXPECT_EQ(code_of(rule(Outcome::postponed)), "governance.meeting_not_open");
    EXPECT_EQ(code_of(try_open(meeting, {chair})), "governance.meeting_too_early");
    EXPECT_EQ(code_of(try_close()), "governance.meeting_step_refused");
}

TEST_P(Treating, RefusesEverythingAfterTheMeetingIsClosed) {
    hold_meeting_with_case();

    EXPECT_EQ(code_of(move_person(PresenceKind::left, members[0])), "governance.meeting_not_open");
    EXPECT_EQ(code_of(acclaim(recommendation())), "governance.meeting_not_open");
    EXPECT_EQ(code_of(rule(Outcome::rejected)), "governance.meeting_not_open");
}

TEST_P(Treating, OpensWithThoseInTheRoomAndRefusesStrangers) {
    meeting = plan_a_meeting();
    NewItem wanted;
    wanted.kind = ItemKind::other_business;
    wanted.title = std::string{"Eventuelt"};
    item = *try_item(meeting, wanted);
    ASSERT_TRUE(try_notice(meeting));
    come_to(meeting);

    const auto refused = try_open(meeting, {chair, chair, AppointmentId::make(now(), *world.random)});
    EXPECT_EQ(faults_of(refused.error()), (std::vector<std::string>{"#/present/1 governance.already_present",
                                                                    "#/present/2 governance.not_appointed_here"}));
    EXPECT_EQ(faults_of(try_open(meeting, {secretary}).error()),
              std::vector<std::string>{"#/chairedBy governance.voter_not_present"});
    EXPECT_TRUE(try_open(meeting, {chair, secretary}));
}

TEST_P(Treating, RefusesVotesOfStrangersAbsenteesAndDoubles) {
    open_with_case(3);
    const auto stranger = AppointmentId::make(now(), *world.random);

    const auto refused = vote(recommendation(), {{chair, in_favour},
                                                 {chair, in_favour},
                                                 {members[3], in_favour},
                                                 {deputies[0], in_favour},
                                                 {secretary, in_favour},
                                                 {stranger, in_favour}});

    EXPECT_EQ(faults_of(refused.error()), (std::vector<std::string>{"#/ballots/1 governance.voted_twice",
                                                                    "#/ballots/2 governance.voter_not_present",
                                                                    "#/ballots/3 governance.voter_not_present",
                                                                    "#/ballots/4 governance.voter_without_vote",
                                                                    "#/ballots/5 governance.voter_not_appointed"}));
    EXPECT_TRUE(record(meeting).items.front().votes.empty());
}

TEST_P(Treating, LetsADeputyVoteForAnAbsentMemberOnly) {
    open_with_case(3);
    EXPECT_EQ(code_of(move_person(PresenceKind::arrived, deputies[0], members[0])), "governance.member_is_present");
    EXPECT_EQ(code_of(move_person(PresenceKind::arrived, deputies[1], members[3])), "governance.deputy_out_of_order");
    ASSERT_TRUE(move_person(PresenceKind::arrived, deputies[1], members[3], "Even Vara er syk"));

    EXPECT_TRUE(vote(recommendation(), {{chair, in_favour}, {members[0], in_favour}, {deputies[1], against}}));
    EXPECT_EQ(code_of(move_person(PresenceKind::arrived, members[3])), "governance.seat_already_taken");
    ASSERT_TRUE(move_person(PresenceKind::left, deputies[1]));
    EXPECT_TRUE(move_person(PresenceKind::arrived, members[3]));
}

TEST_P(Treating, ComputesTheQuorumAtEachVote) {
    open_with_case(2);
    ASSERT_TRUE(acclaim(recommendation()));
    ASSERT_TRUE(move_person(PresenceKind::left, members[0], {}, "Fly"));

    EXPECT_EQ(code_of(acclaim(recommendation())), "governance.no_quorum");
    EXPECT_EQ(code_of(rule(Outcome::adopted)), "governance.no_quorum");
    ASSERT_TRUE(move_person(PresenceKind::arrived, deputies[0], members[0]));
    EXPECT_TRUE(rule(Outcome::adopted));
}

TEST_P(Treating, CountsTheLeadersVoteTwiceInATieOnly) {
    open_with_case(3);
    const auto even = vote(recommendation(),
                           {{chair, against}, {members[0], in_favour}, {members[1], in_favour}, {members[2], against}});

    ASSERT_TRUE(even);
    const auto kept = record(meeting).items.front().votes.front();
    EXPECT_EQ(kept.counted.result, VoteResult::failed);
    EXPECT_EQ(kept.counted.casting_vote, against);
    EXPECT_EQ(kept.counted.casting_by, chair);
    EXPECT_EQ(kept.counted.ballots.size(), 4U);
    EXPECT_EQ(code_of(rule(Outcome::adopted)), "governance.outcome_contradicts_vote");
    EXPECT_TRUE(rule(Outcome::rejected));
}

TEST_P(Treating, HandsTheChairOverBeforeTheLeaderLeaves) {
    open_with_case();
    const auto hand_over = [&](AppointmentId to) {
        return act([&](const Acting& acting) { return hand_over_chair(acting, meeting, {to}); });
    };

    EXPECT_EQ(code_of(move_person(PresenceKind::left, chair)), "governance.chair_must_hand_over");
    EXPECT_EQ(code_of(hand_over(secretary)), "governance.voter_without_vote");
    ASSERT_TRUE(hand_over(members[0]));
    EXPECT_TRUE(move_person(PresenceKind::left, chair));
    EXPECT_EQ(record(meeting).handovers.size(), 2U);
}

TEST_P(Treating, AmendsACaseWithTheTextThatWasCarried) {
    open_with_case();
    const auto amendment =
        propose(members[0], ProposalKind::amendment, {"Løsningen innføres i to trinn.", "Den evalueres."});
    ASSERT_TRUE(amendment);
    EXPECT_EQ(code_of(propose(secretary, ProposalKind::amendment, {"Nei"})), "governance.voter_without_vote");
    EXPECT_EQ(code_of(propose(members[0], ProposalKind::amendment, {})), "governance.proposal_without_points");
    ASSERT_TRUE(acclaim(*amendment));

    ASSERT_TRUE(rule(Outcome::amended));

    EXPECT_EQ(matter(matter_id).records.front().points.front(), "Løsningen innføres i to trinn.");
    EXPECT_EQ(code_of(acclaim(*amendment)), "governance.item_already_treated");
}

TEST_P(Treating, LetsAProposalBeWithdrawnUntilItIsVotedOn) {
    open_with_case();
    const auto first = *propose(members[0], ProposalKind::counter_proposal, {"Nei."});
    const auto second = *propose(members[1], ProposalKind::counter_proposal, {"Kanskje."});
    const auto recall = [&](ProposalId id) {
        return act([&](const Acting& acting) { return withdraw_proposal(acting, meeting, item, id); });
    };
    ASSERT_TRUE(recall(first));
    ASSERT_TRUE(acclaim(second));

    EXPECT_EQ(code_of(acclaim(first)), "governance.proposal_is_withdrawn");
    EXPECT_EQ(code_of(recall(second)), "governance.proposal_voted_on");
    EXPECT_EQ(code_of(recall(ProposalId::make(now(), *world.random))), "governance.proposal_not_found");
}

TEST_P(Treating, PostponesAndRefersACaseAsItsBodyMay) {
    open_with_case();
    EXPECT_EQ(code_of(rule(Outcome::referred)), "governance.referral_body_missing");

    ASSERT_TRUE(rule(Outcome::referred, advisers));

    const auto path = matter(matter_id).path;
    ASSERT_EQ(path.steps.size(), 3U);
    EXPECT_EQ(path.steps[1].body, advisers);
    EXPECT_EQ(path.steps[2].body, board);
    EXPECT_EQ(record(meeting).items.front().referred_to_name, "KommIT-rådet");
}

TEST_P(Treating, KeepsADissentOfEachMemberOnce) {
    open_with_case();
    const auto dissent = [&](AppointmentId who) {
        NewDissent wanted;
        wanted.who = who;
        wanted.text = std::string{"Finansieringen bør avklares først."};
        return act([&](const Acting& acting) { return record_dissent(acting, meeting, item, wanted); });
    };

    ASSERT_TRUE(dissent(members[2]));
    EXPECT_EQ(code_of(dissent(members[2])), "governance.dissent_recorded_already");
    EXPECT_EQ(code_of(dissent(secretary)), "governance.voter_without_vote");
    ASSERT_TRUE(acclaim(recommendation()));
    ASSERT_TRUE(rule(Outcome::adopted));
    EXPECT_TRUE(dissent(members[3])) << "until the meeting is closed";
}

TEST_P(Treating, ClosesWhenEveryItemHasItsOutcome) {
    open_with_case();
    EXPECT_EQ(code_of(try_close()), "governance.items_not_treated");
    ASSERT_TRUE(rule(Outcome::postponed));

    EXPECT_TRUE(try_close());
    EXPECT_EQ(meeting_now(meeting).state, MeetingState::closed);
}

TEST_P(Treating, PutsALateCaseBeforeTheMeetingWithItsProposal) {
    open_with_case();
    NewItem late;
    late.case_id = case_for_board();
    late.consent = std::string{"Ingen hadde merknader"};

    const auto added = try_item(meeting, late);

    ASSERT_TRUE(added) << describe(added.error());
    EXPECT_EQ(record(meeting).item(*added)->proposals.size(), 1U);
    EXPECT_EQ(record(meeting).item(*added)->item.number_text(), "2/2026");
}

TEST_P(Treating, NotesACaseThatWasWithdrawnMeanwhile) {
    open_with_case();
    ASSERT_TRUE(step(take_back, matter_id, ClosingNote{std::string{"Ikke aktuell"}}));
    ASSERT_TRUE(acclaim(recommendation()));

    EXPECT_EQ(code_of(rule(Outcome::adopted)), "governance.outcome_not_for_item");
}

TEST_P(Treating, IsToldToTheCase) {
    open_with_case();
    ASSERT_TRUE(vote(recommendation(), {{chair, in_favour}, {members[0], in_favour}, {members[1], against}}));
    NewDissent dissent;
    dissent.who = members[1];
    dissent.text = std::string{"For dyrt."};
    ASSERT_TRUE(act([&](const Acting& acting) { return record_dissent(acting, meeting, item, dissent); }));
    ASSERT_TRUE(rule(Outcome::adopted));

    const auto step_of_case = matter(matter_id).records.front();
    EXPECT_EQ(step_of_case.meeting, meeting);
    EXPECT_EQ(step_of_case.agenda_item, item);
    EXPECT_EQ(step_of_case.vote_summary, "2–1");
    const auto kept = record(meeting);
    ASSERT_EQ(kept.items.front().dissents.size(), 1U);
    EXPECT_EQ(kept.name(kept.items.front().dissents.front().who), "Bjørn Medlem");
    EXPECT_TRUE(std::ranges::count(events_about({"case", matter_id.to_string()}), "governance.vote_held") == 1);
}

} // namespace governance::tests
