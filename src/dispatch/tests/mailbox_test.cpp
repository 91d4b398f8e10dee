// What recipients and a sender's people see, and what they do not.
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/working_time.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "dispatch/tests/mailbox_world.hpp"

#include <fmt/format.h>
#include <set>

using post::Mailbox;
EACH_DATABASE(Mailbox);

TEST_P(Mailbox, ALetterIsListedOpenedAndReadAndItsSenderSeesThat) {
    const auto id = delivered("Vedtak om plass");
    const auto list = browser.get("/mailbox", kari);
    EXPECT_EQ(list.status, 200);
    EXPECT_NE(list.body.find("Vedtak om plass"), std::string::npos);
    EXPECT_NE(list.body.find("Ulest"), std::string::npos);

    const auto path = "/mailbox/" + id;
    EXPECT_NE(browser.get(path, kari).body.find("Åpne brevet"), std::string::npos);
    EXPECT_EQ(json::parse(browser.get(path + ".json", kari).body)->find("documents")->array()->size(), 0U);
    const auto early = browser.get(path + "/documents/0", kari);
    EXPECT_EQ(early.status, 409);
    EXPECT_NE(early.body.find("er ikke åpnet"), std::string::npos) << dispatch::letter_unopened.name;
    EXPECT_EQ(status_of(id), "VARSLET");

    EXPECT_EQ(browser.post(path + "/opening", {}, kari).status, 303);
    EXPECT_EQ(browser.post(path + "/opening", {}, kari).status, 303);
    EXPECT_EQ(status_of(id), "LEST");
    EXPECT_NE(browser.get(path, kari).body.find("brev.pdf"), std::string::npos);
    const auto document = browser.get(path + "/documents/0", kari);
    EXPECT_EQ(document.status, 200);
    EXPECT_EQ(document.content_type, "application/pdf");
    EXPECT_EQ(document.body, post::a_pdf());
    EXPECT_EQ(document.header("content-disposition"), "inline; filename*=UTF-8''brev.pdf");
    EXPECT_EQ(browser.get(path + "/documents/1", kari).status, 404);
    EXPECT_EQ(browser.get("/forsendelse/" + id + "/0", kari).header("location"), path);
}

TEST_P(Mailbox, NobodyElseSeesIt) {
    const auto id = delivered("Vedtak");
    const auto path = "/mailbox/" + id;
    EXPECT_EQ(browser.get("/mailbox", ola).body.find("Vedtak"), std::string::npos);
    for (const auto& rest : {std::string{}, std::string{"/documents/0"}}) {
        EXPECT_EQ(browser.get(path + rest, ola).status, 404) << rest;
        EXPECT_EQ(browser.get(path + rest).status, 303) << rest; // To the log-in.
    }
    EXPECT_EQ(browser.post(path + "/opening", {}, ola).status, 404);
    EXPECT_EQ(status_of(id), "VARSLET");
    auto runner = world::World::person("Drift", {Right{"platform.operate"}});
    EXPECT_EQ(browser.get(path, runner).status, 404);
    EXPECT_EQ(browser.get("/outbox", runner).status, 403);
    const auto unknown = browser.get("/mailbox.json", runner);
    EXPECT_FALSE(*json::parse(unknown.body)->find("isKnown")->boolean());
}

TEST_P(Mailbox, SomebodyItIsShownToMayReadItTooButOnlyTheAddresseeEndsTheWait) {
    const auto id = delivered("Delt", R"(,"eksponertFor":[{"fodselsNummer":"24819020023"}])");
    const auto path = "/mailbox/" + id;
    EXPECT_EQ(browser.post(path + "/opening", {}, ola).status, 303);
    EXPECT_EQ(browser.get(path + "/documents/0", ola).status, 200);
    EXPECT_EQ(status_of(id), "VARSLET");
    EXPECT_EQ(browser.get(path + "/documents/0", kari).status, 409);
}

