// The contract of SvarInn v1: what receivers list, fetch, acknowledge and give up.
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/return_address.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/crypto/cms.hpp"
#include "platform/testing/test_files.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>

using post::basic;
using post::file;
using post::metadata;

namespace {

using post::receivers_key;

class SvarinnV1 : public post::Office {
protected:
    http::Response receive(std::string_view method, const std::string& rest, std::string body = {},
                           const std::string& who = "mottak") {
        return ask(method, "/tjenester/svarinn" + rest, std::move(body), "application/json", basic(who, post::secret));
    }
    json::Array waiting(const std::string& who = "mottak") {
        const auto answer = receive("GET", "/mottaker/hentNyeForsendelser", {}, who);
        EXPECT_EQ(answer.status, 200) << answer.body;
        EXPECT_EQ(answer.content_type, "application/json; charset=utf-8");
        return *json::parse(answer.body)->array();
    }
};
EACH_DATABASE(SvarinnV1);

} // namespace

TEST_P(SvarinnV1, WhatWaitsIsListedWithAllThatReceiversNeed) {
    open_receiver("mottak", receivers_key().certificate_pem);
    EXPECT_TRUE(waiting().empty());
    const auto id = sent_to_organisation("Byggesak", R"(,"eksternReferanse":"ref-1","metadataFraAvleverendeSystem":)"
                                                     R"({"saksSekvensNummer":12,"journalDato":1772614800000,)"
                                                     R"("ekstraMetadata":[{"key":"1 nøkkel","value":"v"}]})");
    EXPECT_EQ(status_of(id), "KLAR_FOR_MOTTAK");
    const auto list = waiting();
    ASSERT_EQ(list.size(), 1U);
    const auto& first = list.front();
    EXPECT_EQ(first.text_of("id"), id);
    EXPECT_EQ(first.text_of("status"), "Klar for mottak");
    EXPECT_EQ(first.text_of("niva"), "3");
    EXPECT_EQ(first.text_of("eksternRef"), "ref-1");
    EXPECT_EQ(first.integer_of("date"), 1772614800000);
    EXPECT_EQ(first.find("mottaker")->text_of("orgnr"), "971032146");
    EXPECT_NE(first.find("svarSendesTil")->object(), nullptr);
    const auto& noark = *first.find("metadataFraAvleverendeSystem");
    EXPECT_EQ(noark.integer_of("sakssekvensnummer"), 12); // T15: spelt otherwise than it was sent.
    EXPECT_EQ(noark.integer_of("saksaar", -1), 0);
    EXPECT_EQ(noark.integer_of("journaldato"), 1772614800000);
    EXPECT_EQ(noark.find("ekstraMetadata")->array()->front().text_of("key"), "__nøkkel");
    const auto& files = *first.find("filmetadata")->array();
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].text_of("filnavn"), "først.pdf");
    EXPECT_EQ(files[0].text_of("mimetype"), "application/pdf");
    EXPECT_EQ(files[0].integer_of("size"), static_cast<std::int64_t>(post::pdf_saying("en").size()));
    EXPECT_TRUE(first.text_of("downloadUrl").ends_with("/tjenester/svarinn/forsendelse/" + id));
}

TEST_P(SvarinnV1, TheSendersAddressIsWhereItsLettersGoBackTo) {
    open_receiver("mottak", receivers_key().certificate_pem);
    ASSERT_TRUE(world.database->write([](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_account SET return_address = $1",
                                   {"Servicetorget\r\nGata 1\n\n0040 OSLO\n"});
    }));
    sent_to_organisation("Byggesak");
    const auto sender = *waiting().front().find("avsender");
    EXPECT_EQ(sender.text_of("navn"), "avsender");
    EXPECT_EQ(sender.text_of("adresselinje1"), "Servicetorget");
    EXPECT_EQ(sender.text_of("adresselinje2"), "Gata 1");
    EXPECT_EQ(sender.text_of("adresselinje3"), "");
    EXPECT_EQ(sender.text_of("postnr"), "0040");
    EXPECT_EQ(sender.text_of("poststed"), "OSLO");
    for (const auto* text : {"0040", "12345 Uppsala", "Gata 1", "004 OSLO"})
        EXPECT_EQ(dispatch::address_of_lines(text).line1, text);
}

