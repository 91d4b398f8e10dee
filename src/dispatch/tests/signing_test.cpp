// Signatures: asked for by the sender, given or refused once by the addressee, and evidenced for good.
#include "dispatch/actions/make_receipt.hpp"
#include "dispatch/actions/settle.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/receipts.hpp"
#include "dispatch/tests/mailbox_world.hpp"
#include "platform/crypto/compact_signature.hpp"
#include "platform/crypto/encoding.hpp"

#include <fmt/format.h>

namespace {

class Signing : public post::Mailbox {
protected:
    Principal jorunn = employee("Jorunn Leser", ks.to_string());
    const world::Browser::Fields sign{{"decision", "given"}, {"hasRead", "true"}};
    const world::Browser::Fields refuse{{"decision", "refused"}};

    std::string asked(std::string_view kind = "AUTENTISERT_SIGNATUR") {
        const auto ends_at = world.clock.now() + std::chrono::days{10};
        const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(ends_at).time_since_epoch().count();
        const auto letter = fmt::format(
            R"({{"tittel":"Avtale","mottaker":{{"postAdresse":{{"navn":"Kari Eksempel","postNummer":"0010","postSted":)"
            R"("OSLO"}},"digitalAdresse":{{"fodselsNummer":"{}"}}}},"eksponertFor":[{{"fodselsNummer":"24819020023"}}],)"
            R"("signeringUtloper":{},"signaturType":"{}","svarSendesTil":{{"postAdresse":{{"navn":"Kommunen",)"
            R"("postNummer":"0010","postSted":"OSLO"}},"digitalAdresse":{{"organisasjonsNummer":"971032146"}}}},)"
            R"("dokumenter":[{{"filnavn":"avtale.pdf","mimeType":"application/pdf","skalSigneres":true}}]}})",
            post::kari, milliseconds, kind);
        const auto answer = send({post::metadata(letter), post::file("avtale.pdf")});
        EXPECT_EQ(answer.status, 200) << answer.body;
        work();
        return "/mailbox/" + std::string{json::parse(answer.body)->text_of("id")};
    }
    std::string opened(std::string_view kind = "AUTENTISERT_SIGNATUR") {
        auto path = asked(kind);
        browser.post(path + "/opening", {}, kari);
        return path;
    }
    std::string history_of(const std::string& path) {
        return ask("GET", "/tjenester/api/forsendelse/v1/" + path.substr(9) + "/signeringhistorikk").body;
    }
    std::string state_of(const std::string& path) {
        return std::string{json::parse(browser.get(path + ".json", kari).body)->find("signing")->text_of("state")};
    }
    static std::string digest_of(std::string_view text) { return crypto::to_hex(crypto::view(crypto::sha256(text))); }
};
EACH_DATABASE(Signing);

} // namespace

TEST_P(Signing, IsGivenOnceAndSaysWhoSignedWhatWhenAndHowTheyHadLoggedIn) {
    const auto path = opened();
    EXPECT_NE(browser.get("/mailbox", kari).body.find("Skal signeres"), std::string::npos);
    EXPECT_NE(browser.get(path, kari).body.find("Les og signer"), std::string::npos);
    const auto page = browser.get(path + "/signature", kari);
    EXPECT_NE(page.body.find(digest_of(post::a_pdf())), std::string::npos);
    EXPECT_NE(page.body.find("Jeg, Kari Eksempel, har lest"), std::string::npos);
    ASSERT_EQ(browser.post(path + "/signature", sign, kari).status, 303);
    EXPECT_EQ(state_of(path), "given");
    EXPECT_EQ(browser.get("/mailbox", kari).body.find("Skal signeres"), std::string::npos);

    const auto evidence = browser.get(path + "/signature/evidence", kari);
    const auto opened = crypto::open_compact(evidence.body, 1 << 16);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->key, office.receipt_keys.newest().public_key());
    const auto said = *json::parse(opened->payload);
    EXPECT_EQ(said.text_of("sha256"), digest_of(post::a_pdf()));
    EXPECT_EQ(said.text_of("signer"), "Kari Eksempel");
    EXPECT_EQ(said.text_of("assurance"), "substantial");
    EXPECT_EQ(said.text_of("decision"), "given");
    EXPECT_EQ(evidence.body.find(post::kari), std::string::npos);

    for (const auto& again : {sign, refuse}) {
        const auto refused = browser.post(path + "/signature", again, kari);
        EXPECT_EQ(refused.status, 409);
        EXPECT_NE(refused.body.find("allerede besvart"), std::string::npos) << dispatch::signing_settled.name;
    }
}

TEST_P(Signing, ComesBackAsADispatchWithTheDocumentAndTheEvidence) {
    const auto path = opened();
    browser.post(path + "/signature", sign, kari);
    work();
    const auto list = json::parse(browser.get("/mailbox.json?box=organisation", jorunn).body);
    ASSERT_EQ(list->find("letters")->array()->size(), 1U);
    const auto& letter = list->find("letters")->array()->front();
    EXPECT_EQ(letter.text_of("title"), "Signert: Avtale");
    const auto answer = "/mailbox/" + std::string{letter.text_of("id")};
    browser.post(answer + "/opening", {}, jorunn);
    EXPECT_EQ(browser.get(answer + "/documents/0", jorunn).body, post::a_pdf());
    EXPECT_TRUE(browser.get(answer + "/documents/1", jorunn).body.starts_with("%PDF"));
    EXPECT_EQ(browser.get(answer + "/documents/2", jorunn).body, browser.get(path + "/signature/evidence", kari).body);
    EXPECT_EQ(stored(answer.substr(9))->dispatch_type, "ks.signertforsendelse");
}

