#include "governance/store/appointment_store.hpp"
#include "governance/tests/meeting_world.hpp"
#include "identity/identity.hpp"

namespace governance::tests {

class Bodies : public MeetingWorld {
protected:
    NewBody a_new_body(const std::string& slug = "fagrad-arkitektur") const {
        NewBody wanted;
        wanted.slug = slug;
        wanted.name_nb = std::string{"Fagråd for arkitektur"};
        wanted.name_nn = std::string{"Fagråd for arkitektur"};
        wanted.kind = BodyKind::expert_council;
        wanted.organisation = owner;
        wanted.parent = board;
        wanted.is_open = true;
        wanted.themes = {"familie-og-barn"};
        wanted.valid_from = *parse_date("2020-01-01");
        wanted.adopted_by = std::string{"Hovedstyret 12.12.2019"};
        wanted.mandate = std::string{"Rådet gir råd."};
        return wanted;
    }
    Result<BodyId> try_create(const NewBody& wanted) {
        return act([&](const Acting& acting) { return create_body(acting, wanted); });
    }
    Result<AppointmentId> try_appoint(const NewAppointment& wanted, BodyId body) {
        return act([&](const Acting& acting) { return appoint(acting, body, wanted); });
    }
};
EACH_DATABASE(Bodies);

TEST_P(Bodies, AreKeptWithMandateRulesAndThemes) {
    const auto id = try_create(a_new_body());

    ASSERT_TRUE(id) << describe(id.error());
    const auto body = *read([&](db::Reader& reader) { return find_body(reader, "fagrad-arkitektur"); });
    EXPECT_EQ(body.id, *id);
    EXPECT_EQ(body.parent, board);
    EXPECT_EQ(body.themes, std::vector<std::string>{"familie-og-barn"});
    EXPECT_TRUE(body.is_open);
    EXPECT_EQ(read([&](db::Reader& reader) { return rules_in_force(reader, *id, today()); })->rules, BodyRules{});
    EXPECT_EQ(read([&](db::Reader& reader) { return mandates(reader, *id); })->size(), 1U);
    EXPECT_EQ(events_about({"body", id->to_string()}), std::vector<std::string>{"governance.body_created"});
}

TEST_P(Bodies, AreRefusedWithATakenAddressAnUnknownThemeOrAFaultyParent) {
    auto unknown_theme = a_new_body();
    unknown_theme.themes = {"trolldom"};
    auto below_nothing = a_new_body();
    below_nothing.parent = BodyId::make(now(), *world.random);
    auto bad_rules = a_new_body();
    bad_rules.rules.emplace();
    bad_rules.rules->quorum_percent = 101;

    EXPECT_EQ(code_of(try_create(a_new_body("hovedstyret"))), "governance.body_slug_taken");
    EXPECT_EQ(code_of(try_create(a_new_body("Råd"))), "governance.body_slug_faulty");
    EXPECT_EQ(faults_of(try_create(unknown_theme).error()),
              std::vector<std::string>{"#/themes/0 governance.theme_unknown"});
    EXPECT_EQ(code_of(try_create(below_nothing)), "governance.body_parent_faulty");
    EXPECT_EQ(faults_of(try_create(bad_rules).error()),
              std::vector<std::string>{"#/rules/quorumPercent governance.rule_out_of_range"});
}

TEST_P(Bodies, AreMadeOnlyByThoseWithTheRight) {
    const auto nobody = world::World::person("Ola", {right::hold_meeting});

    const auto refused = act_as(nobody, [&](const Acting& acting) { return create_body(acting, a_new_body()); });

    EXPECT_EQ(code_of(refused), "platform.right_missing");
}

TEST_P(Bodies, ChangeUnderTheVersionThatWasRead) {
    BodyChange change;
    change.name_nb = std::string{"KS' hovedstyre"};
    change.name_nn = std::string{"KS' hovudstyre"};
    change.kind = BodyKind::board;
    change.parent = assembly;

    const auto change_it = [&](std::optional<std::int64_t> version) {
        return act([&](const Acting& acting) { return change_body(acting, board, change, version); });
    };

    EXPECT_TRUE(change_it(1));
    EXPECT_EQ(code_of(change_it(1)), "governance.stale_version");
    EXPECT_EQ(read([&](db::Reader& reader) { return load_body(reader, board); })->name_nn, "KS' hovudstyre");
    change.parent = board;
    EXPECT_EQ(code_of(change_it({})), "governance.body_parent_faulty");
}

TEST_P(Bodies, KeepEveryMandateAndSayFromWhen) {
    const auto adopt = [&](const char* text, const char* day) {
        NewMandate wanted{Prose<20000>{std::string{text}}, *parse_date(day), {}};
        wanted.adopted_by = std::string{"Hovedstyret"};
        return act([&](const Acting& acting) { return adopt_mandate(acting, board, wanted); });
    };

    EXPECT_EQ(*adopt("Første", "2019-01-12"), 1);
    EXPECT_EQ(*adopt("Andre", "2021-01-12"), 2);
    EXPECT_EQ(code_of(adopt("Tredje", "2021-01-12")), "governance.mandate_before_older");
    EXPECT_EQ(code_of(adopt("", "2022-01-12")), "platform.request_faulty");
    const auto all = *read([&](db::Reader& reader) { return mandates(reader, board); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].text, "Første");
    EXPECT_EQ(all[0].valid_to, parse_date("2021-01-12").operator*());
    EXPECT_FALSE(all[1].valid_to);
}

TEST_P(Bodies, GetNewRulesFromADayOn) {
    NewRules wanted;
    wanted.valid_from = in_days(10);
    wanted.adopted_by = std::string{"Landstinget"};
    wanted.rules.notice_days_min = 21;
    const auto adopt = [&] { return act([&](const Acting& acting) { return adopt_rules(acting, board, wanted); }); };

    EXPECT_EQ(*adopt(), 2);
    EXPECT_EQ(code_of(adopt()), "governance.rules_before_older");
    const auto on = [&](int days) {
        return read([&](db::Reader& reader) { return rules_in_force(reader, board, in_days(days)); })->number;
    };
    EXPECT_EQ(on(9), 1);
    EXPECT_EQ(on(10), 2);
    wanted.rules.paper_days_min = -1;
    EXPECT_EQ(code_of(adopt()), "governance.body_rules_faulty");
}

TEST_P(Bodies, GiveTheRightsThatFollowFromAnAppointment) {
    const auto holdings = [&](const std::string& name) {
        return *read([&](db::Reader& reader) { return identity::holdings_of(reader, people.at(name), today()); });
    };

    ASSERT_EQ(holdings("Siri Sekretær").size(), 1U);
    EXPECT_EQ(holdings("Siri Sekretær").front().role, identity::Role::body_secretary);
    EXPECT_EQ(holdings("Siri Sekretær").front().scope_id, board.to_string());
    EXPECT_EQ(holdings("Kari Leder").front().role, identity::Role::body_chair);
    EXPECT_EQ(holdings("Even Vara").front().role, identity::Role::council_member);
}

TEST_P(Bodies, RefuseAnUnknownPersonAndASecondSeat) {
    const auto unknown = an_appointment_of(directory::PersonId::make(now(), *world.random), AppointmentRole::member);
    const auto twice = an_appointment_of(people.at("Anne Medlem"), AppointmentRole::member);

    EXPECT_EQ(code_of(try_appoint(unknown, board)), "governance.person_unknown");
    EXPECT_EQ(faults_of(try_appoint(twice, board).error()),
              std::vector<std::string>{"#/personId governance.person_already_appointed"});
    EXPECT_EQ(code_of(try_appoint(twice, BodyId::make(now(), *world.random))), "governance.body_not_found");
}

TEST_P(Bodies, EndAnAppointmentWithItsReasonAndItsRights) {
    EndingOfAppointment ending{in_days(1), {}};
    ending.reason = std::string{"Flyttet fra kommunen"};
    const auto end = [&](AppointmentId id) {
        return act([&](const Acting& acting) { return end_appointment(acting, id, ending, {}); });
    };

    ASSERT_TRUE(end(members[0]));
    EXPECT_EQ(code_of(end(members[0])), "governance.appointment_ended_already");
    EXPECT_EQ(code_of(end(AppointmentId::make(now(), *world.random))), "governance.appointment_not_found");
    const auto ended = *read([&](db::Reader& reader) { return load_appointment(reader, members[0]); });
    EXPECT_TRUE(ended.is_valid_on(today()));
    EXPECT_FALSE(ended.is_valid_on(in_days(1)));
    EXPECT_EQ(ended.end_reason, "Flyttet fra kommunen");
    EXPECT_TRUE(read([&](db::Reader& reader) {
                    return identity::holdings_of(reader, people.at("Anne Medlem"), in_days(1));
                })->empty());
}

TEST_P(Bodies, FollowTheirOwnerAndTheirMembersFollowTheirsThroughAMerger) {
    const auto successor = organisation("Nye Digi", "nye-digi", directory::OrganisationKind::network);
    auto wanted = an_appointment_of(person("Gro Observatør"), AppointmentRole::observer);
    wanted.on_behalf_of = network;
    const auto id = try_appoint(wanted, board);
    ASSERT_TRUE(id);

    const auto moved =
        write([&](db::Transaction& transaction) { return move_appointments(transaction, network, successor); });

    EXPECT_EQ(*moved, 1);
    EXPECT_EQ(read([&](db::Reader& reader) { return load_appointment(reader, *id); })->on_behalf_of, successor);
    EXPECT_EQ(*read([&](db::Reader& reader) { return count_appointments_for(reader, network); }), 0);
    EXPECT_EQ(*read([&](db::Reader& reader) { return count_bodies_of(reader, owner); }), 3);
    EXPECT_EQ(*write([&](db::Transaction& transaction) { return move_bodies(transaction, owner, successor); }), 3);
}

TEST_P(Bodies, AreNotFoundUnderAnotherAddress) {
    EXPECT_EQ(code_of(read([&](db::Reader& reader) { return find_body(reader, "ukjent"); })),
              "governance.body_not_found");
}

} // namespace governance::tests
