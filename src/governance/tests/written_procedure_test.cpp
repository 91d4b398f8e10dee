// R14, in writing: only where the rules allow it, each for themselves within the window, decided when it ends.
#include "governance/actions/elections.hpp"
#include "governance/actions/written.hpp"
#include "governance/domain/written.hpp"
#include "governance/jobs/case_jobs.hpp"
#include "governance/open_ballots.hpp"
#include "governance/store/case_store.hpp"
#include "governance/tests/case_calls.hpp"
#include "governance/tests/rule_world.hpp"

#include <fmt/format.h>

namespace governance::tests {

class WrittenProcedure : public CallsOf<RuleWorld> {
protected:
    NewMeeting in_writing(int days) const {
        auto wanted = a_meeting(30);
        wanted.mode = VoteMode::written;
        wanted.ends_at = at_norwegian_time(in_days(30 + days), std::chrono::hours{14});
        wanted.place = {};
        wanted.written_reason = std::string{"Fristen hos departementet er i morgen"};
        return wanted;
    }
    Result<MeetingId> try_plan(const NewMeeting& wanted) {
        return act([&](const Acting& acting) { return plan_meeting(acting, wanted); });
    }
    /// Planned, noticed and opened by itself, with one case.
    void open_window_with_case(int days, CaseId matter) {
        matter_id = matter;
        const auto planned = try_plan(in_writing(days));
        ASSERT_TRUE(planned) << describe(planned.error());
        meeting = *planned;
        item = put_case(meeting, matter_id);
        const auto noticed = try_notice(meeting);
        ASSERT_TRUE(noticed) << describe(noticed.error());
        come_to(meeting);
        ASSERT_TRUE(open_window(world.services, meeting));
        ASSERT_EQ(meeting_now(meeting).state, MeetingState::under_way);
    }
    void open_window_with_case(int days = 7) { open_window_with_case(days, case_for_board()); }

