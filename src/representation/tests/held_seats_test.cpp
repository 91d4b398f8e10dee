#include "representation/actions/councils.hpp"
#include "representation/store/council_store.hpp"
#include "representation/tests/seats_world.hpp"

namespace representation::tests {

class HeldSeats : public SeatsWorld {};
EACH_DATABASE(HeldSeats);

TEST_P(HeldSeats, AreShownWithWhoHoldsThemForWhom) {
    const auto who = seat("kommit", "1820");
    hold(who, "1820");
    for (const auto* path : {"/seats", "/seats.json", "/seats.csv"}) {
        EXPECT_TRUE(says(browser.get(path), "Nasjonalt e-helsestyre")) << path;
    }
    const auto page = browser.get("/seats/nehs");
    EXPECT_TRUE(says(page, "Fra 1820"));
    EXPECT_TRUE(says(page, "Partssammensatt"));
    EXPECT_TRUE(says(page, "Ledig")); // Seat 2.
    EXPECT_TRUE(says(browser.get("/seats/nehs/1"), "Fra 1820"));
    const auto own = browser.get("/representatives/" + who.to_string());
    EXPECT_TRUE(says(own, "Nasjonalt e-helsestyre"));
    EXPECT_TRUE(says(own, "kommit")); // The seat in the council of the sector's own stands beside it.
    EXPECT_EQ(code_of(browser.get("/seats/nobody.json")), council_not_found.name);
    EXPECT_EQ(code_of(browser.get("/seats/nehs/9.json")), seat_not_found.name);
    EXPECT_EQ(code_of(browser.get("/representatives/01890000-0000-7000-8000-000000000001.json")),
              representative_not_found.name);
}

TEST_P(HeldSeats, AreKeptOnlyByTheSecretariatAndRefusedWithEverythingThatIsWrong) {
    EXPECT_EQ(browser.send_json("POST", "/seats", a_council("annet"), nominator("46")).status, 403);
    const auto faulty = browser.send_json(
        "POST", "/seats",
        R"({"slug":"Æ","nameNb":"N","nameNn":"N","kind":"board","host":"4601","mandate":"","mandateFrom":"2026-01-01",)"
        R"("ourSeats":0,"otherSeats":3,"isEqualNumber":true,"reportDays":0})",
        secretariat);
    EXPECT_EQ(faulty.status, 422) << faulty.body;
    for (const auto code : {council_slug_faulty.name, host_faulty.name, numbers_not_equal.name}) {
        EXPECT_TRUE(says(faulty, code)) << code;
    }
    for (const auto* pointer : {"#/mandate", "#/ourSeats", "#/reportDays"}) {
        EXPECT_TRUE(says(faulty, pointer)) << pointer;
    }
    EXPECT_TRUE(says(browser.send_json("POST", "/seats", a_council("nehs"), secretariat), council_slug_taken.name));
}

TEST_P(HeldSeats, AreFilledByOneAtATimeAndEndedWithAReason) {
    const auto first = seat("kommit", "1820"), second = seat("kommit", "4601");
    const auto path = hold(first, "1820");
    const auto taken = browser.send_json("POST", "/seats/nehs/appointments", a_holder(second, "4601"), secretariat);
    EXPECT_TRUE(says(taken, seat_taken.name)) << taken.body;
    const auto twice = browser.send_json("POST", "/seats/nehs/appointments", a_holder(first, "1820", 2), secretariat);
    EXPECT_TRUE(says(twice, person_sits_already.name)) << twice.body;
    const auto nobody = browser.send_json(
        "POST", "/seats/nehs/appointments",
        a_holder(*directory::PersonId::parse("01890000-0000-7000-8000-000000000001"), "nowhere", 7), secretariat);
    for (const auto code : {person_unknown.name, seat_not_found.name}) {
        EXPECT_TRUE(says(nobody, code)) << nobody.body;
    }
    EXPECT_TRUE(says(nobody, "#/onBehalfOf"));

    const auto view = *json::parse(browser.get(path + ".json").body);
    const auto id = std::string{(*view.find("seat")->find("holders")->array())[0].text_of("id")};
    const auto ending = "/seats/nehs/appointments/" + id + "/ending";
    EXPECT_EQ(browser.get(ending, secretariat).status, 200);
    const auto from = [&](int days) {
        return fmt::format(R"({{"from":"{}","reason":"Ny jobb"}})", to_string(in_days(days)));
    };
    EXPECT_EQ(code_of(browser.send_json("POST", ending, from(0), secretariat)), holder_period_faulty.name);
    EXPECT_EQ(browser.send_json("POST", ending, from(5), secretariat, {{"if-match", "\"9\""}}).status, 412);
    EXPECT_EQ(browser.send_json("POST", ending, from(5), secretariat).status, 204);
    EXPECT_EQ(code_of(browser.send_json("POST", ending, from(6), secretariat)), holder_ended_already.name);
    const auto other = "/seats/nehs/appointments/01890000-0000-7000-8000-000000000001/ending";
    EXPECT_EQ(code_of(browser.send_json("POST", other, from(5), secretariat)), holder_not_found.name);
    pass_days(6);
    EXPECT_TRUE(says(browser.get("/seats/nehs/1"), "Tidligere"));
}

TEST_P(HeldSeats, BringHomeReportsThatEverybodyCanReadAndFollow) {
    const auto who = seat("kommit", "1820");
    hold(who, "1820");
    const auto meeting = meet(-3);
    const auto sent = browser.send_json("POST", "/seats/nehs/reports", a_report(meeting), as(who, "1820"));
    ASSERT_EQ(sent.status, 201) << sent.body;
    const auto path = std::string{*sent.header("location")};
    for (const auto& shown : {path, path + ".json", std::string{"/reports.json"}, std::string{"/reports.atom"}}) {
        EXPECT_TRUE(says(browser.get(shown), "Vent med nye avtaler.")) << shown;
    }
    EXPECT_TRUE(says(browser.get("/seats/nehs"), "Levert"));
    EXPECT_EQ(browser.get("/reports").status, 200);
    EXPECT_TRUE(says(browser.get("/representatives/" + who.to_string()), "Møte 1"));
    EXPECT_EQ(code_of(browser.send_json("POST", "/seats/nehs/reports", a_report(meeting), as(who, "1820"))),
              reported_already.name);
    EXPECT_EQ(code_of(browser.get("/seats/nehs/reports/01890000-0000-7000-8000-000000000001.json")),
              report_not_found.name);
}

TEST_P(HeldSeats, ShieldAReportFromAllButItsAuthorAndTheSecretariat) {
    const auto who = seat("kommit", "1820");
    hold(who, "1820");
    const auto sent = browser.send_json("POST", "/seats/nehs/reports",
                                        a_report(meet(-3), R"(,"legalBasis":"Offl. § 23")"), as(who, "1820"));
    const auto path = std::string{*sent.header("location")};
    for (const auto& shown : {path, path + ".json", std::string{"/reports.json"}, std::string{"/reports.atom"}}) {
        EXPECT_FALSE(says(browser.get(shown), "Vent med nye avtaler.")) << shown;
    }
    EXPECT_TRUE(says(browser.get(path), "Offl. § 23"));
    EXPECT_TRUE(says(browser.get(path, secretariat), "Vent med nye avtaler."));
    EXPECT_TRUE(says(browser.get(path, as(who, "1820")), "Vent med nye avtaler."));
}

TEST_P(HeldSeats, RefuseAReportWithEverythingThatIsWrong) {
    const auto who = seat("kommit", "1820");
    hold(who, "1820");
    outside.position_title = [](db::Reader&, std::string_view) { return std::optional<std::string>{}; };
    const auto faulty = browser.send_json(
        "POST", "/seats/nehs/reports",
        R"({"meeting":"01890000-0000-7000-8000-000000000001","language":"nb","said":"","position":"P-1","means":""})",
        as(who, "1820"));
    EXPECT_EQ(faulty.status, 422) << faulty.body;
    for (const auto code : {meeting_not_found.name, position_unknown.name}) {
        EXPECT_TRUE(says(faulty, code)) << code;
    }
    EXPECT_TRUE(says(faulty, "#/said"));
    EXPECT_EQ(code_of(browser.send_json("POST", "/seats/nehs/reports", a_report(meet(3)), as(who, "1820"))),
              meeting_not_held.name);
    const auto again = fmt::format(R"({{"heldOn":"{}","title":"Møte 1"}})", to_string(in_days(3)));
    EXPECT_TRUE(says(browser.send_json("POST", "/seats/nehs/meetings", again, secretariat), meeting_known.name));
}

TEST_P(HeldSeats, AreRemindedOnceOfAReportThatIsLate) {
    const auto who = seat("kommit", "1820");
    hold(who, "1820");
    meet(-3);
    const auto remind = [&] {
        return *world.database->write([&](db::Transaction& transaction) -> Result<int> {
            const auto council = TRY(store::council_by_slug(transaction, "nehs"));
            return remind_of_reports({transaction, world.services, world.system, now(), outside}, council);
        });
    };
    EXPECT_EQ(remind(), 0);
    pass_days(12);
    EXPECT_EQ(remind(), 1);
    EXPECT_EQ(remind(), 0);
    EXPECT_TRUE(says(browser.get("/seats/nehs"), "Over fristen"));
    EXPECT_TRUE(says(browser.get("/seats"), "1 rapport mangler"));
    const auto handlers = job_handlers(world.services, outside);
    EXPECT_TRUE(handlers.at(std::string{tend_job})({}));
}

TEST_P(HeldSeats, FollowAMergerOfWhereTheirHoldersComeFrom) {
    hold(seat("kommit", "1820"), "1820");
    const auto from = organisation("1820").id, to = organisation("1824").id;
    EXPECT_EQ(*world.database->write([&](db::Transaction& t) { return store::move_seats(t, from, to); }), 1);
    auto lease = world.database->reader();
    EXPECT_EQ(*store::count_seats_for(**lease, from), 0);
    EXPECT_EQ(*store::count_seats_for(**lease, to), 1);
}

TEST_P(HeldSeats, HaveFormsThatComeBackWithWhatWasTyped) {
    const auto who = seat("kommit", "1820");
    hold(who, "1820");
    meet(-3);
    for (const auto* path : {"/seats/new", "/seats/nehs/appointments/new?workplace=1820", "/seats/nehs/meetings/new"}) {
        EXPECT_EQ(browser.get(path, secretariat).status, 200) << path;
    }
    EXPECT_TRUE(says(browser.get("/seats/nehs/reports/new", as(who, "1820")), "Møte 1"));
    const auto form = browser.post("/seats/nehs/reports", {{"said", "Dette sa jeg."}}, as(who, "1820"));
    EXPECT_EQ(form.status, 422);
    EXPECT_TRUE(says(form, "Dette sa jeg."));
}

} // namespace representation::tests
