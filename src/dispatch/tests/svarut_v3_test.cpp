// The contract of SvarUt REST v3, trap by trap.
#include "dispatch/actions/settle.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/svarut_v3.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>
#include <set>

using dispatch::StatusWords;
using post::file;
using post::metadata;
using post::Part;

namespace {

class SvarutV3 : public post::Office {
protected:
    SvarutV3() : account{open_account("saksbehandling")}, integration{open_integration({account})} {}

    [[nodiscard]] std::string path(std::string_view rest) const {
        return fmt::format("/api/v3/kontoer/{}/forsendelser/{}", account.to_string(), rest);
    }
    static std::string to_person(std::string_view title, std::string_view more = {}) {
        return fmt::format(R"({{"tittel":"{}","mottaker":{{"navn":"Kari Eksempel","digitalId":"{}","adresse":{{)"
                           R"("adresselinje1":"Gata 1","postnummer":"0010","poststed":"OSLO"}}}},)"
                           R"("dokumenter":[{{"filnavn":"brev.pdf","mimeType":"application/pdf"}}]{}}})",
                           title, post::kari, more);
    }
    static std::string to_organisation(std::string_view title, std::string_view more = {}) {
        auto text = to_person(title, more);
        text.replace(text.find(post::kari), post::kari.size(), "971032146");
        return text;
    }
    http::Response posted(const std::string& where, const std::vector<Part>& parts, const std::string& who = {}) {
        return ask("POST", where, post::multipart(parts), post::multipart_type, "",
                   integration_headers(who.empty() ? integration : who));
    }
    http::Response sent_to(std::string_view kind, const std::string& json) {
        return posted(path(kind), {metadata(json), file("brev.pdf")});
    }
    std::string accepted(std::string_view kind, const std::string& json) {
        const auto answer = sent_to(kind, json);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return std::string{read(answer).text_of("id")};
    }
    http::Response asked(std::string_view body, const std::string& who = {}) {
        return ask("POST", path("status/sok"), std::string{body}, "*/*", "",
                   integration_headers(who.empty() ? integration : who));
    }
    std::string status_in(const std::string& id, const std::string& who = {}) {
        const auto answer = read(asked(R"({"id":[")" + id + R"("]})", who));
        const auto* list = answer.find("statuser");
        if (list == nullptr || list->array()->empty()) return "none";
        return std::string{list->array()->front().text_of("status")};
    }
    static json::Value read(const http::Response& answer) {
        const auto value = json::parse(answer.body);
        EXPECT_TRUE(value) << answer.body;
        return value ? *value : json::Value{};
    }
    dispatch::Envelope envelope_of(const std::string& id) { return *dispatch::open_envelope(office, *stored(id)); }
    static void is_refused(const http::Response& answer, int status, std::string_view code, std::string_view words) {
        EXPECT_EQ(answer.status, status) << answer.body;
        const auto said = read(answer);
        EXPECT_EQ(said.integer_of("status"), status);
        EXPECT_EQ(said.text_of("errorCode"), code) << answer.body;
        EXPECT_NE(said.text_of("message").find(words), std::string_view::npos) << answer.body;
    }

    dispatch::AccountId account;
    std::string integration;
};
EACH_DATABASE(SvarutV3);

} // namespace

TEST_P(SvarutV3, AnIntegrationSendsToPersonsOrganisationsAndOnPaper) {
    const auto person = accepted("person", to_person("Vedtak", R"(,"avgivendeSystem":"Sak","korrelasjonsid":"k-1",)"
                                                               R"("avgivendeSystemAktor":"Ola","eksponertFor":)"
                                                               R"(["971032146"])"));
    const auto to_kari = envelope_of(person);
    EXPECT_EQ(to_kari.recipient.identity_number, post::kari);
    EXPECT_EQ(to_kari.correlation_id, "k-1");
    EXPECT_EQ(to_kari.sending_actor, "Ola");
    EXPECT_EQ(to_kari.exposed_to.front().organisation_number, "971032146");

    const auto organisation =
        accepted("organisasjon", to_organisation("Søknad", R"(,"forsendelsestype":"Byggesøknad")"));
    EXPECT_EQ(envelope_of(organisation).recipient.organisation_number, "971032146");
    EXPECT_EQ(envelope_of(organisation).dispatch_type, "Byggesøknad");

    const auto paper = accepted("print", to_person("Brev", R"(,"utskriftskonfigurasjon":{"tosidig":true})"));
    EXPECT_FALSE(envelope_of(paper).recipient.is_digital());
    EXPECT_TRUE(envelope_of(paper).prints_on_both_sides);
    work();
    EXPECT_EQ(stored(paper)->channel, dispatch::Channel::print);
}

