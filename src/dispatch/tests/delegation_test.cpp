// Delegations: reading another person's post, what of it, for how long, and who is told.
#include "dispatch/domain/delegation.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/tests/mailbox_world.hpp"

#include <fmt/format.h>

namespace {

constexpr const char* olas_number = "24819020023";

class ByDelegation : public post::Mailbox {
protected:
    using Fields = world::Browser::Fields;
    Principal per = citizen("Per Utenfor", {});

    /// What Kari fills in, with some fields otherwise.
    static Fields form(const Fields& changed = {}) {
        Fields fields{{"identityNumber", olas_number},
                      {"name", "Ola, sønnen min"},
                      {"validFrom", "2026-03-01"},
                      {"validTo", "2027-02-28"},
                      {"letters", "all_senders"}};
        for (const auto& change : changed) {
            std::erase_if(fields, [&](const auto& field) { return field.first == change.first; });
            fields.push_back(change);
        }
        return fields;
    }
    /// Gives its address.
    std::string given(const Fields& changed = {}) {
        const auto answer = browser.post("/delegations", form(changed), kari);
        EXPECT_EQ(answer.status, 303) << answer.body;
        return std::string{answer.header("location").value_or("")};
    }
    std::string accepted(const Fields& changed = {}) {
        const auto delegation = given(changed);
        EXPECT_EQ(browser.post(delegation + "/acceptance", {}, ola).status, 303);
        return delegation;
    }
    /// Every address of a letter that Ola may try answers that it is not there, and the list, if any, lacks it.
    void expect_hidden(const std::string& delegation, const std::string& letter) {
        const auto path = delegation + "/letters/" + letter;
        for (const auto* rest : {"", ".json", "/documents/0", "/reply"}) {
            EXPECT_EQ(browser.get(path + rest, ola).status, 404) << rest;
        }
        for (const auto* rest : {"/opening", "/replies"}) {
            EXPECT_EQ(browser.post(path + rest, {{"text", "Hei"}}, ola).status, 404) << rest;
        }
        EXPECT_EQ(browser.get(delegation + "/letters", ola).body.find(letter), std::string::npos);
        EXPECT_EQ(browser.get("/mailbox/" + letter, ola).status, 404);
    }
    int open(const std::string& delegation, const std::string& letter) {
        return browser.post(delegation + "/letters/" + letter + "/opening", {}, ola).status;
    }
    void set_level_four(const std::string& letter) {
        const auto raised = world.database->write([&](db::Transaction& transaction) {
            return transaction.execute("UPDATE dispatch_dispatch SET level = 4 WHERE id = $1", {letter});
        });
        ASSERT_TRUE(raised);
    }
    static std::vector<std::string> codes_in(const http::Response& answer) {
        std::vector<std::string> codes;
        const auto problem = json::parse(answer.body);
        for (const auto& fault : *problem->find("errors")->array()) {
            codes.emplace_back(fault.text_of("code"));
        }
        return codes;
    }
};
EACH_DATABASE(ByDelegation);

bool says(const http::Response& answer, std::string_view words) {
    return answer.body.find(words) != std::string::npos;
}

constexpr std::string_view answers_taken =
    R"(,"svarPaForsendelseLink":true,"svarSendesTil":{"postAdresse":{"navn":"Kommunen","postNummer":"0010",)"
    R"("postSted":"OSLO"},"digitalAdresse":{"organisasjonsNummer":"971032146"}})";

} // namespace

