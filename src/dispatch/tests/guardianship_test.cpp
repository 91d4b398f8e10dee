// Guardians: who the register says they are, what they read, and that it ends when the register says so.
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/guardianship.hpp"
#include "dispatch/jobs/ask_about_guardians.hpp"
#include "dispatch/store/guardianship_store.hpp"
#include "dispatch/tests/mailbox_world.hpp"
#include "platform/crypto/jose.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>

namespace {

using namespace std::chrono_literals;

const json::Value& guardian_askers_key() {
    static const auto key = crypto::make_signing_key("RSA", "nøkkel");
    return key;
}

/// Kari is guarded, Ola is her guardian.
class AsGuardian : public post::Mailbox {
protected:
    AsGuardian() {
        registers::TokenGrant grant{"https://i.example/", "klient", guardian_askers_key(), "x", {}};
        auto tokens = std::make_shared<registers::TokenClient>(
            std::move(grant), world.clock, *world.random, [](const net::Request& request) -> Result<net::Answer> {
                if (request.method == "POST") return net::Answer{200, R"({"access_token":"t","expires_in":600})", {}};
                return net::Answer{
                    200, R"({"issuer":"https://i.example/","token_endpoint":"https://i.example/t"})", {}};
            });
        office.people = std::make_shared<registers::PersonRegister>(
            "https://register.example", std::move(tokens), world.clock,
            [this](const net::Request& request) { return tell_of(request); });
    }
    bool is_away = false, is_guardian = true;
    int times_asked = 0;
    std::string scope = R"("omfang":"personligeOgOekonomiskeInteresser")";
    std::string begins = "2026-01-01T00:00:00+01:00";

    Result<net::Answer> tell_of(const net::Request& request) {
        ++times_asked;
        if (is_away) return platform::outside_unreachable.error({{"url", request.url}, {"why", "borte"}});
        if (request.url.find(post::kari) == std::string::npos) return net::Answer{404, "{}", {}};
        return net::Answer{
            200,
            fmt::format(
                R"({{"identifikasjonsnummer":[{{"foedselsEllerDNummer":"{}"}}],"navn":[{{"erGjeldende":true,)"
                R"("fornavn":"Kari","etternavn":"Registernavn"}}],"vergemaalEllerFremtidsfullmakt":[{{"erGjeldende":{},)"
                R"("vergemaaltype":"voksen","gyldighetstidspunkt":"{}","verge":{{"foedselsEllerDNummer":"24819020023",)"
                R"({}}}}}]}})",
                post::kari, is_guardian, begins, scope),
            {}};
    }
    http::Response ask_for(std::string_view number, const Principal& who) {
        return browser.post("/guardianships", {{"identityNumber", std::string{number}}}, who);
    }
    /// Gives the address of the letters.
    std::string added() {
        const auto answer = ask_for("138145 20077", ola);
        EXPECT_EQ(answer.status, 303) << answer.body;
        return std::string{answer.header("location").value_or("")};
    }
    int open_at(const std::string& letters, const std::string& letter) {
        return browser.post(letters + "/" + letter + "/opening", {}, ola).status;
    }
    void expect_shut(const std::string& letters, const std::string& letter, const Principal& who, int status = 404) {
        const auto path = letters + "/" + letter;
        EXPECT_EQ(browser.get(letters, who).status, status) << who.name;
        for (const auto* rest : {"", ".json", "/documents/0", "/reply"}) {
            EXPECT_EQ(browser.get(path + rest, who).status, status) << who.name << rest;
        }
        for (const auto* rest : {"/opening", "/replies"}) {
            EXPECT_EQ(browser.post(path + rest, {{"text", "Hei"}}, who).status, status) << who.name << rest;
        }
    }
    static bool tells(const http::Response& answer, std::string_view words) {
        return answer.body.find(words) != std::string::npos;
    }
    static Principal logged_in_at_high(Principal somebody) {
        somebody.assurance = "high";
        return somebody;
    }
    std::vector<std::string> types_about(const journal::Subject& subject) {
        const auto lease = world.database->reader();
        const auto events = world.journal->about(**lease, subject, world.system, 20);
        EXPECT_TRUE(events);
        std::vector<std::string> types;
        for (const auto& event : *events) {
            types.push_back(event.type);
        }
        return types;
    }
};
EACH_DATABASE(AsGuardian);

} // namespace

TEST_P(AsGuardian, ALetterIsReadAndCountsAsReadAndTheGuardedPersonSeesByWhom) {
    const auto letter = delivered("Vedtak om plass");
    const auto letters = added();
    EXPECT_TRUE(tells(browser.get("/mailbox", ola), "Posten til Kari Registernavn"));
    EXPECT_TRUE(tells(browser.get("/guardianships", ola), "Posten til Kari Registernavn"));
    const auto list = browser.get(letters, ola);
    EXPECT_TRUE(tells(list, "Vedtak om plass"));
    EXPECT_TRUE(tells(list, "Ulest"));
    const auto path = letters + "/" + letter;
    EXPECT_TRUE(tells(browser.get(path, ola), "får avsenderen vite at det er lest"));
    EXPECT_EQ(browser.get(path + "/documents/0", ola).status, 409);
    EXPECT_EQ(open_at(letters, letter), 303);
    EXPECT_EQ(open_at(letters, letter), 303);
    EXPECT_EQ(browser.get(path + "/documents/0", ola).body, post::a_pdf());
    EXPECT_FALSE(tells(browser.get(letters, ola), "Ulest"));

    EXPECT_EQ(status_of(letter), "LEST");
    const auto own = browser.get("/mailbox", kari);
    EXPECT_TRUE(tells(own, "Du har en verge"));
    EXPECT_TRUE(tells(own, "Åpnet av Ola Eksempel"));
    EXPECT_TRUE(tells(browser.get("/mailbox/" + letter, kari), "Åpnet av Ola Eksempel"));
    EXPECT_TRUE(tells(browser.get("/post-readings", kari), "Ola Eksempel åpnet"));
    EXPECT_TRUE(tells(browser.get("/guardianships", kari), "Ola Eksempel er verge for deg"));
    EXPECT_FALSE(tells(browser.get("/post-readings", ola), "Vedtak"));
}

TEST_P(AsGuardian, EachStepStandsInTheJournalAndNoNumberOnAnyPage) {
    const auto letter = delivered("Vedtak");
    ola.organisation_id = ks.to_string();
    const auto letters = added();
    EXPECT_EQ(added(), letters) << "the same again is the same";
    open_at(letters, letter);
    open_at(letters, letter);
    const std::string id = letters.substr(15, 36);
    is_guardian = false;
    world.clock.advance(20min);
    EXPECT_EQ(browser.get(letters, ola).status, 404);
    EXPECT_EQ(types_about({"guardianship", id}),
              (std::vector<std::string>{"dispatch.guardianship_ended", "dispatch.letter_opened_by_guardian",
                                        "dispatch.guardianship_added"}));
    EXPECT_EQ(types_about({"letter", letter}).size(), 1U);
    for (const auto* page : {"/mailbox", "/guardianships", "/guardianships.json", "/mailbox.json", "/post-readings"}) {
        for (const auto& who : {kari, ola}) {
            const auto shown = browser.get(page, who);
            EXPECT_EQ(shown.status, 200) << page;
            for (const std::string number : {"13814520077", "24819020023"}) {
                EXPECT_FALSE(tells(shown, number)) << page;
            }
        }
    }
    EXPECT_EQ(letters.find("13814520077"), std::string::npos);
}

TEST_P(AsGuardian, LevelFourIsNotThereBelowHigh) {
    const auto letter = delivered("Følsomt");
    ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_dispatch SET level = 4 WHERE id = $1", {letter});
    }));
    const auto letters = added();
    const auto path = letters + "/" + letter;
    EXPECT_EQ(browser.get(path, ola).status, 404);
    EXPECT_EQ(open_at(letters, letter), 404);
    EXPECT_FALSE(tells(browser.get(letters, ola), "Følsomt"));
    EXPECT_TRUE(tells(browser.get(letters, ola), "logget inn på høyt nivå"));
    ola = logged_in_at_high(ola);
    EXPECT_TRUE(tells(browser.get(letters, ola), "Følsomt"));
    EXPECT_EQ(open_at(letters, letter), 303);
    EXPECT_EQ(browser.get(path + "/documents/0", ola).status, 200);
    EXPECT_FALSE(tells(browser.get("/post-readings", kari), "Følsomt")) << "she is not logged in at high herself";
}