TEST_P(SvarutV3, T2_EachClientIsToldOnlyStatusesThatItsEditionKnows) {
    const auto older = open_integration({account}, "971032146", StatusWords::older);
    const auto newest = open_integration({account}, "971032146", StatusWords::newest);
    const auto id = accepted("person", to_person("Vedtak"));
    EXPECT_EQ(status_in(id), "MOTTATT");
    work();
    EXPECT_EQ(status_in(id), "AKSEPTERT");
    EXPECT_EQ(status_in(id, older), "VARSLET");
    EXPECT_EQ(status_in(id, newest), "LEVERT_ALTINN");
    const std::set<std::string_view> in_all_editions{
        "MOTTATT", "AKSEPTERT", "AVVIST",         "FEILET_UNDER_MOTTAK", "KLAR_FOR_MOTTAK",  "LEST",
        "PRINTET", "SLETTET",   "SENDT_DIGITALT", "SENDT_PRINT",         "MANUELT_HANDTERT", "IKKE_LEVERT"};
    for (int i = 0; i <= static_cast<int>(dispatch::Status::handled_manually); ++i) {
        const auto status = static_cast<dispatch::Status>(i);
        EXPECT_TRUE(in_all_editions.contains(dispatch::svarut_v3::wire_status(status, false, StatusWords::common)));
    }
    using dispatch::svarut_v3::wire_status;
    EXPECT_EQ(wire_status(dispatch::Status::failed_in_reception, false, StatusWords::older), "FEILET_UNDER_MOTTAK");
    EXPECT_EQ(wire_status(dispatch::Status::read, true, StatusWords::common), "SLETTET");
}

TEST_P(SvarutV3, T4_TheFirstPartIsTheLetterWhateverItIsCalled) {
    const Part plain{"Content-Disposition: form-data; name=\"forsendelse\"\r\nContent-Type: text/plain;charset=UTF-8",
                     to_person("Tekst")};
    const Part numbered{"content-disposition: form-data; name=\"filer_0\"; filename=\"brev.pdf\"\r\n"
                        "content-type: application/pdf",
                        "%PDF-1 %%EOF"};
    const auto answer = posted(path("person"), {plain, numbered});
    EXPECT_EQ(answer.status, 200) << answer.body;
}

TEST_P(SvarutV3, T7_ErrorsHaveTheMembersOfFiksAndNeverErrorJson) {
    const auto answer = sent_to("person", "{}");
    is_refused(answer, 400, "CONTENT_FAULTY", "mottaker.digitalId");
    const auto said = read(answer);
    EXPECT_EQ(said.find("errorJson"), nullptr);
    EXPECT_EQ(said.text_of("error"), "Bad Request");
    EXPECT_EQ(said.integer_of("timestamp"), 1772614800000);
    EXPECT_TRUE(Uuid::parse(said.text_of("errorId"))) << answer.body;
    EXPECT_EQ(said.text_of("path"), path("person"));
}

TEST_P(SvarutV3, T9_TimesAreWrittenWithDateAndOffset) {
    const auto id = accepted("person", to_person("Vedtak"));
    const auto answer = asked(R"({"id":[")" + id + R"(","01890000-0000-7000-8000-000000000000","nei"]})");
    EXPECT_EQ(answer.status, 200);
    const auto said = read(answer);
    const auto& list = *said.find("statuser")->array();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list.front().text_of("sisteStatusEndring"), "2026-03-04T09:00:00.000Z");
    is_refused(asked(R"({"id":[]})"), 400, "CONTENT_FAULTY", "id: Fyll ut feltet.");
}