TEST_P(ByDelegation, ALetterIsReadOnceTheDelegationIsAcceptedAndItsRecipientSeesByWhom) {
    const auto letter = delivered("Vedtak om plass");
    const auto delegation = given();
    EXPECT_TRUE(says(browser.get(delegation, kari), "Ola, sønnen min"));
    EXPECT_TRUE(says(browser.get("/mailbox", ola), "Svar på fullmakten fra Kari Eksempel"));
    EXPECT_TRUE(says(browser.get(delegation, ola), "Vil du ta imot fullmakten?"));
    expect_hidden(delegation, letter);
    EXPECT_EQ(browser.get(delegation + "/letters", ola).status, 404);

    EXPECT_EQ(browser.post(delegation + "/acceptance", {}, ola).status, 303);
    EXPECT_EQ(browser.post(delegation + "/acceptance", {}, ola).status, 303);
    EXPECT_TRUE(says(browser.get("/mailbox", ola), "Posten til Kari Eksempel"));
    EXPECT_TRUE(says(browser.get(delegation + "/letters", ola), "Vedtak om plass"));
    const auto path = delegation + "/letters/" + letter;
    EXPECT_TRUE(says(browser.get(path, ola), "Brevet regnes ikke som lest av"));
    EXPECT_EQ(browser.get(path + "/documents/0", ola).status, 409);
    EXPECT_TRUE(says(browser.get(delegation + "/letters", ola), "Ulest"));
    EXPECT_EQ(open(delegation, letter), 303);
    EXPECT_EQ(open(delegation, letter), 303);
    EXPECT_FALSE(says(browser.get(delegation + "/letters", ola), "Ulest"));
    EXPECT_EQ(browser.get(path + "/documents/0", ola).body, post::a_pdf());

    EXPECT_EQ(status_of(letter), "VARSLET") << "the recipient has not read it";
    EXPECT_EQ(browser.get("/mailbox/" + letter + "/documents/0", kari).status, 409);
    for (const auto& page : {"/mailbox/" + letter, std::string{"/mailbox"}}) {
        EXPECT_TRUE(says(browser.get(page, kari), "Åpnet av Ola Eksempel")) << page;
    }
    EXPECT_TRUE(says(browser.get("/post-readings", kari), "Ola Eksempel åpnet"));
    const auto readings = *json::parse(browser.get("/post-readings.json", kari).body);
    EXPECT_EQ(readings.find("readings")->array()->size(), 1U);
    EXPECT_FALSE(says(browser.get("/post-readings", ola), "Vedtak"));
}

TEST_P(ByDelegation, WhatWasOpenedCannotBeRecalledAsUnseen) {
    const auto letter = delivered("Vedtak");
    open(accepted(), letter);
    auto sender = worker(ks.to_string());
    sender.grants.push_back({std::string{dispatch::right::recall.name}, ks.to_string()});
    EXPECT_EQ(browser.post("/outbox/" + letter + "/recall", {}, sender).status, 303);
    EXPECT_EQ(status_of(letter), "VARSLET");
}

TEST_P(ByDelegation, CountsAsReadOnlyWhereTheDelegationSaysSo) {
    const auto letter = delivered("Vedtak");
    const auto delegation = accepted({{"countsAsRead", "true"}});
    EXPECT_TRUE(says(browser.get(delegation + "/letters/" + letter, ola), "avsenderen får vite at det er lest"));
    EXPECT_EQ(open(delegation, letter), 303);
    EXPECT_EQ(status_of(letter), "LEST");
    EXPECT_EQ(browser.get("/mailbox/" + letter + "/documents/0", kari).status, 200);
    EXPECT_TRUE(says(browser.get("/mailbox/" + letter, kari), "Åpnet av Ola Eksempel"));
}

TEST_P(ByDelegation, HasEachStepAndEachOpeningInTheJournal) {
    const auto letter = delivered("Vedtak");
    ola.organisation_id = ks.to_string();
    const auto delegation = accepted();
    open(delegation, letter);
    open(delegation, letter);
    browser.post(delegation + "/ending", {}, kari);
    const auto lease = world.database->reader();
    const auto events = world.journal->about(**lease, {"delegation", delegation.substr(13)}, world.system, 10);
    ASSERT_TRUE(events);
    std::vector<std::string> told;
    for (const auto& event : *events) {
        told.push_back(event.type);
        EXPECT_EQ(event.organisation_id, "") << "as private persons, whomever they act for";
    }
    EXPECT_EQ(told, (std::vector<std::string>{"dispatch.delegation_ended", "dispatch.letter_opened_by_delegation",
                                              "dispatch.delegation_accepted", "dispatch.delegation_given"}));
    EXPECT_EQ(events->at(1).actor_id, ola.id);
    const auto opened = world.journal->about(**lease, {"letter", letter}, world.system, 10);
    EXPECT_EQ(opened->size(), 1U);
}