TEST_P(AsGuardian, LettersThatCameBeforeItBeganAreNotThere) {
    begins = "2026-03-04T00:00:00+01:00"; // Today.
    const auto letter = delivered("Vedtak");
    ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_recipient SET received_at = received_at - 86400000000 "
                                   "WHERE dispatch_id = $1",
                                   {letter});
    }));
    const auto letters = added();
    EXPECT_EQ(browser.get(letters + "/" + letter, ola).status, 404);
    const auto later = delivered("Vedtak to");
    EXPECT_EQ(browser.get(letters + "/" + later, ola).status, 200);
}

TEST_P(AsGuardian, EndsAtTheNextQuestionWhenTheRegisterSaysNo) {
    const auto letter = delivered("Vedtak");
    const auto letters = added();
    EXPECT_EQ(times_asked, 1);
    is_guardian = false;
    world.clock.advance(14min);
    EXPECT_EQ(browser.get(letters, ola).status, 200) << "asked a moment ago";
    EXPECT_EQ(times_asked, 1);
    world.clock.advance(2min);
    EXPECT_EQ(open_at(letters, letter), 404) << "also when it is opening that asks";
    EXPECT_EQ(status_of(letter), "VARSLET");
    EXPECT_EQ(times_asked, 2);
    is_away = true;
    expect_shut(letters, letter, ola);
    EXPECT_EQ(times_asked, 2) << "what has ended is not asked about";
    EXPECT_FALSE(tells(browser.get("/mailbox", ola), "Registernavn"));
    EXPECT_FALSE(tells(browser.get("/mailbox", kari), "Du har en verge"));
    EXPECT_TRUE(tells(browser.get("/guardianships", kari), "Avsluttet"));
}

