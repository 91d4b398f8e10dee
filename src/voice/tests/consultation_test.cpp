// Meetings of consultation with the state as people and programs keep them, on the demonstration sector.
#include "directory/directory.hpp"
#include "voice/demonstration.hpp"
#include "voice/domain/consultation.hpp"
#include "voice/domain/errors.hpp"
#include "voice/store/hindrance_store.hpp"
#include "voice/tests/voice_world.hpp"

using namespace voice;

namespace {

class Consulting : public voice::tests::VoiceWorld {
protected:
    /// The seat of a chair in a body of that kind, as it is today.
    std::string seat_in(governance::BodyKind kind) {
        auto lease = world.database->reader();
        const auto seats = governance::seats_on(**lease, today(), i18n::Language::nb);
        EXPECT_TRUE(seats.has_value());
        for (const auto& seat : *seats) {
            if (seat.body_kind == kind) return seat.id.to_string();
        }
        ADD_FAILURE() << "nobody sits in such a body";
        return {};
    }
    [[nodiscard]] std::string a_meeting(const std::string& day, const std::string& more = "") const {
        return R"({"language":"nb","point":"first","counterpart":"kdd","heldOn":")" + day +
               R"(","place":"Oslo","introduction":"Om rammene.")" + more + "}";
    }
    std::string meeting(const std::string& day, const std::string& more = "") {
        return make("/consultations", a_meeting(day, more));
    }
    std::string item_in(const std::string& meeting_path) {
        make(meeting_path + "/items",
             R"({"title":"Gjenbruk av opplysninger","text":"Vi ber om endring.","cases":["19/03109"]})");
        return meeting_path + "/items/1";
    }
    static std::string a_count(std::string_view side, std::string_view each, int year = 2026) {
        return fmt::format(R"({{"side":"{}","method":"per_inhabitant","priceLevelYear":{},"note":"","inputs":[)"
                           R"({{"name":"inhabitants","amount":"5600000","source":"SSB"}},)"
                           R"({{"name":"kroner_per_inhabitant","amount":"{}"}}]}})",
                           side, year, each);
    }
};
EACH_DATABASE(Consulting);

} // namespace

TEST_P(Consulting, AMeetingStandsInTheYearForPeopleAndPrograms) {
    const auto path = meeting(in_days(20), R"(,"speakers":[")" + seat_in(governance::BodyKind::board) + "\"]");
    EXPECT_EQ(path, "/consultations/K-2026-1");
    const auto page = browser.get(path);
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("1. konsultasjonsmøte 2026"), std::string::npos);
    EXPECT_NE(page.body.find("Taler for sektoren"), std::string::npos);
    for (const auto* list : {"/consultations", "/consultations.json", "/consultations.csv", "/consultations.atom",
                             "/consultations.ics", "/consultations?year=2026"}) {
        const auto answer = browser.get(list);
        EXPECT_EQ(answer.status, 200) << list;
        EXPECT_NE(answer.body.find("Kommunal- og"), std::string::npos) << list;
    }
    EXPECT_NE(browser.get("/consultations.ics").body.find("DTSTART;VALUE=DATE:20260324"), std::string::npos);
    EXPECT_EQ(browser.get("/consultations.json?year=2025").body.find("K-2026-1"), std::string::npos);
    EXPECT_EQ(code_of(try_json("/consultations", a_meeting(in_days(40)))), consultation_planned_already.name);
    EXPECT_EQ(code_of(browser.get("/consultations/K-1.json")), consultation_not_found.name);
    EXPECT_EQ(browser.send_json("POST", "/consultations", a_meeting(in_days(1)), director).status, 403);
}

TEST_P(Consulting, OnlyTheAppointedSpeakForTheSectorAndOnlyWithTheState) {
    const auto stranger = governance::AppointmentId::make(world.clock.now(), *world.random).to_string();
    const auto expert = seat_in(governance::BodyKind::expert_council);
    auto wanted = a_meeting(in_days(20), R"(,"speakers":[")" + stranger + "\",\"" + expert + "\"]");
    wanted.replace(wanted.find("kdd"), 3, "1820");
    const auto refused = try_json("/consultations", wanted);
    EXPECT_EQ(refused.status, 422);
    for (const auto& code : {speaker_not_appointed.name, body_may_not_speak.name, counterpart_not_state.name})
        EXPECT_NE(refused.body.find(code), std::string::npos) << code << refused.body;
    for (const auto* pointer : {"#/speakers/0", "#/speakers/1", "#/counterpart"})
        EXPECT_NE(refused.body.find(pointer), std::string::npos) << pointer;

    const auto board = seat_in(governance::BodyKind::board);
    const auto long_before = try_json("/consultations", a_meeting("1990-01-01", R"(,"speakers":[")" + board + "\"]"));
    EXPECT_NE(long_before.body.find(speaker_not_appointed.name), std::string::npos) << long_before.body;
}

