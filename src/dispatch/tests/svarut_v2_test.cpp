// The contract of SvarUt REST v2, trap by trap.
#include "dispatch/domain/errors.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>
#include <set>

using post::file;
using post::metadata;
using post::Part;

namespace {

class SvarutV2 : public post::Office {
protected:
    SvarutV2() : account{open_account("saksbehandling")}, integration{open_integration({account})} {}

    [[nodiscard]] std::string konto() const { return "/api/v2/kontoer/" + account.to_string() + "/forsendelser"; }
    static std::string letter_of_v2(std::string_view title, std::string_view more = {}) {
        return fmt::format(R"({{"tittel":"{}","mottaker":{{"navn":"Kari Eksempel","digitalId":"{}","adresselinje1":)"
                           R"("Gata 1","postnummer":"0010","poststed":"OSLO"}},"dokumenter":[{{"filnavn":"brev.pdf",)"
                           R"("mimeType":"application/pdf"}}]{}}})",
                           title, post::kari, more);
    }
    http::Response asked(std::string_view method, const std::string& path, std::string body = {}) {
        return ask(method, path, std::move(body), "*/*", "", integration_headers(integration));
    }
    http::Response posted(const std::string& json, const std::string& path) {
        return ask("POST", path, post::multipart({metadata(json), file("brev.pdf")}), post::multipart_type, "",
                   integration_headers(integration));
    }
    std::string accepted(const std::string& json) {
        const auto answer = posted(json, konto());
        EXPECT_EQ(answer.status, 200) << answer.body;
        return std::string{read(answer).text_of("id")};
    }
    static json::Value read(const http::Response& answer) {
        const auto value = json::parse(answer.body);
        EXPECT_TRUE(value) << answer.body;
        return value ? *value : json::Value{};
    }
    json::Array listed(const std::string& path, std::string_view member) {
        const auto answer = asked("GET", path);
        EXPECT_EQ(answer.status, 200) << answer.body;
        const auto value = read(answer);
        const auto* list = value.find(member);
        return list == nullptr || list->array() == nullptr ? json::Array{} : *list->array();
    }
    static std::set<std::string> members(const json::Value& value) {
        std::set<std::string> names;
        for (const auto& member : *value.object()) {
            names.insert(member.name);
        }
        return names;
    }
    static void is_refused(const http::Response& answer, int status, std::string_view code, std::string_view words) {
        EXPECT_EQ(answer.status, status) << answer.body;
        EXPECT_EQ(read(answer).text_of("errorCode"), code) << answer.body;
        EXPECT_NE(read(answer).text_of("message").find(words), std::string_view::npos) << answer.body;
    }
    std::string status_in(const std::string& id) {
        const auto answer = asked("POST", konto() + "/status-sok", R"({"forsendelseIds":[")" + id + R"("]})");
        const auto said = read(answer);
        const auto& list = *said.find("statuser")->array();
        return list.empty() ? "none" : std::string{list.front().text_of("status")};
    }

    dispatch::AccountId account;
    std::string integration;
};
EACH_DATABASE(SvarutV2);

} // namespace

TEST_P(SvarutV2, AskingForStatusesNeedsTheFieldThatNamesThem) {
    const auto ask_for = [&](const std::string& body) { return asked("POST", konto() + "/status-sok", body); };
    is_refused(ask_for(R"({"forsendelseIder":[]})"), 400, "CONTENT_FAULTY", "forsendelseIds: Fyll ut feltet.");
    std::string ids = R"("x")";
    for (int i = 0; i < 1000; ++i)
        ids += R"(,"x")";
    is_refused(ask_for(R"({"forsendelseIds":[)" + ids + "]}"), 400, "CONTENT_FAULTY",
               "forsendelseIds: Tallet kan være");
}

