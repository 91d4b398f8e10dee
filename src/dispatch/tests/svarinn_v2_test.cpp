// The contract of SvarInn v2: the same post in other words, under both of its addresses.
#include "dispatch/domain/errors.hpp"
#include "dispatch/tests/post_world.hpp"

#include <fmt/format.h>

using post::basic;

namespace {

class SvarinnV2 : public post::Office {
protected:
    http::Response receive(std::string_view method, const std::string& path, std::string body = {},
                           const std::string& who = "mottak") {
        return ask(method, path, std::move(body), "application/json", basic(who, post::secret));
    }
    json::Array waiting(const std::string& before = "/api") {
        const auto answer = receive("GET", before + "/svarinn/v2/forsendelser");
        EXPECT_EQ(answer.status, 200) << answer.body;
        const auto list = json::parse(answer.body);
        EXPECT_TRUE(list && list->array() != nullptr) << answer.body;
        return *list->array();
    }
    http::Response update(const std::string& id, std::string body, const std::string& who = "mottak") {
        return receive("PATCH", "/api/svarinn/v2/forsendelser/" + id + "/status", std::move(body), who);
    }
};
EACH_DATABASE(SvarinnV2);

} // namespace

TEST_P(SvarinnV2, T15_WhatWaitsIsListedInTheSpellingOfV2) {
    open_receiver("mottak", post::receivers_key().certificate_pem);
    EXPECT_TRUE(waiting().empty());
    const auto id = sent_to_organisation(
        "Byggesak", R"(,"eksternReferanse":"ref-1","avgivendeSystem":"Sak","metadataFraAvleverendeSystem":)"
                    R"({"saksSekvensNummer":12,"saksBehandler":"Ola","journalDato":1772614800000,"ekstraMetadata":)"
                    R"([{"key":"1 nøkkel","value":"v"}]},"metadataForImport":{"saksAar":2025,"tittel":"T"},)"
                    R"("lenker":[{"urlLenke":"https://a.example/","urlTekst":"Les","ledeTekst":"Om"}])");
    const auto list = waiting();
    ASSERT_EQ(list.size(), 1U);
    const auto& first = list.front();
    EXPECT_EQ(first.text_of("id"), id);
    EXPECT_EQ(first.text_of("sikkerhetsniva"), "BETYDELIG");
    EXPECT_EQ(first.text_of("eksternRef"), "ref-1");
    EXPECT_EQ(first.text_of("dato"), "2026-03-04T09:00:00.000Z");
    EXPECT_EQ(first.find("status"), nullptr);
    EXPECT_EQ(first.find("mottaker")->text_of("organisasjonsnummer"), "971032146");
    EXPECT_EQ(first.find("mottaker")->text_of("postnummer"), "0010");
    EXPECT_NE(first.find("svarSendesTil")->object(), nullptr);
    const auto& noark = *first.find("metadataFraAvleverendeSystem");
    EXPECT_EQ(noark.integer_of("sakssekvensnummer"), 12);
    EXPECT_EQ(noark.integer_of("saksaar", -1), 0);
    EXPECT_EQ(noark.text_of("saksbehandler"), "Ola");
    EXPECT_EQ(noark.text_of("journaldato"), "2026-03-04T09:00:00.000Z");
    EXPECT_EQ(noark.find("virksomhetsspesifikkeMetadata")->array()->front().text_of("key"), "__nøkkel");
    const auto& import = *first.find("metadataForImport");
    EXPECT_EQ(import.find("mappeId")->integer_of("saksaar"), 2025);
    EXPECT_NE(import.find("journalpostId")->object(), nullptr);
    EXPECT_EQ(import.text_of("tittel"), "T");
    const auto& files = *first.find("filer")->array();
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].text_of("filnavn"), "først.pdf");
    EXPECT_EQ(files[0].text_of("mimeType"), "application/pdf");
    EXPECT_EQ(files[0].text_of("hash").size(), 64U);
    EXPECT_EQ(files[0].integer_of("storrelse"), static_cast<std::int64_t>(post::pdf_saying("en").size()));
    EXPECT_EQ(first.find("lenker")->array()->front().text_of("lenke"), "https://a.example/");
}

TEST_P(SvarinnV2, BothAddressesServeAndTheLinkStaysUnderTheOneAskedFor) {
    open_receiver("mottak", post::receivers_key().certificate_pem);
    for (const std::string before : {"/api", "/tjenester"}) {
        const auto id = sent_to_organisation("Byggesak under " + before);
        const auto list = waiting(before);
        ASSERT_EQ(list.size(), 1U);
        const auto path = before + "/svarinn/v2/forsendelser/" + id;
        EXPECT_TRUE(list.front().text_of("nedlastingslenke").ends_with(path));
        const auto fetched = receive("GET", path);
        EXPECT_EQ(fetched.status, 200);
        EXPECT_EQ(fetched.content_type, "application/zip");
        EXPECT_TRUE(crypto::cms_decrypt(fetched.body, post::receivers_key()));
        EXPECT_EQ(receive("PATCH", path + "/status", R"({"status":"MOTTATT"})").status, 200);
        EXPECT_EQ(status_of(id), "LEST");
    }
}

TEST_P(SvarinnV2, AFailureForNowLeavesItAndOneForGoodSendsItOnwards) {
    open_receiver("mottak", post::receivers_key().certificate_pem);
    const auto id = sent_to_organisation("Byggesak");
    const auto failed = [&](std::string_view permanent) {
        return update(
            id, fmt::format(R"({{"status":"FEILET","feil":{{"feilmelding":"Full disk","permanent":{}}}}})", permanent));
    };
    EXPECT_EQ(failed("false").status, 200);
    EXPECT_EQ(waiting().size(), 1U);
    EXPECT_EQ(failed("true").status, 200);
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ(status_of(id), "VARSLET");
}

TEST_P(SvarinnV2, ErrorsAreThoseOfFiksAndNobodySeesTheOthersPost) {
    open_receiver("mottak", post::receivers_key().certificate_pem);
    open_receiver("annet", post::receivers_key().certificate_pem, "Byggesøknad");
    const auto id = sent_to_organisation("Byggesak");
    const auto is_told = [](const http::Response& answer, int status, std::string_view code, std::string_view words) {
        EXPECT_EQ(answer.status, status) << answer.body;
        const auto said = json::parse(answer.body);
        EXPECT_EQ(said->text_of("errorCode"), code) << answer.body;
        EXPECT_NE(said->text_of("message").find(words), std::string_view::npos) << answer.body;
    };
    is_told(update(id, R"({"status":"LEST"})"), 400, "CONTENT_FAULTY", "status: Velg en av disse: MOTTATT, FEILET");
    is_told(update(id, R"({"status":"FEILET"})"), 400, "CONTENT_FAULTY", "feil.permanent:");
    is_told(update(id, R"({"status":"MOTTATT"})", "annet"), 404, "DISPATCH_NOT_FOUND", "");
    is_told(receive("GET", "/api/svarinn/v2/forsendelser/" + id, {}, "annet"), 404, "DISPATCH_NOT_FOUND", "");
    is_told(receive("GET", "/api/svarinn/v2/forsendelser", {}, "avsender"), 403, "RIGHT_MISSING", "");
    const auto nobody = ask("GET", "/api/svarinn/v2/forsendelser", {}, {}, "");
    is_told(nobody, 401, "NOT_LOGGED_IN", "");
    EXPECT_TRUE(nobody.header("www-authenticate")->starts_with("Basic "));
}