TEST_P(SvarutV3, T10_OlderNamesAreTakenAndTheTypeOfTheReplyIsSeenFromItsNumber) {
    const auto reply = [](std::string_view more) {
        return fmt::format(
            R"(,"svarSendesTil":{{"navn":"Kommunen","digitalId":"971032146","adresse":{{"adresselinje1":)"
            R"("Torget 1","poststed":"BERGEN","postnummer":"5003","land":"Norge"}}{}}})",
            more);
    };
    const auto older = accepted("person", to_person("Eldre", reply("") + R"(,"kanSvarePaaForsendelse":true)"));
    EXPECT_TRUE(envelope_of(older).can_be_replied_to);
    EXPECT_EQ(envelope_of(older).reply_to->organisation_number, "971032146");
    EXPECT_EQ(envelope_of(older).reply_to->address.country, "Norge");
    const auto newer =
        accepted("person", to_person("Nyere", reply(R"(,"type":"ORGANISASJON")") + R"(,"kanSvareViaEdialog":true)"));
    EXPECT_TRUE(envelope_of(newer).can_be_replied_to);
    is_refused(sent_to("person", to_person("Feil", reply(R"(,"type":"FIRMA")"))), 400, "CONTENT_FAULTY",
               "svarSendesTil.type: Velg en av disse: PERSON, ORGANISASJON, NHN_MOTTAKER");
}

TEST_P(SvarutV3, T11_TownAndPostalCodeMayBeSwapped) {
    auto swapped = to_person("Byttet");
    swapped.replace(swapped.find("\"0010\""), 6, "\"Oslo\"");
    swapped.replace(swapped.find("\"OSLO\""), 6, "\"0192\"");
    accepted("person", swapped);
}

TEST_P(SvarutV3, T14_ARepetitionIsToldInTheWordsThatClientsKnow) {
    accepted("person", to_person("Vedtak"));
    is_refused(sent_to("person", to_person("Vedtak")), 400, "GJENTAGENDE_FORSENDELSE",
               "Forsendelse med samme mottaker, tittel og avsender");
}

TEST_P(SvarutV3, T15_CaseMetadataIsReadInTheSpellingOfV3) {
    const auto id = accepted(
        "organisasjon",
        to_organisation("Sak", R"(,"metadataFraAvleverendeSystem":{"sakssekvensnummer":7,"saksaar":2026,"mappeId":"m",)"
                               R"("journaldato":"2026-03-04T10:00:00+01:00","saksbehandler":"Ola","ekstraMetadata":)"
                               R"([{"key":"a","value":"b"}]},"metadataForImport":{"saksaar":2025})"));
    const auto envelope = envelope_of(id);
    EXPECT_EQ(envelope.from_archive->sakssekvensnummer, 7);
    EXPECT_EQ(envelope.from_archive->mappe_id, "m");
    EXPECT_EQ(envelope.from_archive->saksbehandler, "Ola");
    EXPECT_EQ(to_string(*envelope.from_archive->journaldato), "2026-03-04T09:00:00.000Z");
    EXPECT_EQ(envelope.from_archive->extra.front().value, "b");
    EXPECT_EQ(envelope.for_import->saksaar, 2025);
}

TEST_P(SvarutV3, WhatAKindDoesNotKnowIsPassedOver) {
    const auto person = accepted("person", to_person("Person", R"(,"forsendelsestype":"Finnes ikke","nytt":{"a":1},)"
                                                               R"("metadataForImport":{"saksaar":1},"lenker":null)"));
    EXPECT_EQ(envelope_of(person).dispatch_type, "");
    EXPECT_FALSE(envelope_of(person).for_import);
    const auto paper =
        accepted("print", to_person("Papir", R"(,"kunDigitalLevering":true,"sikkerhetsniva":"HOYESTE")"));
    EXPECT_FALSE(envelope_of(paper).is_digital_only);
}