TEST_P(SvarutV2, T1_AnswersHoldTheMembersOfTheSchemaAndNoOthers) {
    const auto id = accepted(letter_of_v2("Vedtak", R"(,"eksternReferanse":"sak 7","avgivendeSystem":"Sak")"));
    const auto answer = asked("POST", konto() + "/status-sok", R"({"forsendelseIds":[")" + id + R"("]})");
    const auto statuses = read(answer);
    EXPECT_EQ(members(statuses), (std::set<std::string>{"statuser"}));
    EXPECT_EQ(members(statuses.find("statuser")->array()->front()),
              (std::set<std::string>{"id", "sisteStatusEndring", "status"}));
    EXPECT_EQ(listed(konto() + "?eksternRef=sak%207", "forsendelseIds").front().text()->c_str(), id);
    EXPECT_EQ(members(listed(konto() + "/metadata?eksternRef=sak%207", "forsendelser").front()),
              (std::set<std::string>{"id", "dato", "avgivendeSystem", "status"}));
    const auto of_one = "/api/v2/forsendelser/" + id;
    EXPECT_EQ(members(listed(of_one + "/hendelser", "hendelser").front()),
              (std::set<std::string>{"tidspunkt", "hendelse"}));
    EXPECT_EQ(members(listed(of_one + "/metadata", "dokumenter").front()),
              (std::set<std::string>{"filnavn", "mimeType", "dokumentType", "storrelse", "sha256Hash", "nedlasningUrl",
                                     "kanSigneres", "ekstraMetadata", "inneholderPersonsensitivInformasjon"}));
    EXPECT_EQ(listed("/api/v2/forsendelsestyper", "forsendelsestyper").size(), 5U);
}

TEST_P(SvarutV2, T2_OnlyStatusesOfV2AreEverTold) {
    const auto id = accepted(letter_of_v2("Vedtak", R"(,"eksternReferanse":"r")"));
    EXPECT_EQ(status_in(id), "MOTTATT");
    work();
    EXPECT_EQ(status_in(id), "VARSLET");
    // The newest edition of the look-up by reference has the statuses of v3, where the client chooses.
    EXPECT_EQ(listed(konto() + "/metadata?eksternRef=r", "forsendelser").front().text_of("status"), "AKSEPTERT");
}

TEST_P(SvarutV2, T3_ASlashAtTheEndIsTakenWithoutARedirection) {
    EXPECT_EQ(posted(letter_of_v2("Uten"), konto()).status, 200);
    EXPECT_EQ(posted(letter_of_v2("Med"), konto() + "/").status, 200);
}

TEST_P(SvarutV2, T5_SuccessHasExactlyTheCodeThatClientsCheck) {
    const auto id = accepted(letter_of_v2("Vedtak"));
    work();
    const auto of_one = "/api/v2/forsendelser/" + id;
    const auto read_at = to_string(world.clock.now() + std::chrono::hours{1});
    world.clock.advance(std::chrono::hours{3});
    const auto read_by = fmt::format(R"({{"fnr":"{}","tidspunkt":"{}"}})", post::kari, read_at);
    const auto marked = asked("POST", of_one + "/lest", read_by);
    EXPECT_EQ(marked.status, 204) << marked.body;
    EXPECT_EQ(status_in(id), "LEST");
    EXPECT_EQ(listed(of_one + "/hendelser", "hendelser").back().text_of("hendelse"),
              "Lest i et eksternt system (4. mars 2026 kl. 11.00)");
    is_refused(asked("DELETE", of_one + "/dokumenter?slettetype=NOE"), 400, "CONTENT_FAULTY", "ORIGINALDOKUMENTER");
    EXPECT_EQ(asked("DELETE", of_one + "/dokumenter").status, 204);
    EXPECT_EQ(asked("DELETE", of_one + "/dokumenter?slettetype=ALLE").status, 204);
    EXPECT_FALSE(stored(id)->wrapped_key);
    EXPECT_EQ(status_in(id), "LEST");
    EXPECT_TRUE(listed(of_one + "/metadata", "dokumenter").empty());
    EXPECT_TRUE(listed(of_one + "/signeringshendelser", "hendelser").empty());
    is_refused(asked("POST", of_one + "/lest", "{}"), 400, "CONTENT_FAULTY", "fnr:");
}

TEST_P(SvarutV2, T9_TimesAreWrittenWithDateAndOffset) {
    const auto id = accepted(letter_of_v2("Vedtak"));
    const auto first = listed("/api/v2/forsendelser/" + id + "/hendelser", "hendelser").front();
    EXPECT_EQ(first.text_of("tidspunkt"), "2026-03-04T09:00:00.000Z");
    EXPECT_EQ(first.text_of("hendelse"), "Mottatt, og tildelt forsendelse-id");
}