TEST_P(Consulting, AMeetingIsMovedUntilItIsHeld) {
    const auto path = meeting(yesterday);
    const auto move = R"({"heldOn":")" + in_days(9) + R"(","place":"Bodø","reason":"Statsråden er syk."})";
    EXPECT_EQ(browser.send_json("POST", path + "/move", move, secretariat, {{"if-match", "\"9\""}}).status, 412);
    EXPECT_EQ(try_json(path + "/move", move).status, 204);
    EXPECT_EQ(read(path + ".json").text_of("heldOn"), in_days(9));
    EXPECT_NE(browser.get(path).body.find("Statsråden er syk."), std::string::npos);
    EXPECT_NE(browser.get("/consultations.ics").body.find("SEQUENCE:1"), std::string::npos);

    const auto item = item_in(path);
    const auto early = R"({"outcome":"agreed","words":"Enige.","decidedOn":")" + yesterday + "\"}";
    EXPECT_EQ(code_of(try_json(item + "/outcome", early)), consultation_not_held.name);
    world.clock.advance(std::chrono::hours{24 * 10});
    EXPECT_EQ(code_of(try_json(item + "/outcome", early)), before_the_meeting.name);
    make(item + "/outcome", R"({"outcome":"agreed","words":"Enige.","decidedOn":")" + to_string(today()) + "\"}");
    EXPECT_EQ(code_of(try_json(path + "/move", move)), consultation_held_already.name);
}

TEST_P(Consulting, BothSidesCountsStandBesideEachOtherAndAreWorkedOutStepByStep) {
    const auto path = meeting(yesterday);
    const auto item = item_in(path);
    make(item + "/calculation", a_count("sector", "10"));
    make(item + "/calculation", a_count("sector", "12,50"));
    make(item + "/calculation", a_count("state", "9"));

    const auto view = read(path + ".json");
    const auto& shown = view.find("agenda")->array()->front();
    const auto& counts = *shown.find("calculations")->array();
    ASSERT_EQ(counts.size(), 2U);
    EXPECT_EQ(counts[0].text_of("side"), "sector");
    EXPECT_EQ(counts[0].integer_of("revision"), 2);
    EXPECT_EQ(counts[0].text_of("total"), "70000000");
    EXPECT_EQ(counts[0].find("inputs")->array()->front().text_of("source"), "SSB");
    EXPECT_EQ(counts[1].text_of("total"), "50400000");
    EXPECT_EQ(shown.text_of("difference"), "19600000");
    const auto page = browser.get(path).body;
    EXPECT_NE(
        page.find("Innbyggere × Kostnad per innbygger = 5\u00a0600\u00a0000 × 12,5 = 70\u00a0000\u00a0000\u00a0kr"),
        std::string::npos);
    EXPECT_NE(page.find("19\u00a0600\u00a0000\u00a0kr"), std::string::npos);

    EXPECT_EQ(code_of(try_json(item + "/calculation", a_count("state", "9", 2025))), price_level_differs.name);
    EXPECT_EQ(code_of(try_json(path + "/items/2/calculation", a_count("state", "9"))),
              consultation_item_not_found.name);
    EXPECT_EQ(browser.get("/cost-methods").status, 200);
    EXPECT_NE(browser.get("/cost-methods.json").body.find("per_municipality"), std::string::npos);
}

TEST_P(Consulting, CalculatingIsRefusedWithEverythingThatIsWrong) {
    const auto item = item_in(meeting(yesterday));
    const auto faulty = try_json(item + "/calculation",
                                 R"({"side":"state","method":"working_time","priceLevelYear":2525,"note":"","inputs":[)"
                                 R"({"name":"cases_a_year","amount":"mange"},{"name":"rent","amount":"4"},)"
                                 R"({"name":"minutes_per_case","amount":"4"}]})");
    EXPECT_EQ(faulty.status, 422);
    for (const auto& code : {not_an_amount.name, cost_input_unknown.name, cost_input_missing.name,
                             std::string_view{"platform.number_out_of_range"}})
        EXPECT_NE(faulty.body.find(code), std::string::npos) << code << faulty.body;
    const auto unknown = try_json(item + "/calculation",
                                  R"({"side":"state","method":"guess","priceLevelYear":2026,"note":"","inputs":[]})");
    EXPECT_NE(unknown.body.find(cost_method_unknown.name), std::string::npos) << unknown.body;
    const auto huge = try_json(item + "/calculation",
                               R"({"side":"state","method":"per_inhabitant","priceLevelYear":2026,"note":"","inputs":[)"
                               R"({"name":"inhabitants","amount":"999999999999"},)"
                               R"({"name":"kroner_per_inhabitant","amount":"999999999999"}]})");
    EXPECT_EQ(code_of(huge), calculation_too_large.name);
    const auto form = browser.get(item + "/calculation?side=state&method=working_time", secretariat);
    EXPECT_NE(form.body.find("Minutter per sak"), std::string::npos);
}

