// R14, in writing: only where the rules allow it, each for themselves within the window, decided when it ends.
#include "governance/actions/elections.hpp"
#include "governance/open_ballots.hpp"
#include "governance/tests/written_world.hpp"

#include <fmt/format.h>

namespace governance::tests {

class WrittenProcedure : public WrittenWorld {};
EACH_DATABASE(WrittenProcedure);

TEST_P(WrittenProcedure, DecidesFromWhatEachAnsweredWhenTheWindowEnds) {
    follow("STATUTES");
    open_window_with_case();
    ASSERT_TRUE(answer_as("Kari Leder", in_favour));
    ASSERT_TRUE(answer_as("Anne Medlem", against));
    ASSERT_TRUE(answer_as("Anne Medlem", in_favour)) << "the last answer counts";
    ASSERT_TRUE(answer_for(members[1], against));

    come_to_the_end();

    EXPECT_EQ(meeting_now(meeting).state, MeetingState::closed);
    EXPECT_EQ(item_now().outcome, Outcome::adopted);
    EXPECT_EQ(matter(matter_id).path.state, CaseState::treated);
    const auto kept = only_record();
    EXPECT_EQ(kept.inputs.mode, VoteMode::written);
    EXPECT_EQ(kept.working.tally, (Tally{2, 1, 0}));
    EXPECT_EQ(kept.working.able, 3) << "whoever did not answer is not there";
    EXPECT_EQ(kept.inputs.written->until, meeting_now(meeting).ends_at);
    EXPECT_EQ(kept.inputs.written->answers.size(), 3U);
    EXPECT_TRUE(verified().holds());
}

TEST_P(WrittenProcedure, LeavesARecordThatShowsTheTimeEverybodyHad) {
    follow("STATUTES");
    open_window_with_case();
    for (const auto* name : {"Kari Leder", "Anne Medlem", "Bjørn Medlem"})
        ASSERT_TRUE(answer_as(name, in_favour));
    come_to_the_end();
    const auto honest = only_record();

    auto late = honest;
    late.inputs.written->answers.front().at = late.inputs.written->until;
    EXPECT_EQ(check_record(to_json(late)).refused, "governance.vote_refused");
    auto hasty = honest;
    hasty.inputs.written->from = hasty.inputs.written->until - std::chrono::hours{24};
    EXPECT_EQ(check_record(to_json(hasty)).refused, "governance.written_window_too_short");
    auto without = honest;
    without.inputs.written.reset();
    EXPECT_EQ(check_record(to_json(without)).refused, "governance.written_window_too_short");
}

TEST_P(WrittenProcedure, IsRefusedWhereTheRulesDoNotAllowIt) {
    EXPECT_EQ(code_of(try_plan(in_writing(7))), "governance.written_not_allowed");
}

TEST_P(WrittenProcedure, NeedsTheWindowAndTheReasonOfTheRules) {
    follow("STATUTES");
    auto wanted = in_writing(2);
    wanted.written_reason = {};

    EXPECT_EQ(faults_of(try_plan(wanted).error()),
              (std::vector<std::string>{"#/endsAt governance.written_window_too_short",
                                        "#/writtenReason governance.written_reason_missing"}));
    ASSERT_TRUE(try_plan(in_writing(3)));
    wanted.mode = VoteMode::meeting;
    EXPECT_EQ(faults_of(try_plan(wanted).error()), (std::vector<std::string>{"#/place platform.field_missing"}));
}

TEST_P(WrittenProcedure, LeavesTheCaseForAMeetingWhenTooFewAnswered) {
    follow("STATUTES");
    open_window_with_case();
    ASSERT_TRUE(answer_as("Kari Leder", in_favour));
    ASSERT_TRUE(answer_as("Anne Medlem", in_favour));

    come_to_the_end();

    waits_for_a_meeting();
    EXPECT_EQ(events_about({"meeting", meeting.to_string()}).back(), "governance.meeting_closed");
    ASSERT_TRUE(draft());
    EXPECT_TRUE(approve());
    EXPECT_EQ(written().written->until, meeting_now(meeting).ends_at);
    EXPECT_EQ(written().items.front().answers, 2);
}

TEST_P(WrittenProcedure, AsksNobodyToVoteOnWhatTheyDidNotAnswer) {
    follow("KOMMUNELOVEN");
    open_window_with_case();
    const auto other = item;
    ASSERT_TRUE(answer_as("Dag Medlem", in_favour));
    for (const auto* name : {"Kari Leder", "Anne Medlem", "Bjørn Medlem"})
        ASSERT_TRUE(answer_as(name, in_favour));
    ASSERT_TRUE(move_person(PresenceKind::left, members[3]));

    come_to_the_end();

    EXPECT_EQ(only_record().working.tally, (Tally{3, 0, 0})) << "who gave up the seat is not counted";
    EXPECT_EQ(item, other);
}

TEST_P(WrittenProcedure, GivesWayToAMeetingWhenAMemberAsksForOne) {
    follow("ADVISORY");
    open_window_with_case();
    ASSERT_TRUE(answer_as("Kari Leder", in_favour));

    ASSERT_TRUE(demand_as("Dag Medlem"));

    waits_for_a_meeting();
    EXPECT_EQ(item_now().note, "Saken må drøftes");
    EXPECT_EQ(record(meeting).demand->by, members[3]);
    EXPECT_EQ(code_of(answer_as("Anne Medlem", in_favour)), "governance.meeting_not_open");
    come_to_the_end();
    EXPECT_EQ(item_now().outcome, Outcome::postponed) << "the end of the window decides nothing more";
}

TEST_P(WrittenProcedure, LetsNobodyAskForAMeetingWhereItIsHowTheBodyWorks) {
    follow("STANDARD-WG");
    open_window_with_case(14);

    EXPECT_EQ(code_of(demand_as("Dag Medlem")), "governance.demand_not_allowed");
    EXPECT_EQ(code_of(demand_as("Even Vara")), "governance.voter_not_present") << "a deputy who was not called";
}

TEST_P(WrittenProcedure, IsDecidedByNobodyElsesHand) {
    follow("STATUTES");
    open_window_with_case();
    NewElection election;
    election.post = std::string{"Nestleder"};
    election.options = {{std::string{"Anne Medlem"}, {}}, {std::string{"Dag Medlem"}, {}}};

    NewItem late;
    late.kind = ItemKind::other_business;
    late.title = std::string{"Eventuelt"};
    late.consent = std::string{"Alle er enige"};

    EXPECT_EQ(code_of(try_item(meeting, late)), "governance.meeting_step_refused") << "the window is for all items";
    EXPECT_EQ(code_of(acclaim(recommendation())), "governance.written_by_each");
    EXPECT_EQ(code_of(rule(Outcome::adopted)), "governance.written_by_each");
    EXPECT_EQ(code_of(propose(members[0], ProposalKind::amendment, {"Noe annet"})), "governance.written_by_each");
    EXPECT_EQ(code_of(try_adjourn(meeting)), "governance.written_by_each");
    EXPECT_EQ(code_of(try_close()), "governance.items_not_treated");
    EXPECT_EQ(code_of(act([&](const Acting& acting) { return open_election(acting, meeting, item, election); })),
              "governance.written_by_each");
    const auto proposal = recommendation();
    EXPECT_EQ(code_of(write([&](db::Transaction& transaction) {
                  return open_ballot({transaction, world.services, world.system, now(), meeting},
                                     {item, proposal, VoteKind::ordinary});
              })),
              "governance.written_by_each");
}

TEST_P(WrittenProcedure, TakesAnswersOnlyFromThoseWithASeat) {
    follow("STATUTES");
    open_window_with_case();
    people["Utenfor"] = person("Utenfor");
    const auto as_anne = [&](AppointmentId whom) {
        return act_as(logged_in_as("Anne Medlem"), [&](const Acting& acting) {
            return cast_written_ballot(acting, meeting, item, says(in_favour, whom));
        });
    };

    EXPECT_EQ(code_of(answer_as("Utenfor", in_favour)), "governance.not_appointed_here");
    EXPECT_EQ(code_of(answer_as("Siri Sekretær", in_favour)), "governance.voter_without_vote");
    EXPECT_EQ(code_of(answer_as("Even Vara", in_favour)), "governance.deputy_needs_member") << "not called";
    EXPECT_EQ(code_of(as_anne(members[1])), "platform.right_missing");
    EXPECT_TRUE(as_anne(members[0])) << "oneself by name";
    ASSERT_TRUE(move_person(PresenceKind::arrived, deputies[0], members[1], "Reise"));
    EXPECT_TRUE(answer_as("Even Vara", in_favour));
}

TEST_P(WrittenProcedure, IsClosedAtTheEndOfTheWindowToTheMinute) {
    follow("STATUTES");
    open_window_with_case();
    world.clock.set(meeting_now(meeting).ends_at);

    EXPECT_EQ(code_of(answer_as("Kari Leder", in_favour)), "governance.written_window_closed");
}

TEST_P(WrittenProcedure, BelongsToNoMeetingInARoom) {
    open_with_case();

    EXPECT_EQ(code_of(answer_as("Kari Leder", in_favour)), "governance.written_only");
}

TEST_P(WrittenProcedure, TakesADissentWithTheAnswerOnce) {
    follow("STATUTES");
    open_window_with_case();
    const auto form = fmt::format("/meetings/{}/items/{}/ballots", meeting.to_string(), item.to_string());
    const auto send = [&] { return post(form, "choice=against&dissent=For+dyrt", logged_in_as("Anne Medlem")); };

    ASSERT_EQ(send()->status, 303);
    EXPECT_NE(send()->body.find("har allerede en særmerknad"), std::string::npos);
    const auto dissents = record(meeting).item(item)->dissents;
    ASSERT_EQ(dissents.size(), 1U);
    EXPECT_EQ(dissents.front().text, "For dyrt");
}

TEST_P(WrittenProcedure, RefusesABlankAnswerWhereTheRulesDo) {
    follow("KOMMUNELOVEN");
    open_window_with_case();

    EXPECT_EQ(code_of(answer_as("Kari Leder", blank)), "governance.blank_not_allowed");
}

TEST_P(WrittenProcedure, LeavesAQuestionOfImpartialityToAMeeting) {
    follow("STATUTES");
    open_window_with_case();
    for (const auto* name : {"Kari Leder", "Bjørn Medlem", "Cecilie Medlem"})
        ASSERT_TRUE(answer_as(name, in_favour));
    const auto path = fmt::format("/meetings/{}/items/{}/declarations", meeting.to_string(), item.to_string());
    const auto declared = post(path, "ground=family&reason=S%C3%B8steren", logged_in_as("Anne Medlem"));
    ASSERT_TRUE(declared) << describe(declared.error());
    EXPECT_EQ(declared->status, 303);

    EXPECT_EQ(code_of(answer_as("Anne Medlem", in_favour)), "governance.impartiality_open");
    EXPECT_EQ(code_of(settle_impartiality(record(meeting).item(item)->impartiality.front().id, 3, 0)),
              "governance.written_by_each");
    come_to_the_end();

    waits_for_a_meeting();
}

TEST_P(WrittenProcedure, RefusesWhoeverStepsDownBecauseOfARoleElsewhere) {
    follow("STATUTES");
    NewAppointment elsewhere = an_appointment_of(people.at("Anne Medlem"), AppointmentRole::member);
    must([&](const Acting& acting) { return appoint(acting, assembly, elsewhere); });
    NewRoleConflict rule;
    rule.member_of = assembly;
    rule.basis = std::string{"Vedtektene"};
    ASSERT_TRUE(act([&](const Acting& acting) { return add_role_conflict(acting, board, rule); }));
    open_window_with_case();

    EXPECT_EQ(code_of(answer_as("Anne Medlem", in_favour)), "governance.role_conflict_open");
    for (const auto* name : {"Kari Leder", "Bjørn Medlem", "Cecilie Medlem"})
        ASSERT_TRUE(answer_as(name, in_favour));
    come_to_the_end();
    EXPECT_EQ(item_now().outcome, Outcome::adopted) << "the others decide";
}

TEST_P(WrittenProcedure, IsOpenedOnceAndOnlyWhenItsTimeHasCome) {
    follow("STATUTES");
    meeting = *try_plan(in_writing(7));
    put_case(meeting, case_for_board());
    ASSERT_TRUE(try_notice(meeting));

    ASSERT_TRUE(open_window(world.services, meeting));
    EXPECT_EQ(meeting_now(meeting).state, MeetingState::noticed) << "before its time";
    EXPECT_EQ(code_of(try_open(meeting, {chair})), "governance.written_by_each");
    come_to(meeting);
    ASSERT_TRUE(open_window(world.services, meeting));
    ASSERT_TRUE(open_window(world.services, meeting));
    EXPECT_EQ(meeting_now(meeting).state, MeetingState::under_way);
    ASSERT_TRUE(close_window(world.services, meeting));
    EXPECT_EQ(meeting_now(meeting).state, MeetingState::under_way) << "before its end";
}

TEST_P(WrittenProcedure, HasItsNoticeBeforeTheWindow) {
    follow("STATUTES");
    meeting = *try_plan(in_writing(7));
    put_case(meeting, case_for_board());
    come_to(meeting);

    EXPECT_EQ(code_of(try_notice(meeting)), "governance.meeting_in_the_past");
}

} // namespace governance::tests