TEST_P(SvarinnV1, WhatIsFetchedOpensWithTheOpensslCommandAndIsAlwaysAZip) {
    open_receiver("mottak", receivers_key().certificate_pem);
    const auto id = sent_to_organisation("Byggesak");
    const auto answer = receive("GET", "/forsendelse/" + id);
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(answer.content_type, "application/zip");
    EXPECT_EQ(answer.header("content-disposition"), "attachment; filename=\"dokumenter-" + id.substr(0, 8) + ".zip\"");

    const auto folder = world::new_test_folder();
    std::ofstream{folder + "/message", std::ios::binary} << answer.body;
    std::ofstream{folder + "/key.pem"} << receivers_key().private_key_pem;
    const auto open = fmt::format("openssl cms -decrypt -inform DER -in {0}/message -inkey {0}/key.pem -binary -out "
                                  "{0}/documents.zip 2>{0}/said && cd {0} && python3 -c \"import zipfile; "
                                  "z = zipfile.ZipFile('documents.zip'); assert z.testzip() is None; "
                                  "assert z.namelist() == ['først.pdf', 'annet.pdf'], z.namelist(); "
                                  "assert b'(to)' in z.read('annet.pdf')\"",
                                  folder);
    EXPECT_EQ(std::system(open.c_str()), 0);
    const auto structure =
        fmt::format("openssl cms -cmsout -print -inform DER -in {0}/message -noout > {0}/structure", folder);
    EXPECT_EQ(std::system(structure.c_str()), 0);
    std::ifstream printed{folder + "/structure"};
    const std::string text{std::istreambuf_iterator<char>{printed}, {}};
    for (const auto* word : {"rsaesOaep", "sha256", "aes-256-cbc", "issuerAndSerialNumber"}) {
        EXPECT_NE(text.find(word), std::string::npos) << word;
    }
    world::remove_test_folder(folder);
}

TEST_P(SvarinnV1, AReceiptEndsItAndTheSenderSeesThatItWasRead) {
    open_receiver("mottak", receivers_key().certificate_pem);
    const auto id = sent_to_organisation("Byggesak");
    EXPECT_EQ(receive("POST", "/kvitterMottak/forsendelse/" + id).status, 200);
    EXPECT_EQ(receive("POST", "/kvitterMottak/forsendelse/" + id).status, 200);
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ(status_of(id), "LEST");
    EXPECT_EQ(receive("GET", "/forsendelse/" + id).status, 200);
}

TEST_P(SvarinnV1, AFailureForNowLeavesItAndOneForGoodSendsItOnwards) {
    open_receiver("mottak", receivers_key().certificate_pem);
    const auto id = sent_to_organisation("Byggesak");
    const auto path = "/mottakFeilet/forsendelse/" + id;
    EXPECT_EQ(receive("POST", path, R"({"feilmelding":"Disken er full","permanent":false})").status, 200);
    EXPECT_EQ(waiting().size(), 1U);
    const auto faulty = receive("POST", path, "{}");
    EXPECT_EQ(faulty.status, 400);
    EXPECT_NE(faulty.body.find("CONTENT_FAULTY"), std::string::npos);
    EXPECT_EQ(receive("POST", path, R"({"feilmelding":"Ukjent mottaker","permanent":true})").status, 200);
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ(status_of(id), "VARSLET");
    const auto history = ask("GET", "/tjenester/api/forsendelse/v1/" + id + "/historikk").body;
    EXPECT_NE(history.find("mottak: Disken er full"), std::string::npos) << history;
    EXPECT_NE(history.find("mottak: Ukjent mottaker"), std::string::npos) << history;
}

TEST_P(SvarinnV1, AFailureForGoodOfWhatIsForSystemsAloneGoesNowhereElse) {
    open_receiver("mottak", receivers_key().certificate_pem);
    const auto id = sent_to_organisation("Matrikkel", R"(,"kunDigitalLevering":true)");
    EXPECT_EQ(receive("POST", "/mottakFeilet/forsendelse/" + id, R"({"feilmelding":"Ukjent","permanent":true})").status,
              200);
    EXPECT_EQ(status_of(id), "IKKE_LEVERT");
    const auto history = ask("GET", "/tjenester/api/forsendelse/v1/" + id + "/historikk").body;
    EXPECT_NE(history.find("mottak: Ukjent"), std::string::npos) << history;
}

TEST_P(SvarinnV1, TheMostSpecificReceiverGetsItAndNoOtherSeesIt) {
    const auto& certificate = receivers_key().certificate_pem;
    open_receiver("alt", certificate);
    open_receiver("mottak", certificate, "Byggesøknad");
    open_receiver("nivå fire", certificate, "Byggesøknad", 4);
    const auto id = sent_to_organisation("Byggesak", R"(,"forsendelsesType":"Byggesøknad")");
    sent_to_organisation("Annet");
    EXPECT_EQ(waiting().size(), 1U);
    EXPECT_EQ(waiting("alt").size(), 1U);
    EXPECT_TRUE(waiting("nivå fire").empty());
    for (const auto* rest : {"/forsendelse/", "/kvitterMottak/forsendelse/", "/mottakFeilet/forsendelse/"}) {
        const auto is_fetch = std::string_view{rest} == "/forsendelse/";
        const auto refused =
            receive(is_fetch ? "GET" : "POST", rest + id, R"({"feilmelding":"x","permanent":true})", "alt");
        EXPECT_EQ(refused.status, 404) << rest;
    }
    EXPECT_EQ(ask("GET", "/tjenester/svarinn/mottaker/hentNyeForsendelser").status, 403); // A sender's account.
    EXPECT_EQ(receive("GET", "/forsendelse/ikke-en-id").status, 404);
}