TEST_P(AsGuardian, ARegisterThatIsAwayLocksNobodyOutForADayAndLetsNobodyInForLonger) {
    const auto letter = delivered("Vedtak");
    const auto letters = added();
    is_away = true;
    world.clock.advance(23h);
    EXPECT_EQ(browser.get(letters, ola).status, 200);
    EXPECT_EQ(open_at(letters, letter), 303);
    world.clock.advance(2h);
    const auto refused = browser.get(letters + ".json", ola);
    EXPECT_EQ(refused.status, 503) << refused.body;
    EXPECT_EQ(code_of(refused), dispatch::guardianship_unconfirmed.name);
    expect_shut(letters, letter, ola, 503);
    is_away = false;
    world.clock.advance(11s);
    EXPECT_EQ(browser.get(letters, ola).status, 200);
    is_away = true;
    EXPECT_EQ(browser.get(letters, ola).status, 200) << "a page keeps what the register said";
}

TEST_P(AsGuardian, IsAskedAboutByTheJobToo) {
    const auto letters = added();
    EXPECT_TRUE(dispatch::ask_about_guardians(office));
    EXPECT_EQ(times_asked, 1) << "it said so a moment ago";
    world.clock.advance(7h);
    EXPECT_TRUE(dispatch::ask_about_guardians(office));
    EXPECT_EQ(times_asked, 2);
    is_away = true;
    world.clock.advance(7h);
    EXPECT_TRUE(dispatch::ask_about_guardians(office));
    EXPECT_TRUE(tells(browser.get("/guardianships", kari), "Gjelder nå"));
    is_away = is_guardian = false;
    world.clock.advance(1h);
    EXPECT_TRUE(dispatch::ask_about_guardians(office));
    EXPECT_TRUE(tells(browser.get("/guardianships", kari), "Avsluttet"));
    EXPECT_EQ(browser.get(letters, ola).status, 404);
    is_guardian = true;
    EXPECT_NE(added(), letters) << "a new one is a new one";
    office.people = nullptr;
    EXPECT_TRUE(dispatch::ask_about_guardians(office));
}

TEST_P(AsGuardian, OpensOnlyWithTheRightScope) {
    for (const auto* narrow : {R"("omfang":"oekonomiskeInteresser")", R"("tjenesteomraade":[])"}) {
        scope = narrow;
        const auto refused = ask_for(post::kari, ola);
        EXPECT_EQ(refused.status, 409) << narrow;
        EXPECT_TRUE(tells(refused, "ikke registrert som verge")) << dispatch::guardianship_unregistered.name;
    }
    scope = R"("omfang":"personligeInteresser","omfangetErInnenPersonligOmraade":true)";
    const auto letters = added();
    scope = R"("omfang":"oekonomiskeInteresser")";
    world.clock.advance(16min);
    EXPECT_EQ(browser.get(letters, ola).status, 404) << "it was narrowed";
}