TEST_P(SvarutV3, EveryFaultIsToldAtOnce) {
    const auto answer = sent_to(
        "organisasjon",
        fmt::format(R"({{"tittel":" ","mottaker":{{"navn":"{}","adresse":{{"poststed":"{}","landkode":"Norge"}}}},)"
                    R"("sikkerhetsniva":"4","forsendelsestype":"Ukjent","avgivendeSystemAktor":"{}","svarSendesTil":)"
                    R"({{"navn":"X"}},"metadataForImport":{{"saksaar":26,"sakssekvensnummer":0}},"dokumenter":[)"
                    R"({{"filnavn":"brev.pdf","mimeType":"application/pdf","dokumentType":"{}","giroarkSide":0,)"
                    R"("ekstraMetadata":[{{"key":"","value":"{}"}}]}}]}})",
                    std::string(101, 'n'), std::string(71, 'p'), std::string(101, 'a'), std::string(101, 'd'),
                    std::string(501, 'v')));
    EXPECT_EQ(answer.status, 400);
    const std::string message{read(answer).text_of("message")};
    for (const auto* place :
         {"tittel:", "mottaker.digitalId:", "mottaker.navn:", "mottaker.adresse.adresselinje1:",
          "mottaker.adresse.poststed:", "mottaker.adresse.landkode:", "sikkerhetsniva: Velg en av disse: BETYDELIG",
          "forsendelsestype: Velg en av disse: Byggesøknad",
          "avgivendeSystemAktor:", "svarSendesTil.digitalId:", "svarSendesTil.adresse.adresselinje1:",
          "metadataForImport.saksaar:", "metadataForImport.sakssekvensnummer:", "dokumenter.0.dokumentType:",
          "dokumenter.0.giroarkSide:", "dokumenter.0.ekstraMetadata.0.key:", "dokumenter.0.ekstraMetadata.0.value:"}) {
        EXPECT_NE(message.find(place), std::string::npos) << place << " in " << message;
    }
}

TEST_P(SvarutV3, NothingGoesToTheHealthServicesAndEveryFaultIsToldAllTheSame) {
    const auto answer = sent_to("nhn", R"({"tittel":"Epikrise","mottakertype":"HER_ID","pasient":{"fornavn":"Kari"}})");
    is_refused(answer, 400, "CONTENT_FAULTY", "HER-id");
    const std::string message{read(answer).text_of("message")};
    for (const auto* place : {"mottakerHerId:", "avsenderKontakt.fornavn:", "avsenderKontakt.telefonnummer:",
                              "pasient.etternavn:", "pasient.fodselsnummer:"}) {
        EXPECT_NE(message.find(place), std::string::npos) << place << " in " << message;
    }
    EXPECT_EQ(message.find("dokumenter"), std::string::npos);
    // dispatch.health_network_missing is what stays when all else is right.
    const auto whole =
        sent_to("nhn", fmt::format(R"({{"tittel":"Epikrise","mottakertype":"FASTLEGE","avsenderKontakt":)"
                                   R"({{"fornavn":"A","etternavn":"B","telefonnummer":"22222222"}},)"
                                   R"("pasient":{{"fodselsnummer":"{}","fornavn":"K","etternavn":"E"}}}})",
                                   post::kari));
    is_refused(whole, 400, "CONTENT_FAULTY", "Ugyldig innhold: 1 feil");
}

TEST_P(SvarutV3, WhatWasDestroyedIsToldAsDeletedWithItsOwnTime) {
    const auto id = accepted("person", to_person("Vedtak"));
    work();
    world.clock.advance(std::chrono::hours{1});
    const auto number = *dispatch::DispatchId::parse(id);
    const auto done = world.database->write([&](db::Transaction& transaction) -> Result<void> {
        const dispatch::Settling settling{transaction, office, world.system, world.clock.now()};
        TRY(dispatch::mark_read(settling, *TRY(dispatch::store::find(transaction, number)),
                                dispatch::HappeningKind::read, {}));
        return dispatch::destroy_contents(settling, {number}, account);
    });
    ASSERT_TRUE(done) << describe(done.error());
    const auto said = read(asked(R"({"id":[")" + id + R"("]})"));
    const auto& one = said.find("statuser")->array()->front();
    EXPECT_EQ(one.text_of("status"), "SLETTET");
    EXPECT_EQ(one.text_of("sisteStatusEndring"), "2026-03-04T10:00:00.000Z");
}

// --- Who may ---