TEST_P(Mailbox, AnUnopenedLetterTellsWhenItGoesOnPaperAndOnlyThen) {
    const auto id = delivered("På papir", R"(,"eksponertFor":[{"fodselsNummer":"24819020023"}])");
    const auto path = "/mailbox/" + id;
    const auto says = [&](const Principal& who, std::string_view words) {
        return browser.get(path, who).body.find(words) != std::string::npos;
    };
    const auto paper_at = dispatch::after_working_hours(stored(id)->status_at, dispatch::Account{}.read_deadline);
    const auto view = *json::parse(browser.get(path + ".json", kari).body);
    EXPECT_EQ(view.text_of("paper"), "unless_read");
    EXPECT_EQ(view.text_of("paperAt"), to_string(paper_at));
    EXPECT_TRUE(says(kari, "Er brevet ikke lest innen"));
    EXPECT_TRUE(says(ola, "avsenderen lar også deg se det"));
    EXPECT_FALSE(says(ola, "sendes det på papir")) << "it is not sent to him on paper";
    const auto set = [&](const std::string& status) {
        const auto changed = world.database->write([&](db::Transaction& transaction) {
            return transaction.execute("UPDATE dispatch_dispatch SET status = $1 WHERE id = $2", {status, id});
        });
        EXPECT_TRUE(changed);
    };
    set("accepted");
    EXPECT_TRUE(says(kari, "på papir med neste utskrift"));
    set("sent_to_print");
    EXPECT_TRUE(says(kari, "kommer på papir også"));
    EXPECT_FALSE(says(kari, "Er brevet ikke lest innen"));
}

TEST_P(Mailbox, ALetterThatIsDigitalOnlyIsNotSaidToGoOnPaper) {
    const auto path = "/mailbox/" + delivered("Digitalt", R"(,"kunDigitalLevering":true)");
    EXPECT_EQ(json::parse(browser.get(path + ".json", kari).body)->text_of("paper"), "never");
    const auto page = browser.get(path, kari).body;
    EXPECT_NE(page.find("bare digitalt, ikke på papir"), std::string::npos);
    EXPECT_EQ(page.find("Er brevet ikke lest innen"), std::string::npos);
    EXPECT_EQ(browser.post(path + "/opening", {}, kari).status, 303);
    EXPECT_EQ(browser.get(path, kari).body.find("ikke på papir"), std::string::npos) << "it is opened";
}

TEST_P(Mailbox, PostAtLevelFourIsOpenedAtAssuranceHighOnly) {
    const auto id = delivered("Følsomt");
    const auto raised = world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_dispatch SET level = 4 WHERE id = $1", {id});
    });
    ASSERT_TRUE(raised);
    const auto path = "/mailbox/" + id;
    const auto refused = browser.get(path + ".json", kari);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(code_of(refused), dispatch::assurance_too_low.name);
    const auto page = browser.get(path, kari);
    EXPECT_EQ(page.status, 403);
    EXPECT_NE(page.body.find("next=%2Fmailbox%2F" + id + "&amp;level=high"), std::string::npos) << page.body;
    EXPECT_EQ(page.body.find("Følsomt"), std::string::npos);
    EXPECT_EQ(browser.post(path + "/opening", {}, kari).status, 403);
    const auto list = browser.get("/mailbox", kari);
    EXPECT_EQ(list.body.find("Følsomt"), std::string::npos);
    EXPECT_NE(list.body.find("Brev på høyt sikkerhetsnivå"), std::string::npos);
    EXPECT_EQ(browser.get("/mailbox?words=f%C3%B8lsomt", kari).body.find(path), std::string::npos)
        << "that it is found would tell what it is about";
    kari.assurance = "high";
    EXPECT_NE(browser.get("/mailbox?words=f%C3%B8lsomt", kari).body.find("Følsomt"), std::string::npos);
    EXPECT_EQ(browser.post(path + "/opening", {}, kari).status, 303);
}

TEST_P(Mailbox, IsSearchedInTitlesSendersAndNamesOfDocumentsAndKeepsWhatIsPutAway) {
    const auto place = "/mailbox/" + delivered("Vedtak om barnehageplass");
    const auto neighbour = "/mailbox/" + delivered("Nabovarsel");
    const auto found = [&](const std::string& question, const std::string& path) {
        return browser.get("/mailbox" + question, kari).body.find(path) != std::string::npos;
    };
    EXPECT_TRUE(found("?words=barnehage", place));
    EXPECT_FALSE(found("?words=barnehage", neighbour));
    EXPECT_TRUE(found("?words=BREV+avsender", neighbour)) << "the document and the account";
    EXPECT_FALSE(found("?words=brev+ukjent", neighbour));
    EXPECT_FALSE(found("?archived=true", place));

    for (int again = 0; again < 2; ++again) {
        EXPECT_EQ(browser.post(place + "/archiving", {}, kari).status, 303);
        EXPECT_FALSE(found("", place));
        EXPECT_TRUE(found("?archived=true", place));
    }
    EXPECT_EQ(browser.get(place, kari).status, 200);
    EXPECT_EQ(browser.post(place + "/archiving", {}, ola).status, 404);
    EXPECT_EQ(browser.post(place + "/restoring", {}, kari).status, 303);
    EXPECT_TRUE(found("", place));
}