TEST_P(ByDelegation, IsEndedAtOnceByEitherAndRefusedBeforeItIsAccepted) {
    const auto letter = delivered("Vedtak");
    for (const auto& who : {kari, ola}) {
        const auto delegation = accepted();
        EXPECT_EQ(open(delegation, letter), 303);
        for (int again = 0; again < 2; ++again) {
            const auto ended = browser.post(delegation + "/ending", {}, who).status;
            EXPECT_EQ(ended, again == 0 || who.id == kari.id ? 303 : 404) << "it is gone for the one who had it";
        }
        expect_hidden(delegation, letter);
        EXPECT_EQ(browser.get(delegation + "/letters", ola).status, 404);
        EXPECT_EQ(browser.get(delegation, ola).status, 404);
        EXPECT_TRUE(says(browser.get(delegation, kari), "Avsluttet"));
    }
    const auto refused = given();
    EXPECT_EQ(browser.post(refused + "/ending", {}, ola).status, 303);
    EXPECT_EQ(browser.post(refused + "/acceptance", {}, ola).status, 404);
    expect_hidden(refused, letter);
}

TEST_P(ByDelegation, CountsFromItsFirstDayToItsLast) {
    const auto letter = delivered("Vedtak");
    const auto today = accepted({{"validTo", "2026-03-04"}});
    const auto coming = accepted({{"validFrom", "2026-03-06"}, {"validTo", "2026-03-07"}});
    EXPECT_EQ(browser.get(today + "/letters/" + letter, ola).status, 200);
    EXPECT_EQ(browser.get(coming + "/letters", ola).status, 404);
    world.clock.advance(std::chrono::hours{48});
    expect_hidden(today, letter);
    EXPECT_EQ(browser.get(today + "/letters", ola).status, 404);
    EXPECT_TRUE(says(browser.get(today, kari), "Gått ut"));
    EXPECT_EQ(browser.get(coming + "/letters", ola).status, 200);
    expect_hidden(coming, letter); // It came before the first day.
    const auto later = delivered("Vedtak to");
    EXPECT_EQ(browser.get(coming + "/letters/" + later, ola).status, 200);
}

TEST_P(ByDelegation, ShowsLettersFromTheSendersNamedAlone) {
    const auto made = world.database->write([&](db::Transaction& transaction) {
        const directory::Doer doer{*world.journal, world.system, *world.random, world.clock.now()};
        return directory::register_organisation(
            transaction, doer,
            {.kind = directory::OrganisationKind::company, .name = "Annen", .organisation_number = "974760673"});
    });
    ASSERT_TRUE(made);
    const auto letter = delivered("Vedtak");
    EXPECT_TRUE(says(browser.get("/delegations/new", kari), ks.to_string())) << "who has sent letters can be ticked";
    const auto other = accepted({{"letters", "chosen_senders"}, {"otherSenders", "974760673"}});
    expect_hidden(other, letter);
    EXPECT_TRUE(says(browser.get(other, ola), "Annen"));
    const auto both =
        accepted({{"letters", "chosen_senders"}, {"senders", ks.to_string()}, {"otherSenders", "974760673\r\n"}});
    EXPECT_EQ(browser.get(both + "/letters/" + letter, ola).status, 200);
}

TEST_P(ByDelegation, ShowsLevelFourOnlyWhenBothAreLoggedInAtHigh) {
    const auto letter = delivered("Følsomt");
    set_level_four(letter);
    const auto at_high = [](Principal somebody) {
        somebody.assurance = "high";
        return somebody;
    };
    const auto weakly_given = accepted();
    const auto substantial = ola;
    ola = at_high(ola);
    expect_hidden(weakly_given, letter);
    kari = at_high(kari);
    const auto delegation = accepted();
    EXPECT_TRUE(says(browser.get(delegation + "/letters", ola), "Følsomt"));
    EXPECT_EQ(open(delegation, letter), 303);
    EXPECT_EQ(browser.get(delegation + "/letters/" + letter + "/documents/0", ola).status, 200);
    ola = substantial;
    expect_hidden(delegation, letter);
    EXPECT_TRUE(says(browser.get(delegation + "/letters", ola), "logget inn på høyt nivå"));
    kari.assurance = "substantial";
    EXPECT_FALSE(says(browser.get("/post-readings", kari), "Følsomt"));
}