TEST_P(Consulting, APostponedItemGetsAnotherOutcomeAndWhatFollowsHasOwnerAndDeadline) {
    const auto path = meeting(yesterday);
    const auto item = item_in(path);
    const auto outcome = [&](const std::string& how) {
        return R"({"outcome":")" + how + R"(","words":"Med ord.","decidedOn":")" + to_string(today()) + "\"}";
    };
    const auto future = R"({"outcome":"agreed","words":"Enige.","decidedOn":")" + in_days(3) + "\"}";
    EXPECT_EQ(code_of(try_json(item + "/outcome", future)), day_in_future.name);
    make(item + "/outcome", outcome("postponed"));
    make(item + "/outcome", outcome("partly"));
    EXPECT_EQ(code_of(try_json(item + "/outcome", outcome("agreed"))), outcome_recorded_already.name);

    const auto early = try_json(item + "/follow-ups", R"({"what":"Mål","owner":"nobody","dueOn":"2020-01-01"})");
    EXPECT_NE(early.body.find(before_the_meeting.name), std::string::npos);
    EXPECT_NE(early.body.find("#/owner"), std::string::npos);
    make(item + "/follow-ups", R"({"what":"Mål tiden","owner":"ks","dueOn":")" + in_days(5) + "\"}");
    EXPECT_EQ(browser.get("/consultations").body.find("Fristen er gått ut"), std::string::npos);
    world.clock.advance(std::chrono::hours{24 * 6});
    EXPECT_NE(browser.get("/consultations").body.find("Fristen er gått ut"), std::string::npos);

    const auto follow_up = read("/consultations.json").find("followUps")->array()->front();
    const auto done = "/follow-ups/" + std::string{follow_up.text_of("id")} + "/done";
    EXPECT_EQ(browser.get(done, secretariat).status, 200);
    const auto report = R"({"words":"Målt.","doneOn":")" + to_string(today()) + "\"}";
    EXPECT_EQ(try_json(done, report).status, 204);
    EXPECT_EQ(code_of(try_json(done, report)), follow_up_done_already.name);
    EXPECT_EQ(code_of(try_json("/follow-ups/1/done", report)), follow_up_not_found.name);
    EXPECT_TRUE(read("/consultations.json").find("followUps")->array()->empty());
}

TEST_P(Consulting, AnItemNamesWhatIsThereAndIsNamedByIt) {
    ASSERT_TRUE(load_demonstration(world.services));
    const auto path = make("/consultations", R"({"language":"nn","point":"autumn","counterpart":"nav","heldOn":")" +
                                                 in_days(1) + R"(","introduction":""})");
    const auto refused =
        try_json(path + "/items", R"({"title":"T","text":"","positions":["P-1"],"hindrances":["R-1"],"cases":["9"]})");
    EXPECT_EQ(refused.status, 422);
    for (const auto* pointer : {"#/positions/0", "#/hindrances/0", "#/cases/0"})
        EXPECT_NE(refused.body.find(pointer), std::string::npos) << pointer;
    make(path + "/items", R"({"title":"Ein regel","text":"","hindrances":["R-2026-1"],"positions":["P-2026-1"]})");
    EXPECT_NE(browser.get("/hindrances/R-2026-1").body.find("Ein regel"), std::string::npos);
    EXPECT_NE(browser.get("/positions/P-2026-1.json").body.find("Ein regel"), std::string::npos);
    EXPECT_NE(browser.get("/nn/consultations?year=2025").body.find("Konsultasjonar"), std::string::npos);

    // What was met with a state body follows it into another.
    auto lease = world.database->reader();
    const auto from = directory::find_organisation_by_key(**lease, "nav")->id;
    const auto to = directory::find_organisation_by_key(**lease, "digdir")->id;
    const auto before = *store::count_for_organisation(**lease, to);
    const auto moved = world.database->write(
        [&](db::Transaction& transaction) { return store::move_organisation(transaction, from, to); });
    ASSERT_TRUE(moved);
    EXPECT_EQ(*moved, 1);
    auto after = world.database->reader();
    EXPECT_EQ(*store::count_for_organisation(**after, to), before + 1);
}
