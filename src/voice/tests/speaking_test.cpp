// Positions and hindrances as people and programs keep them, on the demonstration sector.
#include "voice/domain/errors.hpp"
#include "voice/store/hindrance_store.hpp"
#include "voice/tests/voice_world.hpp"

using namespace voice;

namespace {

class Speaking : public voice::tests::VoiceWorld {
protected:
    [[nodiscard]] std::string a_position(const std::string& more = "") const {
        return R"({"language":"nb","title":"Felles datagrunnlag","statement":"Staten bør dele.","addressee":"digdir",)"
               R"("occasion":"Høringssvar","statedOn":")" +
               yesterday + R"(","caseNumber":"19/03109")" + more + "}";
    }
    std::string state_position(const std::string& more = "") {
        const auto made = browser.send_json("POST", "/positions", a_position(more), secretariat);
        EXPECT_EQ(made.status, 201) << made.body;
        return std::string{made.header("location").value_or("")};
    }
    std::string report() {
        const auto made = browser.send_json(
            "POST", "/hindrances",
            R"({"language":"nb","title":"Krav om papir","law":"Eksempelforskriften","hinders":"Digital underskrift.",)"
            R"("whoIsHit":"Alle kommuner.","proposal":""})",
            director);
        EXPECT_EQ(made.status, 201) << made.body;
        return std::string{made.header("location").value_or("")};
    }
};
EACH_DATABASE(Speaking);

} // namespace

TEST_P(Speaking, APositionRestsOnACaseAndANewerOneTakesItsPlace) {
    const auto first = state_position();
    const auto number = first.substr(first.rfind('/') + 1);
    const auto second = state_position(R"(,"supersedes":")" + number + "\"");

    const auto old = *json::parse(browser.get(first + ".json").body);
    EXPECT_EQ(old.text_of("state"), "superseded");
    const auto page = browser.get(second);
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("19/03109"), std::string::npos);
    EXPECT_NE(page.body.find("binder ingen kommune"), std::string::npos);
    for (const auto* path : {"/positions", "/positions.json", "/positions.csv", "/positions.atom"}) {
        const auto list = browser.get(path);
        EXPECT_EQ(list.status, 200) << path;
        EXPECT_NE(list.body.find(number), std::string::npos) << path;
    }
    const auto again =
        browser.send_json("POST", "/positions", a_position(R"(,"supersedes":")" + number + "\""), secretariat);
    EXPECT_EQ(code_of(again), position_not_in_force.name);
}

TEST_P(Speaking, APositionIsRefusedWithEverythingThatIsWrong) {
    const auto faulty = browser.send_json(
        "POST", "/positions",
        R"({"language":"nb","title":"T","statement":"S","addressee":"nobody","occasion":"H","statedOn":"2020-01-01",)"
        R"("caseNumber":"99/99999","supersedes":"P-1"})",
        secretariat);
    EXPECT_EQ(faulty.status, 422) << faulty.body;
    for (const auto* pointer : {"#/addressee", "#/caseNumber", "#/supersedes"}) {
        EXPECT_NE(faulty.body.find(pointer), std::string::npos) << pointer;
    }
    auto to_a_member = a_position();
    to_a_member.replace(to_a_member.find("digdir"), 6, "1820");
    EXPECT_NE(browser.send_json("POST", "/positions", to_a_member, secretariat).body.find(addressee_is_member.name),
              std::string::npos);
    EXPECT_EQ(browser.send_json("POST", "/positions", a_position(), director).status, 403);
    EXPECT_EQ(browser.get("/positions/P-1").status, 404);
    EXPECT_EQ(code_of(browser.get("/positions/P-1.json")), position_not_found.name);
}