TEST_P(AsGuardian, IsRefusedToEverybodyElse) {
    const auto letter = delivered("Vedtak");
    const auto organisations = sent_to_organisation("Til virksomheten");
    const auto letters = added();
    const auto bjorn = citizen("Bjørn Utenfor", "26878810189");
    const auto per = citizen("Per Utenfor", {});
    auto runner = world::World::person("Drift", {Right{"platform.operate"}});
    for (const auto& stranger : {bjorn, per, runner, kari}) {
        expect_shut(letters, letter, stranger);
        if (stranger.id != kari.id) {
            EXPECT_FALSE(tells(browser.get("/guardianships", stranger), "Registernavn"));
        }
    }
    EXPECT_EQ(browser.get(letters + "/" + organisations, ola).status, 404) << "it lies in another mailbox";
    EXPECT_EQ(browser.get(letters).status, 303) << "to the log-in";
    const auto missing = browser.get("/guardianships/ikke-en-id/letters.json", ola);
    EXPECT_EQ(code_of(missing), dispatch::guardianship_not_found.name);
    EXPECT_EQ(ask_for(post::kari, bjorn).status, 409) << "the register names Ola";
    EXPECT_EQ(ask_for("26878810189", ola).status, 409) << "the register knows nobody with the number";
    EXPECT_EQ(ask_for(post::kari, per).status, 409) << dispatch::mailbox_unknown.name;
    const auto own = ask_for("24819020023", ola);
    EXPECT_EQ(own.status, 422);
    EXPECT_TRUE(tells(own, "ditt eget fødselsnummer")) << dispatch::guardianship_own_number.name;
    EXPECT_EQ(ask_for("12345678901", ola).status, 422);
    office.people = nullptr;
    EXPECT_EQ(ask_for(post::kari, ola).status, 503);
    EXPECT_TRUE(tells(browser.get("/guardianships", ola), "ikke satt opp"));
}

TEST_P(AsGuardian, AnswersAndTheAnswerNamesBothAndNeverSignsNorPutsAway) {
    const auto letter = delivered(
        "Vedtak",
        R"(,"svarPaForsendelseLink":true,"svarSendesTil":{"postAdresse":{"navn":"Kommunen","postNummer":"0010",)"
        R"("postSted":"OSLO"},"digitalAdresse":{"organisasjonsNummer":"971032146"}})");
    const auto letters = added();
    const auto path = letters + "/" + letter;
    EXPECT_EQ(browser.get(path + "/reply", ola).status, 409);
    open_at(letters, letter);
    EXPECT_TRUE(tells(browser.get(path + "/reply", ola), "ved vergen Ola Eksempel"));
    const auto sent = browser.post(path + "/replies", {{"text", "Takk."}}, ola);
    ASSERT_EQ(sent.status, 303) << sent.body;
    EXPECT_EQ(sent.header("location"), path + "#replies");
    const auto view = *json::parse(browser.get("/mailbox/" + letter + ".json", kari).body);
    EXPECT_EQ(view.find("replies")->array()->front().text_of("sentBy"), "Ola Eksempel");
    EXPECT_EQ(json::parse(browser.get(path + ".json", ola).body)->find("replies")->array()->size(), 1U);
    for (const auto& prefix : {path, "/mailbox/" + letter}) {
        for (const auto* rest : {"/signature", "/archiving", "/restoring"}) {
            EXPECT_EQ(browser.post(prefix + rest, {{"decision", "given"}, {"hasRead", "true"}}, ola).status, 404)
                << prefix << rest;
        }
    }
}

TEST(Guardianships, AnAnswerIsFreshThenKeptThenStale) {
    using namespace dispatch;
    const Instant said{};
    EXPECT_EQ(answer_of(said, said + 14min), GuardianshipAnswer::fresh);
    EXPECT_EQ(answer_of(said, said + 15min), GuardianshipAnswer::kept);
    EXPECT_EQ(answer_of(said, said + 24h - 1s), GuardianshipAnswer::kept);
    EXPECT_EQ(answer_of(said, said + 24h), GuardianshipAnswer::stale);
    EXPECT_TRUE(may_read_post({true, false}));
    EXPECT_TRUE(may_read_post({false, true}));
    EXPECT_FALSE(may_read_post({}));
}
