#include "representation/tests/representation_world.hpp"

namespace representation::tests {

class Nominations : public RepresentationWorld {};
EACH_DATABASE(Nominations);

TEST_P(Nominations, AreOpenedByTheSecretariatAndShownToEverybody) {
    const auto round = open_round();
    for (const auto* path : {"/nominations", "/nominations.json", "/nominations.atom"}) {
        EXPECT_TRUE(says(browser.get(path), round.substr(round.rfind('/') + 1))) << path;
    }
    EXPECT_TRUE(says(browser.get(round), "Ingen er nominert"));
    EXPECT_TRUE(says(browser.get("/bodies/kommit"), round));
    EXPECT_EQ(code_of(browser.get("/nominations/N-1.json")), round_not_found.name);
    EXPECT_EQ(browser.send_json("POST", "/nominations", a_round("kommit"), nominator("46")).status, 403);
}

TEST_P(Nominations, AreRefusedWithEverythingThatIsWrong) {
    const auto faulty = browser.send_json(
        "POST", "/nominations",
        R"({"language":"nb","body":"nobody","wanted":"","seats":0,"validFrom":"2026-03-10","validTo":"2026-03-09",)"
        R"("closesOn":"2020-01-01","isAmbassador":false})",
        secretariat);
    EXPECT_EQ(faulty.status, 422) << faulty.body;
    for (const auto* pointer : {"#/body", "#/wanted", "#/seats", "#/closesOn", "#/validTo"}) {
        EXPECT_TRUE(says(faulty, pointer)) << pointer;
    }
    EXPECT_TRUE(says(faulty, round_period_faulty.name));
}

TEST_P(Nominations, KeepWhoStandsBetweenTheSecretariatAndWhoeverNominated) {
    const auto round = open_round();
    nominate(round, "Kari Nordmann", "1824", "nettverk-nordland", R"(,"gender":"woman")");

    EXPECT_TRUE(says(browser.get(round, secretariat), "Kari Nordmann"));
    EXPECT_TRUE(says(browser.get(round, nominator("nettverk-nordland")), "Kari Nordmann"));
    EXPECT_FALSE(says(browser.get(round, nominator("nettverk-vestland")), "Kari Nordmann"));
    const auto open = browser.get(round + ".json");
    EXPECT_FALSE(says(open, "Kari Nordmann"));
    EXPECT_TRUE(says(open, R"("candidates":1)"));
    for (const auto& who : {world::anonymous(), secretariat}) {
        EXPECT_FALSE(says(browser.get(round + ".json", who), "woman")); // What was told is counted, never shown.
    }
}

TEST_P(Nominations, OfSomebodyAreRefusedWithEverythingThatIsWrong) {
    const auto round = open_round();
    const auto faulty = browser.send_json(
        "POST", round + "/candidates", R"({"workplace":"4601","position":"leder","grounds":"","hasConsented":false})",
        nominator("nettverk-nordland"));
    EXPECT_EQ(faulty.status, 422) << faulty.body;
    for (const auto code : {workplace_faulty.name, consent_missing.name}) {
        EXPECT_TRUE(says(faulty, code)) << code;
    }
    EXPECT_TRUE(says(faulty, "#/name"));
    EXPECT_TRUE(says(faulty, "#/grounds"));

    const auto nobody = browser.send_json("POST", round + "/candidates",
                                          R"({"workplace":"1824","personId":"01890000-0000-7000-8000-000000000001",)"
                                          R"("position":"leder","grounds":"G","hasConsented":true})",
                                          nominator("nettverk-nordland"));
    EXPECT_TRUE(says(nobody, person_unknown.name)) << nobody.body;

    nominate(round, "Kari Nordmann", "1824", "nettverk-nordland");
    const auto again =
        browser.send_json("POST", round + "/candidates", a_candidate("Kari Nordmann", "1824"), nominator("18"));
    EXPECT_TRUE(says(again, nominated_already.name)) << again.body;

    auto alone = nominator("nettverk-nordland");
    alone.organisation_id.clear();
    EXPECT_EQ(code_of(browser.send_json("POST", round + "/candidates", a_candidate("Ola", "1824"), alone)),
              nobody_behind.name);
    pass_days(8);
    EXPECT_EQ(code_of(browser.send_json("POST", round + "/candidates", a_candidate("Ola", "1824"),
                                        nominator("nettverk-nordland"))),
              round_closed.name);
}

TEST_P(Nominations, AreWithdrawnWithoutATraceOfWhoItWas) {
    const auto round = open_round();
    const auto id = nominate(round, "Kari Nordmann", "1824", "nettverk-nordland");
    const auto path = round + "/candidates/" + id + "/withdrawal";
    EXPECT_EQ(browser.post(path, {}, nominator("nettverk-vestland")).status, 403);
    EXPECT_EQ(browser.post(path, {}, nominator("nettverk-nordland")).status, 303);
    EXPECT_FALSE(says(browser.get(round, secretariat), "Kari Nordmann"));
    EXPECT_EQ(code_of(browser.send_json("POST", path, "{}", nominator("nettverk-nordland"))), candidate_withdrawn.name);
    const auto other = round + "/candidates/01890000-0000-7000-8000-000000000001/withdrawal";
    EXPECT_EQ(code_of(browser.send_json("POST", other, "{}", nominator("nettverk-nordland"))),
              candidate_not_found.name);
    auto lease = world.database->reader();
    const auto events = world.journal->newest(**lease, world.system, 10);
    for (const auto& event : *events) {
        EXPECT_EQ(event.body.find("Kari Nordmann"), std::string::npos) << event.type;
    }
}

TEST_P(Nominations, EndInAppointmentsThroughTheDoorOfGovernance) {
    const auto round = open_round();
    const auto id = nominate(round, "Kari Nordmann", "1824", "nettverk-nordland", R"(,"gender":"woman")");
    EXPECT_EQ(code_of(choose(round, in_quotes(id))), round_still_open.name);
    pass_days(8);
    const auto shown = browser.get(round + "/choice.json?candidates=" + id, secretariat);
    EXPECT_EQ(shown.status, 200) << shown.body;
    const auto would_be = *json::parse(shown.body);
    EXPECT_EQ(would_be.find("then")->integer_of("seats"), 1);
    EXPECT_EQ(would_be.find("now")->integer_of("seats"), 0);

    EXPECT_EQ(choose(round, in_quotes(id), R"(,"acknowledgement":"Flere velges i høst.")").status, 204);
    EXPECT_EQ(code_of(choose(round, in_quotes(id), R"(,"acknowledgement":"Igjen.")")), round_filled.name);
    const auto held = seats("kommit", in_days(40));
    ASSERT_EQ(held.size(), 1U);
    EXPECT_TRUE(held.front().is_ambassador);
    EXPECT_EQ(held.front().region, organisation("nettverk-nordland").id);
    EXPECT_EQ(held.front().on_behalf_of, organisation("1824").id);
    const auto page = browser.get("/bodies/kommit");
    EXPECT_TRUE(says(page, "Kari Nordmann"));
    EXPECT_TRUE(says(browser.get(round), "Nord må høres."));
    EXPECT_TRUE(says(browser.get(round), "Flere velges i høst."));
    EXPECT_EQ(browser.post(round + "/candidates/" + id + "/withdrawal", {}, nominator("nettverk-nordland")).status,
              409);
}

TEST_P(Nominations, LeaveNothingBehindWhenTheAppointmentIsRefused) {
    const auto round = open_round();
    const auto id = nominate(round, "Kari Nordmann", "1824", "nettverk-nordland");
    pass_days(8);
    auto without = secretariat;
    without.grants = {{"representation.choose", ""}};
    const auto sent = fmt::format(R"({{"candidates":["{}"],"reasons":"R","acknowledgement":"A"}})", id);
    EXPECT_EQ(browser.send_json("POST", round + "/choice", sent, without).status, 403);
    EXPECT_TRUE(seats("kommit", in_days(40)).empty());
    EXPECT_EQ(json::parse(browser.get(round + ".json").body)->text_of("state"), "choosing");
    EXPECT_EQ(browser.send_json("POST", round + "/choice", sent, secretariat, {{"if-match", "\"7\""}}).status, 412);
    EXPECT_EQ(code_of(browser.send_json("POST", round + "/choice", sent, secretariat, {{"if-match", "\"7\""}})),
              stale_version.name);
}

TEST_P(Nominations, FollowAMergerOfWhoeverNominated) {
    const auto round = open_round();
    nominate(round, "Kari Nordmann", "1824", "nettverk-nordland");
    const auto from = organisation("nettverk-nordland").id, to = organisation("nettverk-vestland").id;
    const auto moved = world.database->write(
        [&](db::Transaction& transaction) { return store::move_organisation(transaction, from, to); });
    EXPECT_EQ(*moved, 1);
    auto lease = world.database->reader();
    EXPECT_EQ(*store::count_for_organisation(**lease, from), 0);
    EXPECT_EQ(*store::count_for_organisation(**lease, to), 1);
}

TEST_P(Nominations, CountWhatPeopleTellOfThemselvesAndForgetItWhenTheyTakeItBack) {
    auto member = person("Kari", "4601");
    member.id = seat("kommit", "4601").to_string();
    for (const auto* workplace : {"0301", "1103", "5001", "1820"})
        seat("kommit", workplace, Gender::man);
    const auto women = [&] {
        const auto view = *json::parse(browser.get("/bodies/kommit/representation.json").body);
        const auto* counts = view.find("genders");
        return counts == nullptr || counts->is_null() ? -1 : static_cast<int>(counts->integer_of("women"));
    };
    EXPECT_EQ(women(), -1); // Four have told: too few for a count that gives nobody away.
    EXPECT_EQ(browser.post("/me/gender", {{"gender", "woman"}}, member).status, 303);
    EXPECT_EQ(women(), 1);
    EXPECT_EQ(browser.post("/me/gender", {{"gender", ""}}, member).status, 303);
    EXPECT_EQ(women(), -1);
    EXPECT_EQ(browser.get("/me/gender", member).status, 200);
}

} // namespace representation::tests