TEST_P(SvarutV2, T11_TownAndPostalCodeMayBeSwapped) {
    auto swapped = letter_of_v2("Byttet");
    swapped.replace(swapped.find("\"0010\""), 6, "\"Oslo\"");
    accepted(swapped);
}

TEST_P(SvarutV2, T14_ARepetitionIsToldInTheWordsThatClientsKnow) {
    accepted(letter_of_v2("Vedtak"));
    is_refused(posted(letter_of_v2("Vedtak"), konto()), 400, "GJENTAGENDE_FORSENDELSE",
               "Forsendelse med samme mottaker, tittel og avsender");
}

TEST_P(SvarutV2, T15_CaseMetadataIsReadInTheSpellingOfV2) {
    const auto id = accepted(letter_of_v2(
        "Sak",
        R"(,"metadataFraAvleverendeSystem":{"sakssekvensnummer":7,"saksSekvensNummer":8,"journalpostnummer":3,)"
        R"("journaldato":"2026-03-04T09:00:00Z","mappeSystemId":"m"},"metadataForImport":{"registreringsId":"r"})"));
    const auto envelope = *dispatch::open_envelope(office, *stored(id));
    EXPECT_EQ(envelope.from_archive->sakssekvensnummer, 7);
    EXPECT_EQ(envelope.from_archive->journalpostnummer, 3);
    EXPECT_EQ(envelope.from_archive->mappe_system_id, "m");
    EXPECT_EQ(envelope.for_import->registrerings_id, "r");
}