TEST_P(SvarutV3, ATokenThatDoesNotHoldIsToldApartFromAnIntegrationThatIsNotKnown) {
    const auto refused = [&](const std::string& who, const std::string& with_token, std::string_view with_secret) {
        return ask("POST", path("status/sok"), "{}", "application/json", "",
                   integration_headers(who, with_token, with_secret));
    };
    const auto is_about_token = [](const http::Response& answer, std::string_view code) {
        is_refused(answer, 401, code, "Klarte ikke å validere access_token");
        EXPECT_EQ(answer.header("www-authenticate"), R"(Bearer realm="samband")");
    };
    is_about_token(refused(integration, "a.b.c", post::secret), "TOKEN_MALFORMED");
    is_about_token(refused(integration, token("ks:fiks", "971032146", -1), post::secret), "TOKEN_EXPIRED");
    is_about_token(refused(integration, token("samband:read"), post::secret), "TOKEN_SCOPE_MISSING");
    is_about_token(ask("POST", path("status/sok"), "{}", "application/json", ""), "NOT_LOGGED_IN");

    const auto unknown = std::string{"01890000-0000-7000-8000-000000000000"};
    // dispatch.integration_wrong, in the protocol's capitals.
    const auto is_about_integration = [](const http::Response& answer, const std::string& id) {
        is_refused(answer, 401, "INTEGRATION_WRONG", "Autentisering feilet for integrasjon med id " + id);
    };
    is_about_integration(refused(unknown, token(), post::secret), unknown);
    is_about_integration(refused("ikke-en-id", token(), post::secret), "ikke-en-id");
    is_about_integration(refused(integration, token(), "feil passord"), integration);
    is_about_integration(refused(integration, token("ks:fiks", "964338531"), post::secret), integration);
}

TEST_P(SvarutV3, TheDoorShutsAfterManyWrongPasswords) {
    for (int i = 0; i < 6; ++i) {
        ask("POST", path("status/sok"), "{}", "", "", integration_headers(integration, {}, "feil"));
    }
    const auto shut = asked(R"({"id":["x"]})");
    EXPECT_EQ(shut.status, 429) << shut.body;
    EXPECT_TRUE(shut.header("retry-after"));
    world.clock.advance(std::chrono::minutes{15});
    EXPECT_EQ(asked(R"({"id":["x"]})").status, 200);
}

TEST_P(SvarutV3, RightsAreForEachAccount) {
    const auto other = open_account("en annen");
    const auto id = accepted("person", to_person("Vedtak"));
    const auto elsewhere = fmt::format("/api/v3/kontoer/{}/forsendelser/", other.to_string());
    is_refused(posted(elsewhere + "person", {metadata(to_person("Nei")), file("brev.pdf")}), 403, "RIGHT_MISSING", "");
    is_refused(posted("/api/v3/kontoer/ikke-en-id/forsendelser/person", {metadata(to_person("Nei"))}), 403,
               "RIGHT_MISSING", "");
    const auto both = open_integration({account, other});
    EXPECT_EQ(
        read(ask("POST", elsewhere + "status/sok", R"({"id":[")" + id + R"("]})", "", "", integration_headers(both)))
            .find("statuser")
            ->array()
            ->size(),
        0U);
    // A sender's account that logs in by name has no integration, and the other way round.
    is_refused(ask("POST", path("status/sok"), "{}"), 403, "RIGHT_MISSING", "");
    EXPECT_EQ(ask("GET", "/tjenester/api/forsendelse/v1/forsendelseTyper", {}, {}, "", integration_headers(integration))
                  .status,
              403);
}

TEST_P(SvarutV3, TheSameKeyNeverSendsTwice) {
    const auto with_key = [&](std::string_view title) {
        auto headers = integration_headers(integration);
        headers.emplace_back("idempotency-key", "jobb-7");
        return ask("POST", path("person"), post::multipart({metadata(to_person(title)), file("brev.pdf")}),
                   post::multipart_type, "", headers);
    };
    const auto first = with_key("Med nøkkel");
    ASSERT_EQ(first.status, 200) << first.body;
    world.clock.advance(std::chrono::hours{48});
    EXPECT_EQ(with_key("Med nøkkel").body, first.body);
    EXPECT_EQ(with_key("Noe annet").status, 400);
}