TEST_P(ByDelegation, LetsOneAnswerOnlyWhereItSaysSoAndTheAnswerNamesBoth) {
    const auto letter = delivered("Vedtak", answers_taken);
    const auto reading = accepted();
    open(reading, letter);
    EXPECT_FALSE(says(browser.get(reading + "/letters/" + letter, ola), "Svaret går til"));
    EXPECT_EQ(browser.get(reading + "/letters/" + letter + "/reply", ola).status, 404);
    EXPECT_EQ(browser.post(reading + "/letters/" + letter + "/replies", {{"text", "Hei"}}, ola).status, 404);

    const auto path = accepted({{"mayAnswer", "true"}}) + "/letters/" + letter;
    EXPECT_EQ(browser.get(path + "/reply", ola).status, 409) << "each delegation opens for itself";
    browser.post(path + "/opening", {}, ola);
    EXPECT_TRUE(says(browser.get(path + "/reply", ola), "Kari Eksempel, ved Ola Eksempel med fullmakt"));
    const auto sent = browser.post(path + "/replies", {{"text", "Takk for plassen."}}, ola);
    ASSERT_EQ(sent.status, 303) << sent.body;
    EXPECT_EQ(sent.header("location"), path + "#replies");
    work();
    const auto jorunn = employee("Jorunn Leser", ks.to_string());
    EXPECT_TRUE(says(browser.get("/mailbox?box=organisation", jorunn), "Fra Kari Eksempel, ved Ola Eksempel"));
    const auto view = *json::parse(browser.get("/mailbox/" + letter + ".json", kari).body);
    EXPECT_EQ(view.find("replies")->array()->front().text_of("sentBy"), "Ola Eksempel");
    EXPECT_EQ(json::parse(browser.get(path + ".json", ola).body)->find("replies")->array()->size(), 1U);
    const auto unanswering = reading + "/letters/" + letter + ".json";
    EXPECT_TRUE(json::parse(browser.get(unanswering, ola).body)->find("replies")->array()->empty());
}

TEST_P(ByDelegation, NeverSignsNorPutsAway) {
    const auto letter = delivered("Vedtak");
    const auto path = accepted() + "/letters/" + letter;
    browser.post(path + "/opening", {}, ola);
    for (const auto& prefix : {path, "/mailbox/" + letter}) {
        for (const auto* rest : {"/signature", "/archiving", "/restoring"}) {
            EXPECT_EQ(browser.post(prefix + rest, {{"decision", "given"}, {"hasRead", "true"}}, ola).status, 404)
                << prefix << rest;
        }
    }
    EXPECT_EQ(browser.get("/mailbox/" + letter + "/signature", ola).status, 404);
    EXPECT_FALSE(says(browser.get(path, ola), "/archiving"));
}

TEST_P(ByDelegation, IsNobodyElsesBusiness) {
    const auto letter = delivered("Vedtak");
    const auto organisations = sent_to_organisation("Til virksomheten");
    const auto delegation = accepted();
    expect_hidden(delegation, organisations); // It lies in another mailbox.
    const auto bjorn = citizen("Bjørn Utenfor", "26878810189");
    auto runner = world::World::person("Drift", {Right{"platform.operate"}});
    for (const auto& stranger : {bjorn, per, runner, kari}) {
        EXPECT_EQ(browser.get(delegation + "/letters", stranger).status, 404) << stranger.name;
        EXPECT_EQ(browser.get(delegation + "/letters/" + letter, stranger).status, 404) << stranger.name;
        EXPECT_EQ(browser.post(delegation + "/letters/" + letter + "/opening", {}, stranger).status, 404);
        EXPECT_EQ(browser.post(delegation + "/acceptance", {}, stranger).status, 404);
        if (stranger.id == kari.id) continue;
        const auto refused = browser.get(delegation + ".json", stranger);
        EXPECT_EQ(refused.status, 404);
        EXPECT_EQ(code_of(refused), dispatch::delegation_not_found.name);
        EXPECT_EQ(browser.post(delegation + "/ending", {}, stranger).status, 404);
        EXPECT_FALSE(says(browser.get("/delegations", stranger), "Kari")) << stranger.name;
    }
    EXPECT_EQ(browser.get(delegation + "/letters").status, 303) << "to the log-in";
    EXPECT_EQ(browser.get("/delegations/ikke-en-id", ola).status, 404);
    EXPECT_FALSE(says(browser.get(delegation, kari), olas_number));
}

