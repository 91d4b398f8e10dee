#include "governance/domain/errors.hpp"
#include "governance/tests/case_world.hpp"
#include "platform/json/value.hpp"

using namespace governance;
using namespace governance::tests;

class CaseSteps : public CaseWorld {};
EACH_DATABASE(CaseSteps);

TEST_P(CaseSteps, CarryACaseThroughThreeBodiesToItsFollowUp) {
    const auto id = plan();
    prepare(id);
    for (const auto body : {advisers, board, assembly}) {
        world.clock.advance(std::chrono::hours{24 * 30});
        ASSERT_TRUE(put_on_agenda_of(id, body, today()).has_value());
        ASSERT_TRUE(treat_in(id, body, Outcome::adopted).has_value());
        if (body != assembly) {
            ASSERT_TRUE(step(onwards, id).has_value());
        }
    }
    ASSERT_TRUE(step(finish, id).has_value());
    ASSERT_TRUE(step(look_back, id, ClosingNote{Line<1000>{std::string{"Innført i 12 kommuner."}}}).has_value());

    const auto kept = matter(id);
    EXPECT_EQ(kept.path.state, CaseState::followed_up);
    EXPECT_EQ(kept.closing_note, "Innført i 12 kommuner.");
    EXPECT_EQ(kept.lead_time_days(), 30);
    ASSERT_EQ(kept.records.size(), 3U);
    EXPECT_EQ(kept.records[2].vote_summary, "10 mot 1");
    EXPECT_EQ(kept.records[2].authority, "mandat av 12.1.2019");
    EXPECT_EQ(kept.records[2].points, std::vector<std::string>{"Løsningen innføres."});
    std::vector<std::string> types;
    for (const auto& event : events_of(id)) {
        types.insert(types.begin(), event.type.substr(std::string_view{"governance.case_"}.size()));
    }
    EXPECT_EQ(types, (std::vector<std::string>{"planned", "noticed", "preparation_begun", "put_on_agenda", "treated",
                                               "sent_on", "put_on_agenda", "treated", "sent_on", "put_on_agenda",
                                               "treated", "made_final", "followed_up"}));
}

TEST_P(CaseSteps, MeasureTheLeadTimeInTheJournal) {
    const auto id = plan();
    prepare(id);
    world.clock.advance(std::chrono::hours{24 * 21});
    ASSERT_TRUE(put_on_agenda_of(id, advisers, today()).has_value());
    ASSERT_TRUE(treat_in(id, advisers, Outcome::noted).has_value());

    const auto body = *json::parse(events_of(id).front().body);
    EXPECT_EQ(body.integer_of("leadTimeDays"), 21);
    EXPECT_EQ(body.text_of("outcome"), "noted");
    EXPECT_EQ(body.text_of("pointsDigest").size(), 64U);
}

TEST_P(CaseSteps, RefuseAStepOutOfOrderAndChangeNothing) {
    const auto id = plan();
    const auto refused = step(begin, id);

    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, case_step_refused.name);
    EXPECT_EQ(matter(id).version, 1);
    EXPECT_EQ(events_of(id).size(), 1U);
}

TEST_P(CaseSteps, RefuseAnOldVersion) {
    const auto id = plan();
    const auto at = [&](std::int64_t version) {
        return write([&](db::Transaction& transaction) {
            return give_notice(transaction, world.services, world.system, id, version, Notice{}, now());
        });
    };
    EXPECT_EQ(at(7).error().code, case_stale.name);
    EXPECT_TRUE(at(1).has_value());
    EXPECT_EQ(at(1).error().code, case_stale.name);
}

TEST_P(CaseSteps, GiveNoticeOnlyWhenSomebodyIsConcerned) {
    auto sent = a_case();
    sent.concerns.clear();
    const auto id = plan(sent);
    EXPECT_EQ(step(notify, id, Notice{}).error().code, concerns_missing.name);
}

TEST_P(CaseSteps, TakeInputOnlyUntilADayThatIsStillToCome) {
    const auto id = plan();
    EXPECT_EQ(step(notify, id, Notice{in_days(-1)}).error().code, input_day_faulty.name);
    ASSERT_TRUE(step(notify, id, Notice{in_days(14)}).has_value());
    EXPECT_EQ(matter(id).input_until, in_days(14));
}

TEST_P(CaseSteps, EndOnlyWithABodyThatDecides) {
    auto sent = a_case();
    sent.steps = {{advisers, in_days(30)}};
    const auto id = plan(sent);
    prepare(id);
    ASSERT_TRUE(put_on_agenda_of(id, advisers, in_days(30)).has_value());
    ASSERT_TRUE(treat_in(id, advisers, Outcome::adopted).has_value());

    EXPECT_EQ(step(finish, id).error().code, body_only_advises.name);
    EXPECT_EQ(step(onwards, id).error().code, no_body_remains.name);
    ASSERT_TRUE(step(reroute, id, PathChange{{{board, in_days(60)}}}).has_value());
    EXPECT_TRUE(step(onwards, id).has_value());
    EXPECT_EQ(matter(id).path.current()->body, board);
}

TEST_P(CaseSteps, ComeBackWhenPostponedAndGoRoundWhenReferred) {
    const auto id = plan();
    prepare(id);
    ASSERT_TRUE(put_on_agenda_of(id, advisers, in_days(10)).has_value());
    ASSERT_TRUE(treat_in(id, advisers, Outcome::postponed).has_value());
    EXPECT_EQ(step(finish, id).error().code, outcome_settles_nothing.name);
    ASSERT_TRUE(step(onwards, id).has_value());
    ASSERT_TRUE(put_on_agenda_of(id, advisers, in_days(40)).has_value());
    EXPECT_EQ(treat_in(id, advisers, Outcome::referred).error().code, referral_faulty.name);
    ASSERT_TRUE(treat_in(id, advisers, Outcome::referred, assembly).has_value());

    std::vector<BodyId> bodies;
    for (const auto& each : matter(id).path.steps) {
        bodies.push_back(each.body);
    }
    EXPECT_EQ(bodies, (std::vector<BodyId>{advisers, advisers, assembly, advisers, board, assembly}));
}

TEST_P(CaseSteps, LetAMeetingTakeACaseOffItsAgenda) {
    const auto id = plan();
    prepare(id);
    ASSERT_TRUE(put_on_agenda_of(id, advisers, in_days(10)).has_value());
    const auto take_off = [&](AgendaItemId item) {
        return write([&](db::Transaction& transaction) {
            return case_taken_off_agenda(transaction, world.services, world.system, id, item, now());
        });
    };
    EXPECT_EQ(take_off(AgendaItemId::make(now(), *world.random)).error().code, case_at_other_body.name);
    ASSERT_TRUE(take_off(place.item).has_value());
    EXPECT_EQ(matter(id).path.state, CaseState::in_preparation);
    EXPECT_FALSE(matter(id).records.front().agenda_item.has_value());
}

TEST_P(CaseSteps, StayVisibleWithTheReasonWhenWithdrawn) {
    const auto id = plan();
    ASSERT_TRUE(
        step(take_back, id, ClosingNote{Line<1000>{std::string{"Slått sammen med en annen sak."}}}).has_value());

    const auto kept = matter(id);
    EXPECT_EQ(kept.path.state, CaseState::withdrawn);
    EXPECT_EQ(kept.closing_note, "Slått sammen med en annen sak.");
    EXPECT_TRUE(kept.path.steps.front().has_lapsed);
}

TEST_P(CaseSteps, RefuseAnUnknownCase) {
    EXPECT_EQ(step(begin, CaseId::make(now(), *world.random)).error().code, case_not_found.name);
}
