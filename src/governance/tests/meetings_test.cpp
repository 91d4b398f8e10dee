#include "governance/tests/meeting_world.hpp"

namespace governance::tests {

class Meetings : public MeetingWorld {
protected:
    NewItem other_business() const {
        NewItem wanted;
        wanted.kind = ItemKind::other_business;
        wanted.title = std::string{"Eventuelt"};
        return wanted;
    }
    NewItem orientation(const std::string& title = "Status for nettverkene") const {
        NewItem wanted;
        wanted.kind = ItemKind::orientation;
        wanted.title = title;
        return wanted;
    }
    std::vector<std::string> numbers(MeetingId id) {
        std::vector<std::string> found;
        for (const auto& record_of_item : record(id).items)
            found.push_back(record_of_item.item.number_text());
        return found;
    }
    Result<void> try_move(MeetingId id, int days) {
        MeetingMove move;
        move.starts_at = a_meeting(days).starts_at;
        move.ends_at = a_meeting(days).ends_at;
        move.place = std::string{"Bergen"};
        return act([&](const Acting& acting) { return move_meeting(acting, id, move, {}); });
    }
    Result<void> try_cancel(MeetingId id) {
        MeetingCancellation cancellation;
        cancellation.reason = std::string{"For få saker"};
        return act([&](const Acting& acting) { return cancel_meeting(acting, id, cancellation, {}); });
    }
};
EACH_DATABASE(Meetings);

TEST_P(Meetings, AreNumberedInTheirBodyAndYear) {
    const auto first = plan_a_meeting(30);
    const auto second = plan_a_meeting(60);
    const auto next_year = plan_a_meeting(320);

    EXPECT_EQ(meeting_now(first).number_text(), "1/2026");
    EXPECT_EQ(meeting_now(second).number_text(), "2/2026");
    EXPECT_EQ(meeting_now(next_year).number_text(), "1/2027");
}

TEST_P(Meetings, AreFoundByIdByNumberAndByDay) {
    const auto id = plan_a_meeting(30);
    const auto found = [&](const std::string& key) {
        return read([&](db::Reader& reader) { return find_meeting(reader, key); });
    };

    EXPECT_EQ(found(id.to_string())->id, id);
    EXPECT_EQ(found("hovedstyret-2026-1")->id, id);
    EXPECT_EQ(found("hovedstyret-" + to_string(in_days(30)))->id, id);
    for (const auto* key :
         {"hovedstyret-2026-2", "hovedstyret-2026-01-01", "landstinget-2026-1", "hovedstyret", "x-y-z"})
        EXPECT_EQ(code_of(found(key)), "governance.meeting_not_found") << key;
}

TEST_P(Meetings, AreRefusedInThePastAndWithAFaultyLink) {
    auto wanted = a_meeting(-1);
    wanted.remote_url = std::string{"http://usikker.example"};

    const auto refused = act([&](const Acting& acting) { return plan_meeting(acting, wanted); });

    EXPECT_EQ(faults_of(refused.error()), (std::vector<std::string>{"#/startsAt governance.meeting_in_the_past",
                                                                    "#/remoteUrl governance.remote_url_faulty"}));
}

TEST_P(Meetings, AreCalledByThoseWithTheRightForThatBodyOnly) {
    auto secretary_of_another = world::World::person("Per", {});
    secretary_of_another.grants.push_back({std::string{right::hold_meeting.name}, assembly.to_string()});
    const auto own_secretary = principal_of("Siri Sekretær", {right::hold_meeting});
    const auto plan_as = [&](const Principal& who) {
        return act_as(who, [&](const Acting& acting) { return plan_meeting(acting, a_meeting()); });
    };

    EXPECT_EQ(code_of(plan_as(secretary_of_another)), "platform.right_missing");
    EXPECT_EQ(code_of(plan_as(Principal{})), "platform.not_logged_in");
    EXPECT_TRUE(plan_as(own_secretary));
}

TEST_P(Meetings, PutCasesOnTheAgendaAndNumberThemWithTheNotice) {
    const auto id = plan_a_meeting(30);
    const auto first = case_for_board();
    put_case(id, first);
    ASSERT_TRUE(try_item(id, orientation()));
    ASSERT_TRUE(try_item(id, other_business()));
    EXPECT_EQ(matter(first).path.state, CaseState::on_agenda);
    EXPECT_EQ(numbers(id), (std::vector<std::string>{"", "", ""}));

    ASSERT_TRUE(try_notice(id));

    EXPECT_EQ(numbers(id), (std::vector<std::string>{"1/2026", "2/2026", ""}));
    EXPECT_EQ(meeting_now(id).state, MeetingState::noticed);
    EXPECT_EQ(code_of(try_notice(id)), "governance.meeting_step_refused");
}

TEST_P(Meetings, RefuseAnItemThatIsNamedByATitleAndHasNone) {
    const auto id = plan_a_meeting(30);
    for (auto wanted : {orientation(), other_business()}) {
        wanted.title = {};
        const auto refused = try_item(id, wanted);
        ASSERT_EQ(code_of(refused), "governance.item_faulty");
        EXPECT_EQ(refused.error().faults.front().pointer, "#/title");
    }
}

TEST_P(Meetings, RefuseALateNoticeUnlessAConsentIsRecorded) {
    const auto id = plan_a_meeting(3);
    EXPECT_EQ(code_of(try_notice(id)), "governance.agenda_empty");
    ASSERT_TRUE(try_item(id, orientation()));
    world.clock.advance(std::chrono::hours{24});
    auto strict = NewRules{};
    strict.valid_from = *parse_date("2020-01-01");
    strict.adopted_by = std::string{"Landstinget"};
    strict.rules.notice_days_min = 14;
    must([&](const Acting& acting) { return adopt_rules(acting, board, strict); });

    EXPECT_EQ(code_of(try_notice(id)), "governance.meeting_notice_too_late");
    EXPECT_TRUE(try_notice(id, "Samtlige medlemmer, e-post 5. mars"));
    EXPECT_EQ(meeting_now(id).consent, "Samtlige medlemmer, e-post 5. mars");
}

TEST_P(Meetings, TakeItemsAfterTheNoticeOnlyWithAConsent) {
    const auto id = plan_a_meeting(30);
    ASSERT_TRUE(try_item(id, orientation()));
    ASSERT_TRUE(try_notice(id));
    auto late = orientation("Hastesak");

    EXPECT_EQ(code_of(try_item(id, late)), "governance.item_too_late");
    late.consent = std::string{"Ingen hadde merknader"};
    ASSERT_TRUE(try_item(id, late));
    EXPECT_EQ(numbers(id), (std::vector<std::string>{"1/2026", "2/2026"}));
    EXPECT_EQ(record(id).items.back().item.late_consent, "Ingen hadde merknader");
}

TEST_P(Meetings, RefuseACaseThatStandsOnAnotherAgenda) {
    const auto first = plan_a_meeting(30), second = plan_a_meeting(40);
    NewItem wanted;
    wanted.case_id = case_for_board();
    ASSERT_TRUE(try_item(first, wanted));

    EXPECT_EQ(code_of(try_item(second, wanted)), "governance.case_already_on_agenda");
}

TEST_P(Meetings, RefuseItemsThatLackWhatTheirKindNeeds) {
    const auto id = plan_a_meeting(30);
    const auto later = plan_a_meeting(40);
    NewItem no_case;
    NewItem no_title = orientation("");
    NewItem approves_a_later;
    approves_a_later.kind = ItemKind::approval_of_minutes;
    approves_a_later.approves_meeting = later;

    EXPECT_EQ(faults_of(try_item(id, no_case).error()), std::vector<std::string>{"#/caseId platform.field_missing"});
    EXPECT_EQ(faults_of(try_item(id, no_title).error()), std::vector<std::string>{"#/title platform.field_missing"});
    EXPECT_EQ(faults_of(try_item(id, approves_a_later).error()),
              std::vector<std::string>{"#/approvesMeeting governance.item_faulty"});
}

TEST_P(Meetings, ChangeTheOrderAndRemoveItemsBeforeTheNotice) {
    const auto id = plan_a_meeting(30);
    const auto first = *try_item(id, orientation("En"));
    const auto second = *try_item(id, orientation("To"));
    const auto order = [&](std::vector<AgendaItemId> items) {
        return act([&](const Acting& acting) { return order_agenda(acting, id, {std::move(items)}, {}); });
    };
    const auto remove = [&](AgendaItemId which) {
        return act([&](const Acting& acting) { return remove_item(acting, id, which, {}); });
    };

    ASSERT_TRUE(order({second, first}));
    EXPECT_EQ(record(id).items.front().title, "To");
    EXPECT_EQ(code_of(order({first})), "governance.agenda_order_faulty");
    EXPECT_EQ(code_of(order({first, first})), "governance.agenda_order_faulty");
    ASSERT_TRUE(remove(first));
    EXPECT_EQ(code_of(remove(first)), "governance.item_not_found");
    ASSERT_TRUE(try_notice(id));
    EXPECT_EQ(code_of(remove(second)), "governance.meeting_step_refused");
}

TEST_P(Meetings, MoveWithTheirCases) {
    const auto id = plan_a_meeting(30);
    const auto which = case_for_board();
    put_case(id, which);

    ASSERT_TRUE(try_move(id, 35));

    EXPECT_EQ(matter(which).path.current()->planned_day, in_days(35));
    EXPECT_EQ(meeting_now(id).calendar_sequence, 1);
    EXPECT_EQ(meeting_now(id).number_text(), "1/2026");
}

TEST_P(Meetings, SendTheirCasesBackWhenTheyAreCancelled) {
    const auto id = plan_a_meeting(30);
    const auto which = case_for_board();
    put_case(id, which);

    ASSERT_TRUE(try_cancel(id));

    EXPECT_EQ(matter(which).path.state, CaseState::in_preparation);
    EXPECT_EQ(meeting_now(id).cancel_reason, "For få saker");
    EXPECT_EQ(meeting_now(id).calendar_sequence, 1);
    EXPECT_EQ(code_of(try_cancel(id)), "governance.meeting_step_refused");
    EXPECT_EQ(code_of(try_item(id, orientation())), "governance.meeting_step_refused");
}

TEST_P(Meetings, LeaveAWithdrawnCaseAloneWhenTheyAreMovedOrCancelled) {
    const auto id = plan_a_meeting(30);
    const auto which = case_for_board();
    put_case(id, which);
    ASSERT_TRUE(step(take_back, which, ClosingNote{std::string{"Ikke lenger aktuell"}}));

    EXPECT_TRUE(try_move(id, 35));
    EXPECT_TRUE(try_cancel(id));
    EXPECT_EQ(matter(which).path.state, CaseState::withdrawn);
}

TEST_P(Meetings, RefuseAnActOnAVersionThatIsNotTheNewest) {
    const auto id = plan_a_meeting(30);
    ASSERT_TRUE(try_item(id, orientation()));

    const auto stale = act([&](const Acting& acting) { return send_notice(acting, id, {}, 1); });

    EXPECT_EQ(code_of(stale), "governance.stale_version");
}

TEST_P(Meetings, TellTheJournalEachStep) {
    const auto id = plan_a_meeting(30);
    ASSERT_TRUE(try_item(id, orientation()));
    ASSERT_TRUE(try_notice(id));
    ASSERT_TRUE(try_move(id, 40));
    ASSERT_TRUE(try_cancel(id));

    EXPECT_EQ(
        events_about({"meeting", id.to_string()}),
        (std::vector<std::string>{"governance.meeting_planned", "governance.item_added", "governance.meeting_noticed",
                                  "governance.meeting_moved", "governance.meeting_cancelled"}));
}

} // namespace governance::tests