TEST_P(ByDelegation, IsRefusedForEverythingThatIsWrongAtOnce) {
    const auto refused = browser.send_json("POST", "/delegations",
                                           R"({"identityNumber":"13814520077","name":"Meg","validFrom":"2026-03-01",)"
                                           R"("validTo":"2026-03-03","letters":"all_senders","senders":["ukjent"]})",
                                           kari);
    EXPECT_EQ(refused.status, 422) << refused.body;
    EXPECT_EQ(codes_in(refused), (std::vector<std::string>{std::string{dispatch::delegation_period_faulty.name},
                                                           std::string{dispatch::delegation_senders_contradict.name},
                                                           std::string{dispatch::delegation_own_number.name},
                                                           std::string{dispatch::delegation_sender_unknown.name}}));
    const auto page = browser.post(
        "/delegations",
        form({{"identityNumber", "12345678901"}, {"validTo", "2031-03-01"}, {"letters", "chosen_senders"}}), kari);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(says(page, "Ola, sønnen min")) << "what was typed comes back";
    EXPECT_TRUE(says(page, "inntil 5 år")) << dispatch::delegation_period_too_long.name;
    EXPECT_TRUE(says(page, "Kryss av for minst én avsender")) << dispatch::delegation_senders_missing.name;
    EXPECT_FALSE(says(browser.get("/delegations", kari), "Ola, sønnen min"));
}

TEST_P(ByDelegation, IsGivenByThoseWhosePostIsKnownAndNotWithoutEnd) {
    const auto unknown = browser.post("/delegations", form(), per);
    EXPECT_EQ(unknown.status, 409);
    EXPECT_TRUE(says(browser.get("/delegations/new", per), "Vi vet ikke hvilken post"))
        << dispatch::mailbox_unknown.name;
    for (std::int64_t i = 0; i < dispatch::delegations_max; ++i) {
        given();
    }
    const auto refused = browser.post("/delegations", form(), kari);
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(says(refused, "20 fullmakter")) << dispatch::too_many_delegations.name;
}

TEST(Delegations, AreInForceFromAcceptanceAndFirstDayToTheLast) {
    using namespace dispatch;
    using enum DelegationState;
    const auto day = [](unsigned number) { return std::chrono::year{2026} / 3 / number; };
    DelegationCourse course{day(3), day(5), {}, {}};
    EXPECT_EQ(state_of(course, day(4)), offered);
    EXPECT_EQ(state_of(course, day(6)), expired);
    course.accepted_at = Instant{};
    EXPECT_EQ(state_of(course, day(2)), coming);
    EXPECT_EQ(state_of(course, day(3)), in_force);
    EXPECT_EQ(state_of(course, day(5)), in_force);
    EXPECT_EQ(state_of(course, day(6)), expired);
    course.ended_at = Instant{};
    EXPECT_EQ(state_of(course, day(4)), ended);
}

TEST(Delegations, LastFiveYearsAtMost) {
    using namespace dispatch;
    NewDelegation wanted;
    wanted.letters = DelegationLetters::all_senders;
    wanted.valid_from = std::chrono::year{2024} / 2 / 29;
    wanted.valid_to = std::chrono::year{2029} / 2 / 28;
    EXPECT_TRUE(faults_of(wanted, wanted.valid_from).empty());
    wanted.valid_to = std::chrono::year{2029} / 3 / 1;
    EXPECT_EQ(faults_of(wanted, wanted.valid_from).front().code, delegation_period_too_long.name);
}