    static NewWrittenBallot says(Choice choice, std::optional<AppointmentId> who = {}) {
        NewWrittenBallot ballot;
        ballot.choice = choice;
        ballot.who = who;
        return ballot;
    }
    Principal logged_in_as(const std::string& name) const { return principal_of(name, {}); }
    Result<void> answer_as(const std::string& name, Choice choice) {
        return act_as(logged_in_as(name),
                      [&](const Acting& acting) { return cast_written_ballot(acting, meeting, item, says(choice)); });
    }
    /// Recorded by the secretary.
    Result<void> answer_for(AppointmentId who, Choice choice) {
        return act([&](const Acting& acting) { return cast_written_ballot(acting, meeting, item, says(choice, who)); });
    }
    Result<void> demand_as(const std::string& name) {
        NewMeetingDemand wanted;
        wanted.reason = std::string{"Saken må drøftes"};
        return act_as(logged_in_as(name),
                      [&](const Acting& acting) { return demand_meeting(acting, meeting, wanted); });
    }
    void come_to_the_end() {
        world.clock.set(meeting_now(meeting).ends_at);
        const auto closed = close_window(world.services, meeting);
        ASSERT_TRUE(closed) << describe(closed.error());
    }
    void waits_for_a_meeting() {
        EXPECT_EQ(item_now().outcome, Outcome::postponed);
        EXPECT_TRUE(record(meeting).item(item)->votes.empty());
        EXPECT_EQ(matter(matter_id).path.state, CaseState::in_preparation);
        EXPECT_EQ(meeting_now(meeting).state, MeetingState::closed);
    }
    DecisionRecord only_record() {
        const auto kept = record_of(record(meeting).item(item)->votes.front().id);
        EXPECT_TRUE(kept.holds());
        return *kept.record;
    }
};
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

// --- What everybody sees, and what only one does. ---

TEST_P(WrittenProcedure, ShowsHowManyAnsweredAndToEachTheirOwnAnswer) {
    follow("STATUTES");
    open_window_with_case();
    ASSERT_TRUE(answer_as("Kari Leder", against));
    const auto page = "/meetings/" + meeting.to_string();

    const auto everybody = body(page + ".json"), kari = body(page + ".json", logged_in_as("Kari Leder"));
    EXPECT_NE(everybody.find(R"("mode":"written")"), std::string::npos);
    EXPECT_NE(everybody.find(R"("answers":1)"), std::string::npos) << everybody;
    EXPECT_EQ(everybody.find("ownAnswer"), std::string::npos);
    EXPECT_NE(kari.find(R"("ownAnswer":"against")"), std::string::npos);
    EXPECT_NE(body(page).find("1 av 5 har svart."), std::string::npos);
    EXPECT_EQ(body(page).find("/ballot"), std::string::npos) << "a stranger is not asked";
    const auto form = page + "/items/" + item.to_string() + "/ballot";
    EXPECT_NE(body(form, logged_in_as("Kari Leder")).find("Svaret ditt er: Mot."), std::string::npos);
    people["Utenfor"] = person("Utenfor");
    EXPECT_EQ(code_of(get(form, logged_in_as("Utenfor"))), "platform.right_missing");
    EXPECT_TRUE(post(form + "s", "choice=in_favour", logged_in_as("Kari Leder")));
    EXPECT_NE(body(page + ".json", logged_in_as("Kari Leder")).find(R"("ownAnswer":"in_favour")"), std::string::npos);
}

TEST_P(WrittenProcedure, KeepsWhoAnsweredOutOfTheOpenJournal) {
    follow("STATUTES");
    open_window_with_case();
    ASSERT_TRUE(answer_as("Kari Leder", against));

    const auto seen = *read([&](db::Reader& reader) {
        return world.journal->about(reader, {"meeting", meeting.to_string()}, Principal{}, 50);
    });
    EXPECT_EQ(std::ranges::count(seen, "governance.written_ballot_cast", &journal::StoredEvent::type), 0);
    EXPECT_EQ(events_about({"meeting", meeting.to_string()}).back(), "governance.written_ballot_cast");
}

TEST_P(WrittenProcedure, SaysInPlainWordsThatItWasInWriting) {
    follow("STATUTES");
    open_window_with_case();
    for (const auto* name : {"Kari Leder", "Anne Medlem", "Bjørn Medlem"})
        ASSERT_TRUE(answer_as(name, in_favour));
    come_to_the_end();

    const auto vote = record(meeting).item(item)->votes.front().id;
    EXPECT_NE(body("/decisions/" + vote.to_string()).find("Det ble stemt skriftlig"), std::string::npos);
    EXPECT_NE(body("/calendar?month=" + to_string(in_days(0)).substr(0, 7)).find("Svarfrist:"), std::string::npos);
}

// --- An open standard's procedure: two weeks, unanimity, ninety days, three quarters. ---

class SecondRoundDays : public WrittenProcedure {
protected:
    /// Half of them want it, and it falls.
    void fall_for_a_second_round() {
        follow("STANDARD-WG");
        open_window_with_case(14);
        for (const auto* name : {"Kari Leder", "Anne Medlem", "Bjørn Medlem"})
            ASSERT_TRUE(answer_as(name, in_favour));
        ASSERT_TRUE(answer_as("Cecilie Medlem", against));
        ASSERT_TRUE(answer_as("Dag Medlem", blank));
        come_to_the_end();
    }
    /// The case before a meeting in a room so many days from now.
    void meet_again(int days) {
        meeting = plan_a_meeting(days);
        item = put_case(meeting, matter_id);
        ASSERT_TRUE(try_notice(meeting));
        come_to(meeting);
        ASSERT_TRUE(try_open(meeting, {chair, members[0], members[1], members[2], members[3]}));
    }
};
EACH_DATABASE(SecondRoundDays);

TEST_P(SecondRoundDays, LetsAProposalFallUntilItHasBeenTalkedOver) {
    fall_for_a_second_round();
    EXPECT_EQ(item_now().outcome, Outcome::postponed);
    EXPECT_TRUE(only_record().working.goes_to_second_round);
    EXPECT_EQ(matter(matter_id).path.state, CaseState::treated) << "postponed by the vote itself";
    const auto rules = only_record().rules.rules;

    EXPECT_EQ(code_of(round_now(rules, EarlierRound{now(), true}, now() + std::chrono::days{89})),
              "governance.discussion_under_way");
    EXPECT_EQ(*round_now(rules, EarlierRound{now(), true}, now() + std::chrono::days{90}), 2);
    EXPECT_EQ(*round_now(rules, EarlierRound{now(), false}, now()), 1);
}

TEST_P(SecondRoundDays, HoldsTheSecondRoundWhenTheDaysHavePassed) {
    fall_for_a_second_round();
    const auto fell = now();
    ASSERT_TRUE(step(onwards, matter_id));
    meet_again(60);

    EXPECT_EQ(code_of(vote_with({})), "governance.discussion_under_way");
    world.clock.set(fell + std::chrono::days{90});
    const auto held = vote_with({{members[3], against}});

    ASSERT_TRUE(held) << describe(held.error());
    EXPECT_EQ(record_of(*held).record->inputs.round, 2);
    EXPECT_EQ(record_of(*held).record->working.result, VoteResult::passed) << "four of five are three quarters";
    EXPECT_TRUE(rule(Outcome::adopted));
    EXPECT_TRUE(verified().holds());
}

TEST_P(WrittenProcedure, LetsAStandardFallOnWhichNobodyAnswers) {
    follow("STANDARD-WG");
    open_window_with_case(14);

    come_to_the_end();

    EXPECT_EQ(item_now().outcome, Outcome::rejected);
    EXPECT_EQ(only_record().working.tally, Tally{});
}

TEST_P(WrittenProcedure, LetsAStandardFallOnWhichAllAbstain) {
    follow("STANDARD-WG");
    open_window_with_case(14);
    for (const auto* name : {"Kari Leder", "Anne Medlem", "Bjørn Medlem"})
        ASSERT_TRUE(answer_as(name, blank));

    come_to_the_end();

    EXPECT_EQ(item_now().outcome, Outcome::rejected);
}

} // namespace governance::tests