TEST_P(SvarutV2, AllThatSendersTellComesThrough) {
    const auto id = accepted(letter_of_v2(
        "Alt", R"(,"avgivendeSystem":null,"avgivendeSystemAktor":"Ola","eksponertFor":["971032146"],"konteringskode":)"
               R"("k_1","utskriftskonfigurasjon":{"utskriftMedFarger":true,"tosidig":true},"korrelasjonsid":"g",)"
               R"("svarPaForsendelse":"7c9e6679-7425-40de-944b-e07fc1f90ae7","svarPaForsendelseLink":true,)"
               R"("svarSendesTil":{"navn":"Kommunen","digitalId":"971032146","poststed":"OSLO","postnummer":"0010"},)"
               R"("lenker":[{"url":"https://kommunen.example/","tekst":"Les mer","ledetekst":"Om saken"}])"));
    const auto envelope = *dispatch::open_envelope(office, *stored(id));
    EXPECT_EQ(envelope.sending_system, "");
    EXPECT_EQ(envelope.sending_actor, "Ola");
    EXPECT_EQ(envelope.exposed_to.front().organisation_number, "971032146");
    EXPECT_TRUE(envelope.prints_in_colour && envelope.prints_on_both_sides && envelope.can_be_replied_to);
    EXPECT_EQ(envelope.reply_to->organisation_number, "971032146");
    EXPECT_EQ(envelope.reply_to_dispatch, "7c9e6679-7425-40de-944b-e07fc1f90ae7");
    EXPECT_EQ(envelope.links.front().lead, "Om saken");
}

TEST_P(SvarutV2, FaultsAreToldInTheWordsOfV2) {
    const auto answer = posted(R"({"mottaker":{"navn":"","digitalId":"123"},"svarPaForsendelse":"x","dokumenter":[)"
                               R"({"filnavn":"brev.pdf"}]})",
                               konto());
    const std::string message{read(answer).text_of("message")};
    for (const auto* place : {"tittel:", "mottaker.navn:", "mottaker.digitalId:", "mottaker.poststed:",
                              "mottaker.postnummer:", "svarPaForsendelse:", "dokumenter.0.mimeType:"}) {
        EXPECT_NE(message.find(place), std::string::npos) << place << " in " << message;
    }
    is_refused(asked("GET", konto()), 400, "CONTENT_FAULTY", "eksternRef:");
    is_refused(asked("GET", "/api/v2/mottakersystem?organisasjonsnummer=1&forsendelseType=a..b&niva=x"), 400,
               "CONTENT_FAULTY", "3 feil");
    for (const auto& type :
         {std::string{".a"}, std::string{"a."}, std::string{"a b"}, std::string{"ä"}, std::string(101, 'a')})
        EXPECT_EQ(asked("GET", "/api/v2/mottakersystem?forsendelseType=" + type).status, 400) << type;
    for (const auto& type : {std::string{"Byggesøknad.Ærlig.2"}, std::string(100, 'a')})
        EXPECT_EQ(asked("GET", "/api/v2/mottakersystem?forsendelseType=" + type).status, 200) << type;
}

TEST_P(SvarutV2, ARequestForASignatureIsFollowed) {
    auto letter = letter_of_v2(
        "Signer", R"(,"signeringUtloper":"2026-03-20T12:00:00Z","signaturType":"AUTENTISERT_SIGNATUR","svarSendesTil":)"
                  R"({"navn":"Kommunen","digitalId":"971032146","poststed":"OSLO","postnummer":"0010"})");
    letter.insert(letter.find(R"("mimeType")"), R"("skalSigneres":true,)");
    const auto path = "/api/v2/forsendelser/" + accepted(letter) + "/signeringshendelser";
    const auto begun = listed(path, "hendelser");
    ASSERT_EQ(begun.size(), 1U);
    EXPECT_EQ(begun.front().text_of("status"), "VENTER_SIGNERING");
    EXPECT_EQ(begun.front().text_of("hendelse"),
              "Signeringsoppdrag av type AUTENTISERT_SIGNATUR registrert og utløper 20.03.2026");
    world.clock.advance(std::chrono::days{17});
    EXPECT_EQ(listed(path, "hendelser").back().text_of("status"), "UTLOPT");
}

TEST_P(SvarutV2, ReceiversAreFoundByNumberTypeAndLevel) {
    open_receiver("mottak", "certificate", "Byggesøknad", 3);
    const auto path = std::string{"/api/v2/mottakersystem?organisasjonsnummer=971032146"};
    const auto found = listed(path + "&forsendelseType=Byggesøknad&niva=3", "mottakersystemer");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().text_of("navn"), "mottak");
    EXPECT_EQ(found.front().integer_of("niva"), 3);
    EXPECT_TRUE(listed(path + "&niva=4", "mottakersystemer").empty());
}

TEST_P(SvarutV2, WhatIsAnotherAccountsIsNotThere) {
    const auto id = sent("En annens"); // By the account that logs in by name.
    for (const auto* rest : {"/hendelser", "/signeringshendelser", "/metadata"}) {
        is_refused(asked("GET", "/api/v2/forsendelser/" + id + rest), 404, "DISPATCH_NOT_FOUND", "");
        is_refused(asked("GET", std::string{"/api/v2/forsendelser/ikke-en-id"} + rest), 404, "DISPATCH_NOT_FOUND", "");
    }
    is_refused(asked("DELETE", "/api/v2/forsendelser/" + id + "/dokumenter"), 404, "DISPATCH_NOT_FOUND", "");
    EXPECT_EQ(status_in(id), "none");
}

TEST_P(SvarutV2, TheSameKeyNeverSendsTwice) {
    const auto with_key = [&](std::string_view title) {
        auto headers = integration_headers(integration);
        headers.emplace_back("idempotency-key", "jobb-7");
        return ask("POST", konto(), post::multipart({metadata(letter_of_v2(title)), file("brev.pdf")}),
                   post::multipart_type, "", headers);
    };
    const auto first = with_key("Med nøkkel");
    ASSERT_EQ(first.status, 200) << first.body;
    world.clock.advance(std::chrono::hours{48});
    EXPECT_EQ(with_key("Med nøkkel").body, first.body);
    EXPECT_EQ(with_key("Noe annet").status, 400);
}

TEST_P(SvarutV2, AMissingRightIsToldApartFromAMissingToken) {
    const auto foreign = open_account("fremmed");
    const auto path = "/api/v2/kontoer/" + foreign.to_string() + "/forsendelser";
    EXPECT_EQ(posted(letter_of_v2("Fremmed"), path).status, 403);
    EXPECT_EQ(ask("POST", path, "{}", "*/*", "", {}).status, 401);
}