TEST_P(Signing, IsSeenByItsSenderInEveryInterface) {
    const auto path = opened();
    const auto sent = "/outbox/" + path.substr(9);
    EXPECT_NE(browser.get(sent, worker(ks.to_string())).body.find("Venter på signatur"), std::string::npos);
    EXPECT_EQ(browser.get(sent + "/signature/evidence", worker(ks.to_string())).status, 404);
    browser.post(path + "/signature", sign, kari);
    EXPECT_NE(history_of(path).find("SigneringsoppdragFullfort"), std::string::npos) << history_of(path);
    EXPECT_NE(browser.get(sent, worker(ks.to_string())).body.find("Signert av mottakeren"), std::string::npos);
    EXPECT_EQ(browser.get(sent + "/signature/evidence", worker(ks.to_string())).status, 200);
    EXPECT_EQ(browser.get(sent + "/signature/evidence", worker("01890000-0000-7000-8000-000000000000")).status, 404);
}

TEST_P(Signing, CanBeRefusedAndThenNothingComesBackButTheStatus) {
    const auto path = opened();
    ASSERT_EQ(browser.post(path + "/signature", refuse, kari).status, 303);
    work();
    EXPECT_EQ(state_of(path), "refused");
    EXPECT_NE(history_of(path).find("SigneringsoppdragAvvistAvMottaker"), std::string::npos);
    EXPECT_EQ(browser.get("/mailbox?box=organisation", jorunn).body.find("Signert"), std::string::npos);
}

TEST_P(Signing, NeedsTheWordThatTheDocumentWasRead) {
    const auto path = opened();
    const auto page = browser.post(path + "/signature", {{"decision", "given"}}, kari);
    EXPECT_EQ(page.status, 422);
    EXPECT_NE(page.body.find("Kryss av for at du har lest"), std::string::npos) << dispatch::signing_unconfirmed.name;
    EXPECT_EQ(state_of(path), "waiting");
}

TEST_P(Signing, IsForTheAddresseeAloneWhoHasOpenedTheLetter) {
    const auto path = asked();
    EXPECT_EQ(browser.post(path + "/signature", sign, kari).status, 409) << "not opened";
    browser.post(path + "/opening", {}, ola);
    const auto shown = browser.send_json("POST", path + "/signature", R"({"decision":"given","hasRead":true})", ola);
    EXPECT_EQ(shown.status, 404);
    EXPECT_EQ(code_of(shown), dispatch::signing_not_asked.name);
    EXPECT_EQ(browser.get("/forsendelse/" + path.substr(9) + "/0/signering", kari).header("location"),
              path + "#signing");
}

TEST_P(Signing, EndsWithItsDeadline) {
    const auto path = opened();
    world.clock.advance(std::chrono::days{11});
    const auto late = browser.post(path + "/signature", sign, kari);
    EXPECT_EQ(late.status, 409);
    EXPECT_NE(late.body.find("Fristen for signering er ute"), std::string::npos) << dispatch::signing_ended.name;
    EXPECT_EQ(state_of(path), "ended");
}

TEST_P(Signing, OfTheAdvancedKindThatAnEarlierVersionLetInIsNotGivenHere) {
    const auto path = opened();
    const auto dispatch = *stored(path.substr(9));
    auto envelope = *dispatch::open_envelope(office, dispatch);
    envelope.signature_kind = dispatch::SignatureKind::advanced;
    const auto key = *office.vault.unwrap(*dispatch.wrapped_key, dispatch.id);
    const auto sealed = office.vault.seal(key.derive("envelope"), json::write(envelope), dispatch.id.to_string());
    ASSERT_TRUE(world.database->write([&](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_dispatch SET envelope = $2 WHERE id = $1", {dispatch.id, sealed});
    }));
    EXPECT_NE(browser.get(path, kari).body.find("Kan ikke signeres her"), std::string::npos);
    const auto refused = browser.send_json("POST", path + "/signature", R"({"decision":"given","hasRead":true})", kari);
    EXPECT_EQ(code_of(refused), dispatch::signing_kind_unavailable.name);
}

TEST_P(Signing, StandsInTheReceiptAlsoWhenTheContentIsGone) {
    const auto path = opened();
    browser.post(path + "/signature", sign, kari);
    const auto evidence = browser.get(path + "/signature/evidence", kari).body;
    const auto id = path.substr(9);
    const auto destroyed = world.database->write([&](db::Transaction& transaction) {
        return dispatch::destroy_content({transaction, office, world.system, world.clock.now()}, *stored(id));
    });
    ASSERT_TRUE(destroyed);
    const auto lease = world.database->reader();
    const auto receipt = dispatch::make_receipt(**lease, office, *stored(id), world.clock.now());
    ASSERT_TRUE(receipt) << describe(receipt.error());
    const auto report = dispatch::verify_receipt({.receipt = *receipt});
    EXPECT_TRUE(report.holds()) << dispatch::words(report, world.services.texts.in(i18n::Language::nb));
    const auto said = json::parse(crypto::open_compact(*receipt, 8 << 20)->payload);
    EXPECT_EQ(said->text_of("signingEvidence"), evidence);
}