TEST_P(Speaking, WhatCameOfAPositionIsRecordedOnceAndItCanBeWithdrawn) {
    const auto path = state_position();
    const auto response = R"({"response":"Forslaget er tatt inn.","respondedOn":")" + yesterday + "\"}";
    EXPECT_EQ(browser.send_json("POST", path + "/response", response, secretariat, {{"if-match", "\"9\""}}).status,
              412);
    EXPECT_EQ(code_of(browser.send_json("POST", path + "/response", response, secretariat, {{"if-match", "\"9\""}})),
              stale_version.name);
    const auto wordless = R"({"response":" ","respondedOn":")" + yesterday + "\"}";
    EXPECT_NE(browser.send_json("POST", path + "/response", wordless, secretariat).body.find("platform.empty"),
              std::string::npos);
    EXPECT_EQ(browser.send_json("POST", path + "/response", response, secretariat).status, 204);
    EXPECT_EQ(code_of(browser.send_json("POST", path + "/response", response, secretariat)),
              position_answered_already.name);
    EXPECT_EQ(browser.post(path + "/withdrawal", {{"reason", "Målet er nådd."}}, secretariat).status, 303);
    EXPECT_NE(browser.get(path).body.find("Målet er nådd."), std::string::npos);
}

TEST_P(Speaking, AHindranceIsReportedSupportedAndCarriedToItsEnd) {
    const auto path = report();
    const auto other = [&] {
        auto somebody = person("ola", "4601", {});
        somebody.grants = {{"voice.report_hindrance", somebody.organisation_id}};
        return somebody;
    }();
    EXPECT_EQ(browser.post(path + "/support", {}, other).status, 303);
    EXPECT_EQ(code_of(browser.send_json("POST", path + "/support", "{}", other)), supported_already.name);
    EXPECT_EQ(code_of(browser.send_json("POST", path + "/support", "{}", director)), supported_already.name);
    EXPECT_NE(browser.get(path).body.find("Rammer 2 virksomheter"), std::string::npos);

    const auto move = [&](const std::string& json) {
        return browser.send_json("POST", path + "/move", json, secretariat);
    };
    EXPECT_EQ(code_of(move(R"({"to":"resolved","note":"For tidlig."})")), hindrance_step_refused.name);
    EXPECT_EQ(move(R"({"to":"assessed","note":"Vurdert av sekretariatet."})").status, 204);
    EXPECT_EQ(code_of(move(R"({"to":"raised","note":"Tatt opp."})")), raised_without_voice.name);
    EXPECT_EQ(move(R"({"to":"raised","note":"Tatt opp.","caseNumber":"19/03109"})").status, 204);
    EXPECT_EQ(move(R"({"to":"resolved","note":"Forskriften er endret."})").status, 204);
    EXPECT_EQ(json::parse(browser.get(path + ".json").body)->text_of("state"), "resolved");
    EXPECT_EQ(code_of(browser.get("/hindrances/R-1.json")), hindrance_not_found.name);
    for (const auto* list : {"/hindrances", "/hindrances.json?state=resolved", "/hindrances.csv"}) {
        EXPECT_NE(browser.get(list).body.find("Krav om papir"), std::string::npos) << list;
    }
}

TEST_P(Speaking, NobodyReportsForNobodyAndAMergerMovesWhatWasReported) {
    auto nobody = secretariat;
    nobody.organisation_id.clear();
    const auto refused = browser.send_json(
        "POST", "/hindrances", R"({"language":"nb","title":"T","law":"L","hinders":"H","whoIsHit":"W","proposal":""})",
        nobody);
    EXPECT_EQ(code_of(refused), nobody_behind.name);

    report();
    const auto from = *directory::OrganisationId::parse(director.organisation_id);
    const auto to = *directory::OrganisationId::parse(secretariat.organisation_id);
    const auto moved = world.database->write(
        [&](db::Transaction& transaction) { return store::move_organisation(transaction, from, to); });
    EXPECT_EQ(*moved, 1);
    auto lease = world.database->reader();
    EXPECT_EQ(*store::count_for_organisation(**lease, from), 0);
    EXPECT_EQ(*store::count_for_organisation(**lease, to), 1);
}