TEST_P(Mailbox, ShowsFiftyAtATimeAndGoesOnFromTheLast) {
    std::set<std::string> missing;
    for (int i = 0; i < 51; ++i) {
        missing.insert(sent(fmt::format("Brev {}", i)));
    }
    work();
    const auto take = [&](const json::Value& view) {
        for (const auto& letter : *view.find("letters")->array()) {
            EXPECT_EQ(missing.erase(std::string{letter.text_of("id")}), 1U);
        }
        return *view.find("hasMore")->boolean();
    };
    const auto first = *json::parse(browser.get("/mailbox.json", kari).body);
    EXPECT_TRUE(take(first));
    EXPECT_EQ(missing.size(), 1U);
    const auto behind = "?behind=" + std::string{first.find("letters")->array()->back().text_of("id")};
    EXPECT_NE(browser.get("/mailbox", kari).body.find("/mailbox" + behind), std::string::npos);
    EXPECT_FALSE(take(*json::parse(browser.get("/mailbox.json" + behind, kari).body)));
    EXPECT_TRUE(missing.empty());
    EXPECT_EQ(browser.get("/mailbox" + behind, kari).body.find("Eldre brev"), std::string::npos);
    EXPECT_EQ(browser.get("/mailbox" + behind, ola).status, 404) << "nobody learns whose it is";
}

TEST_P(Mailbox, AnOrganisationSeesWhatItHasSentAndNoOther) {
    const auto id = delivered("Vedtak", R"(,"eksternReferanse":"sak 7")");
    const auto own = worker(ks.to_string());
    const auto list = browser.get("/outbox", own);
    EXPECT_EQ(list.status, 200);
    EXPECT_NE(list.body.find("Vedtak"), std::string::npos);
    EXPECT_EQ(browser.get("/outbox?status=rejected", own).body.find("/outbox/" + id), std::string::npos);
    const auto page = browser.get("/outbox/" + id, own);
    EXPECT_EQ(page.status, 200);
    for (const auto* words : {"Kari Eksempel", "sak 7", "Lagt i mottakerens innboks", "brev.pdf"}) {
        EXPECT_NE(page.body.find(words), std::string::npos) << words;
    }
    EXPECT_EQ(page.body.find(post::kari), std::string::npos);
    const auto value = *json::parse(browser.get("/outbox/" + id + ".json", own).body);
    EXPECT_EQ(value.text_of("status"), "notified");
    EXPECT_EQ(value.text_of("channel"), "mailbox");

    const auto other = worker("01890000-0000-7000-8000-000000000000");
    EXPECT_EQ(browser.get("/outbox/" + id, other).status, 404);
    EXPECT_EQ(browser.get("/outbox.json", other).body.find(id), std::string::npos);
    EXPECT_EQ(browser.get("/mailbox/" + id, own).status, 404);
    EXPECT_EQ(browser.get("/outbox", kari).status, 403);
}

TEST_P(Mailbox, AServiceForRepliesIsToldWhereTheRecipientMayReply) {
    const auto id = delivered("Vedtak", R"(,"svarPaForsendelseLink":true,"svarSendesTil":{"postAdresse":{"navn":)"
                                        R"("Kommunen","postNummer":"0010","postSted":"OSLO"},"digitalAdresse":)"
                                        R"({"organisasjonsNummer":"971032146"}})");
    const auto path = "/api/v1/mottaker/forsendelser/" + id + "/svar-metadata";
    const auto answer = browser.get(path, kari);
    ASSERT_EQ(answer.status, 200) << answer.body;
    const auto said = *json::parse(answer.body);
    EXPECT_EQ(said.text_of("tittel"), "Vedtak");
    EXPECT_EQ(said.find("mottaker")->text_of("fnr"), post::kari);
    EXPECT_EQ(said.find("svarSendesTil")->text_of("orgnr"), "971032146");
    EXPECT_TRUE(*said.find("kanSvarePaaForsendelse")->boolean());
    EXPECT_EQ(said.find("avsenderKonto")->text_of("fiksOrganisasjonId"), ks.to_string());
    for (const auto& other : {path, std::string{"/api/v1/mottaker/forsendelser/ikke-en-id/svar-metadata"}}) {
        const auto refused = browser.get(other, ola);
        EXPECT_EQ(refused.status, 403) << refused.body;
        EXPECT_EQ(json::parse(refused.body)->text_of("errorCode"), "RIGHT_MISSING");
    }
}
