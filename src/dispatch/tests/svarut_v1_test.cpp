// The contract of SvarUt REST v1, trap by trap.
#include "dispatch/domain/checks.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/errors.hpp"
#include "platform/testing/pdf_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <set>

using post::basic;
using post::file;
using post::metadata;
using post::Part;

namespace {

constexpr std::string_view v1 = "/tjenester/api/forsendelse/v1";

class SvarutV1 : public post::Office {
protected:
    static std::string path(std::string_view rest) { return std::string{v1} + std::string{rest}; }
    static json::Value read(const http::Response& answer) {
        const auto value = json::parse(answer.body);
        EXPECT_TRUE(value) << answer.body;
        return value ? *value : json::Value{};
    }
    static std::set<std::string> members(const json::Value& value) {
        std::set<std::string> names;
        if (value.object() == nullptr) return names;
        for (const auto& member : *value.object()) {
            names.insert(member.name);
        }
        return names;
    }
    /// Refused with 400, and a message with this in it.
    static void is_refused(const http::Response& answer, std::string_view errorcode, std::string_view words) {
        EXPECT_EQ(answer.status, 400) << answer.body;
        EXPECT_EQ(read(answer).text_of("errorcode"), errorcode) << answer.body;
        EXPECT_NE(read(answer).text_of("message").find(words), std::string_view::npos) << answer.body;
    }
};
EACH_DATABASE(SvarutV1);

std::string code(const ErrorCode& error) {
    std::string name{error.name.substr(error.name.find('.') + 1)};
    for (auto& letter : name) {
        letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 0x20) : letter;
    }
    return name;
}

} // namespace

TEST_P(SvarutV1, T1_AnswersHoldTheMembersOfTheSchemaAndNoOthers) {
    const auto sent_one = send({metadata(letter("Vedtak", {"a.pdf", "b.pdf"}, R"(,"eksternReferanse":"sak 7")")),
                                file("a.pdf"), file("b.pdf")});
    EXPECT_EQ(members(read(sent_one)), (std::set<std::string>{"id"}));
    const std::string id{read(sent_one).text_of("id")};
    work();

    const auto status = read(ask("GET", path("/" + id + "/status")));
    EXPECT_EQ(members(status), (std::set<std::string>{"forsendelsesId", "sisteStatusEndring", "status"}));
    EXPECT_EQ(members(*status.find("forsendelsesId")), (std::set<std::string>{"id"}));

    const auto documents = read(ask("GET", path("/" + id + "/dokumentMetadata")));
    ASSERT_EQ(members(documents), (std::set<std::string>{"dokumentMetadata"}));
    const auto& first = documents.find("dokumentMetadata")->array()->front();
    EXPECT_EQ(members(first),
              (std::set<std::string>{"mimeType", "filnavn", "kanSigneres", "inneholderPersonsensitivInformasjon",
                                     "sizeInBytes", "sha256hash", "dokumentType", "nedlasningsUrl", "ekstraMetadata"}));
    EXPECT_EQ(first.text_of("filnavn"), "a.pdf");
    EXPECT_EQ(first.text_of("sha256hash").size(), 64U);

    EXPECT_EQ(members(read(ask("GET", path("/" + id + "/historikk")))), (std::set<std::string>{"hendelsesLogger"}));
    EXPECT_EQ(members(read(ask("GET", path("/" + id + "/signeringhistorikk")))),
              (std::set<std::string>{"forsendelsesId", "logg"}));
    EXPECT_EQ(members(read(ask("GET", path("/forsendelseTyper")))), (std::set<std::string>{"forsendelseTyper"}));
    EXPECT_EQ(members(read(ask("GET", path("/mottakersystem/971032146")))), (std::set<std::string>{"treff"}));
    EXPECT_EQ(members(read(ask("GET", path("/mottakersystem?niva=3&forsendelsesType=nav.digisos")))),
              (std::set<std::string>{"treff"}));
    const auto referred = read(ask("GET", path("/eksternref/sak%207")));
    EXPECT_EQ(referred.find("forsendelseIder")->array()->front().text_of("id"), id);
}

TEST_P(SvarutV1, T2_OnlyStatusesOfV1AreEverTold) {
    const auto id = sent("Vedtak");
    EXPECT_EQ(status_of(id), "MOTTATT");
    work();
    EXPECT_EQ(status_of(id), "VARSLET");
    const auto locked =
        send({metadata(letter("Låst")), file("brev.pdf", testing_pdf::locked(post::a_pdf(), "passord"))});
    work();
    const std::string rejected{read(locked).text_of("id")};
    EXPECT_EQ(status_of(rejected), "AVVIST");
    const auto history = ask("GET", path("/" + rejected + "/historikk")).body;
    EXPECT_NE(history.find("beskyttet med passord"), std::string::npos) << history; // dispatch.pdf_locked
}

TEST_P(SvarutV1, T4_PartNamesTypesAndTheMetadatasFileNameDoNotCount) {
    const auto json = [](std::string_view title) { return letter(title, {"en.pdf", "to.pdf"}); };
    const Part named{"Content-Disposition: form-data; name=\"hva som helst\"\r\nContent-Type: application/json",
                     json("Type")};
    const Part plain_text{"Content-Disposition: form-data; name=\"forsendelse\"\r\nContent-Type: "
                          "text/plain;charset=UTF-8",
                          json("Tekst")};
    const Part as_file{"Content-Disposition: form-data; name=\"forsendelse\"; filename=\"f.json\"", json("Fil")};
    for (const auto& first : {named, plain_text, as_file, metadata(json("Uten type"))}) {
        const auto answer =
            send({first,
                  {"content-disposition: form-data; name=\"filer_0\"; filename=\"en.pdf\"", post::pdf_saying("en")},
                  {"content-disposition: form-data; name=\"x\"; filename=\"to.pdf\"\r\ncontent-type: "
                   "application/pdf",
                   post::pdf_saying("to")}});
        ASSERT_EQ(answer.status, 200) << answer.body;
        work();
        const std::string id{read(answer).text_of("id")};
        EXPECT_EQ(status_of(id), "VARSLET");
        const auto lease = world.database->reader();
        const auto opened = dispatch::open_dispatch(**lease, office, *stored(id));
        ASSERT_TRUE(opened);
        EXPECT_EQ(*dispatch::document_bytes(*world.blobs, *opened, 0), post::pdf_saying("en"));
        EXPECT_EQ(*dispatch::document_bytes(*world.blobs, *opened, 1), post::pdf_saying("to"));
    }
}

TEST_P(SvarutV1, T5_SuccessHasExactlyTheCodeThatClientsCheck) {
    const auto id = sent("Vedtak");
    EXPECT_EQ(ask("POST", path("/statuser"), "[\"" + id + "\"]", "application/json").status, 200);
    const auto read_by = fmt::format(
        R"({{"lestAvFodselsNummer":"{}","navnPaEksterntSystem":"Fagsystem","datoLest":1772614800000}})", post::kari);
    work();
    EXPECT_EQ(ask("POST", path("/" + id + "/settLest"), read_by, "*/*").status, 200);
    EXPECT_EQ(status_of(id), "LEST");
    EXPECT_EQ(ask("POST", path("/slettFiler"), R"([{"id":")" + id + "\"}]", "application/json").status, 204);
    EXPECT_EQ(ask("POST", path("/startNyForsendelse"), "", "application/x-www-form-urlencoded").status, 200);
}

TEST_P(SvarutV1, TheHistorySaysWhenItWasReadElsewhereIfThatIsPlausible) {
    const auto told = [&](std::int64_t read_at_ms) {
        const auto id = sent(fmt::format("Lest {}", read_at_ms));
        work();
        world.clock.advance(std::chrono::hours{3});
        const auto read_by =
            fmt::format(R"({{"lestAvFodselsNummer":"{}","navnPaEksterntSystem":"Fagsystem","datoLest":{}}})",
                        post::kari, read_at_ms);
        EXPECT_EQ(ask("POST", path("/" + id + "/settLest"), read_by, {}).status, 200);
        return ask("GET", path("/" + id + "/historikk")).body;
    };
    const auto later = std::chrono::duration_cast<std::chrono::milliseconds>(
        (world.clock.now() + std::chrono::hours{1}).time_since_epoch());
    EXPECT_NE(told(later.count()).find("Lest i Fagsystem (4. mars 2026 kl. 11.00)"), std::string::npos);
    for (const auto implausible : {std::int64_t{1}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::max()}) {
        EXPECT_NE(told(implausible).find("Lest i Fagsystem\""), std::string::npos) << implausible;
    }
}

TEST_P(SvarutV1, T6_WhatIsUnknownIsNotFoundAndLeftOutOfLists) {
    const auto id = sent("Vedtak");
    open_account("en annen");
    const auto other = basic("en annen", post::secret);
    for (const auto* rest : {"/status", "/historikk", "/dokumentMetadata", "/signeringhistorikk"}) {
        EXPECT_EQ(ask("GET", path("/01890000-0000-7000-8000-000000000000") + rest).status, 404) << rest;
        EXPECT_EQ(ask("GET", path("/" + id + rest), {}, {}, other).status, 404) << rest;
        EXPECT_EQ(ask("GET", path("/ikke-en-id") + rest).status, 404) << rest;
    }
    EXPECT_EQ(read(ask("GET", path("/ikke-en-id/status"))).text_of("errorcode"), code(dispatch::dispatch_not_found));
    const auto list = ask("POST", path("/statuser"), "[\"" + id + "\",\"nei\"]", "application/json", other);
    EXPECT_EQ(read(list).find("statuser")->array()->size(), 0U);
    const auto referred = ask("GET", path("/eksternref/finnes/ikke"));
    EXPECT_EQ(read(referred).find("forsendelseIder")->array()->size(), 0U);
    std::string many{"["};
    for (int i = 0; i <= 1000; ++i) {
        many += i == 0 ? "\"x\"" : ",\"x\"";
    }
    EXPECT_EQ(ask("POST", path("/statuser"), many + "]", "application/json").status, 400);
}

TEST_P(SvarutV1, T8_ErrorsAreJsonWhereverTheyArise) {
    const auto is_told = [](const http::Response& answer, int status) {
        EXPECT_EQ(answer.status, status) << answer.body;
        EXPECT_EQ(answer.content_type, "application/json");
        EXPECT_EQ(members(read(answer)), (std::set<std::string>{"errorcode", "message"}));
    };
    is_told(ask("POST", path("/sendForsendelse"), "--x", "multipart/form-data; boundary=grense"), 400);
    is_told(ask("POST", path("/sendForsendelse"), "x", "multipart/form-data"), 400);
    is_told(ask("POST", path("/statuser"), "[", "application/json"), 400);
    is_told(ask("POST", path("/statuser"), std::string(2 << 20, ' '), "application/json"), 413);
    is_told(ask("GET", path("/ikke-en-id/historikk")), 404);
    is_told(ask("GET", path("/forsendelseTyper"), {}, {}, "Basic x"), 401);
}

TEST_P(SvarutV1, T9_TimesAreMillisecondsAndHistoryIsForReading) {
    const auto id = sent("Vedtak");
    const auto status = read(ask("GET", path("/" + id + "/status")));
    EXPECT_EQ(status.integer_of("sisteStatusEndring"), 1772614800000);
    work();
    const auto history = read(ask("GET", path("/" + id + "/historikk")));
    const auto& lines = *history.find("hendelsesLogger")->array();
    ASSERT_EQ(lines.size(), 6U);
    EXPECT_EQ(lines[0].text_of("tidspunkt"), "04.03.2026 10:00:00");
    EXPECT_EQ(lines[0].text_of("hendelse"), "Mottatt, og tildelt forsendelse-id");
    EXPECT_EQ(lines[1].text_of("hendelse"), "Metadata er validert OK");
    EXPECT_EQ(lines[2].text_of("hendelse"), "Orginaldokumenter er lagret (1 dokument)");
    EXPECT_EQ(lines[3].text_of("hendelse"), "Forsendelsesfil generert");
    EXPECT_EQ(lines[4].text_of("hendelse"), "Akseptert for ekspedering");
}

TEST_P(SvarutV1, T11_PostalCodesThatAreNoFourDigitsAreTaken) {
    auto swapped = letter("Byttet");
    swapped.replace(swapped.find("0010"), 4, "OSLO");
    EXPECT_EQ(send({metadata(swapped), file("brev.pdf")}).status, 200);
}

TEST_P(SvarutV1, T12_TheSenderMayChooseTheIdAndSendAgain) {
    const auto started = read(ask("POST", path("/startNyForsendelse"), "", "application/x-www-form-urlencoded"));
    const std::string id{started.text_of("id")};
    EXPECT_EQ(ask("GET", path("/" + id + "/status")).status, 404);
    const auto again = [&](std::string_view title) {
        return send({metadata(letter(title)), file("brev.pdf")}, path("/" + id + "/sendForsendelse"));
    };
    EXPECT_EQ(again("To skritt").status, 200);
    EXPECT_EQ(read(again("To skritt")).text_of("id"), id);
    is_refused(again("Noe annet"), code(dispatch::id_taken), "Duplikat");
    const auto own = send({metadata(letter("Egen id")), file("brev.pdf")},
                          path("/7c9e6679-7425-40de-944b-e07fc1f90ae7/sendForsendelse"));
    EXPECT_EQ(read(own).text_of("id"), "7c9e6679-7425-40de-944b-e07fc1f90ae7");
}

TEST_P(SvarutV1, T14_ARepetitionIsToldInTheWordsThatClientsKnow) {
    sent("Vedtak");
    // dispatch.duplicate, under the name that clients know.
    const auto repeated = send({metadata(letter("Vedtak")), file("brev.pdf")});
    is_refused(repeated, "GJENTAGENDE_FORSENDELSE", "Forsendelse med samme mottaker, tittel og avsender");
    world.clock.advance(std::chrono::hours{25});
    EXPECT_EQ(send({metadata(letter("Vedtak")), file("brev.pdf")}).status, 200);
}

TEST_P(SvarutV1, T14_ARepetitionIsKnownForAsManyWeeksAsTheAccountSays) {
    ASSERT_TRUE(world.database->write([](db::Transaction& transaction) {
        return transaction.execute("UPDATE dispatch_account SET duplicate_window_s = 2592000", {});
    }));
    const auto again = [&] { return send({metadata(letter("Vedtak")), file("brev.pdf")}).status; };
    ASSERT_EQ(again(), 200);
    for (const auto days : {6, 8, 15}) {
        world.clock.advance(std::chrono::days{days});
        EXPECT_EQ(again(), 400) << days;
    }
    world.clock.advance(std::chrono::hours{25});
    EXPECT_EQ(again(), 200);
}

TEST_P(SvarutV1, T15_CaseMetadataIsReadInTheSpellingOfV1) {
    const auto id = sent("Sak", R"(,"metadataFraAvleverendeSystem":{"saksSekvensNummer":7,"saksAar":2026,)"
                                R"("journalPostNummer":3,"journalDato":1772614800000,"saksBehandler":"Ola",)"
                                R"("ekstraMetadata":[{"key":"a","value":"b"}]},"metadataForImport":{"saksAar":2025})");
    const auto envelope = *dispatch::open_envelope(office, *stored(id));
    EXPECT_EQ(envelope.from_archive->sakssekvensnummer, 7);
    EXPECT_EQ(envelope.from_archive->saksaar, 2026);
    EXPECT_EQ(envelope.from_archive->journalpostnummer, 3);
    EXPECT_EQ(envelope.from_archive->saksbehandler, "Ola");
    EXPECT_EQ(envelope.from_archive->extra.front().key, "a");
    EXPECT_EQ(envelope.for_import->saksaar, 2025);
}

TEST_P(SvarutV1, MembersThatAreNullOrUnknownAreTaken) {
    const auto id =
        sent("Null", R"(,"avgivendeSystem":null,"kryptert":null,"lenker":null,"utskriftsKonfigurasjon":null,)"
                     R"("signaturType":null,"kunDigitalLevering":false,"nyttFelt":{"a":1})");
    EXPECT_EQ(dispatch::open_envelope(office, *stored(id))->sending_system, "");
}

TEST_P(SvarutV1, EveryFaultIsToldAtOnce) {
    const auto answer =
        send({metadata(R"({"tittel":" ","kunDigitalLevering":false,"konteringsKode":"a b","krevNiva4Innlogging":true,)"
                       R"("svarPaForsendelseLink":true,"mottaker":{"postAdresse":{"navn":"Kari"},"digitalAdresse":)"
                       R"({"fodselsNummer":"12345678901","organisasjonsNummer":"971032146"}},"signaturType":)"
                       R"("AVANSERT_SIGNATUR","dokumenter":[{"filnavn":"a?.pdf","mimeType":"application/pdf"},)"
                       R"({"filnavn":"B.txt","mimeType":"text/plain"},{"filnavn":"b.TXT","mimeType":"text/plain"},)"
                       R"({"filnavn":"tom.pdf","mimeType":"application/pdf"},{"filnavn":"falsk.pdf","mimeType":)"
                       R"("application/pdf"}]})"),
              file("tom.pdf", ""), file("falsk.pdf", "MZ"), file("ukjent.pdf")});
    EXPECT_EQ(answer.status, 400);
    const auto value = read(answer);
    EXPECT_EQ(members(value), (std::set<std::string>{"errorcode", "message"}));
    EXPECT_EQ(value.text_of("errorcode"), code(dispatch::content_faulty));
    const std::string message{value.text_of("message")};
    for (const auto* words :
         {"tittel:", "konteringsKode:", "nivå 4", "Svarlenke", "enten fødselsnummer eller organisasjonsnummer",
          "digitalAdresse.fodselsNummer:", "mottaker.postAdresse.postSted:", "dokumenter.0.filnavn:",
          "er brukt to ganger", "Kan ikke lagre tomt dokument", "men innholdet er noe annet", "ikke en PDF",
          "Feil under lesing", "står ikke i metadata", "Nøyaktig ett dokument", "Avansert signatur kan ikke gis her"}) {
        EXPECT_NE(message.find(words), std::string::npos) << words << " in " << message;
    }
    const auto lease = world.database->reader();
    EXPECT_EQ((*(*lease)->query("SELECT 1 FROM dispatch_dispatch")).size(), 0U);
}

TEST_P(SvarutV1, DigitalDeliveryAloneNeedsANumberAndPrintLessThan350Megabytes) {
    is_refused(send({metadata(R"({"tittel":"T","kunDigitalLevering":true,"mottaker":{"postAdresse":{"navn":"K"}}})")}),
               code(dispatch::content_faulty), "fødselsnummer eller organisasjonsnummer");
    is_refused(ask("POST", path("/sendForsendelse"), "{}", "application/json"), code(dispatch::metadata_missing),
               "multipart");
    is_refused(send({metadata("ikke json"), file("brev.pdf")}), code(platform::body_not_json), "");
    dispatch::Envelope envelope;
    envelope.documents.resize(1);
    envelope.documents[0].name = "stor.pdf";
    envelope.documents[0].media_type = "application/pdf";
    const dispatch::Upload large{"stor.pdf", "%PDF-1.4", dispatch::printed_bytes_max, {}, {}, 0};
    const auto faults = dispatch::faults_of(envelope, {large}, world.clock.now());
    EXPECT_EQ(std::ranges::count(faults, dispatch::too_large_for_print.name, &Fault::code), 1);
}

TEST_P(SvarutV1, TheSameKeyNeverSendsTwice) {
    const world::Browser::Fields key{{"idempotency-key", "jobb-7"}};
    const std::vector<Part> parts{metadata(letter("Med nøkkel")), file("brev.pdf")};
    const auto first = send(parts, {}, key);
    ASSERT_EQ(first.status, 200) << first.body;
    world.clock.advance(std::chrono::hours{48});
    EXPECT_EQ(send(parts, {}, key).body, first.body);
    const auto other = send({metadata(letter("Noe annet")), file("brev.pdf")}, {}, key);
    EXPECT_EQ(other.status, 400) << other.body;
}

TEST_P(SvarutV1, WhoDoesNotProveThemselvesIsToldNothing) {
    const auto nobody = ask("GET", path("/forsendelseTyper"), {}, {}, "");
    EXPECT_EQ(nobody.status, 401);
    EXPECT_TRUE(nobody.header("www-authenticate")->starts_with("Basic "));
    EXPECT_EQ(members(read(nobody)), (std::set<std::string>{"errorcode", "message"}));
    for (const auto& wrong : {basic("avsender", "feil"), basic("ukjent", post::secret), std::string{"Basic ???"}}) {
        const auto refused = ask("GET", path("/forsendelseTyper"), {}, {}, wrong);
        EXPECT_EQ(refused.status, 401) << wrong;
        EXPECT_EQ(read(refused).text_of("errorcode"), code(dispatch::credentials_wrong));
    }
    for (int i = 0; i < 5; ++i) {
        ask("GET", path("/forsendelseTyper"), {}, {}, basic("avsender", "feil"));
    }
    const auto shut = ask("GET", path("/forsendelseTyper"));
    EXPECT_EQ(shut.status, 429) << shut.body;
    EXPECT_EQ(read(shut).text_of("errorcode"), code(dispatch::too_many_attempts));
    EXPECT_TRUE(shut.header("retry-after"));
    world.clock.advance(std::chrono::minutes{15});
    EXPECT_EQ(ask("GET", path("/forsendelseTyper")).status, 200);
}

TEST_P(SvarutV1, NamesAreUniqueAndSecretsLong) {
    const dispatch::Account account{
        dispatch::AccountId::make(world.clock.now(), *world.random), "to", ks, {}, true, world.clock.now()};
    EXPECT_EQ(dispatch::hashed(office, {"x", "kort", account.id}).error().code, dispatch::secret_too_short.name);
    const auto credential =
        dispatch::hashed(office, {"avsender", std::string{post::secret}, account.id}, {.memory_kib = 64, .passes = 1});
    const auto taken = world.database->write([&](db::Transaction& transaction) {
        return dispatch::open_account(transaction, office, world.system, account, *credential);
    });
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, dispatch::credential_taken.name);
}

TEST_P(SvarutV1, ContentIsSealedAndGoneForGoodWhenItsKeyIs) {
    const auto id = sent("Hemmelig tittel");
    const auto before = stored(id);
    const std::string envelope{before->envelope->begin(), before->envelope->end()};
    EXPECT_EQ(envelope.find("Hemmelig"), std::string::npos);
    const auto early = ask("POST", path("/slettFiler"), R"([{"id":")" + id + "\"}]", "application/json");
    is_refused(early, code(dispatch::still_under_way), "underveis");
    work();
    ask("POST", path("/" + id + "/settLest"),
        fmt::format(R"({{"lestAvFodselsNummer":"{}","navnPaEksterntSystem":"F","datoLest":1}})", post::kari), {});
    const auto unknown = ask("POST", path("/slettFiler"),
                             R"([{"id":")" + id + R"("},{"id":"01890000-0000-7000-8000-000000000000"}])", {});
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(ask("POST", path("/slettFiler"), R"([{"id":")" + id + "\"}]", {}).status, 204);
    const auto after = stored(id);
    EXPECT_FALSE(after->wrapped_key);
    const auto lease = world.database->reader();
    EXPECT_EQ(dispatch::open_dispatch(**lease, office, *after).error().code, dispatch::content_gone.name);
    EXPECT_EQ(dispatch::open_manifest(office, *after)->title, "Hemmelig tittel");
    EXPECT_EQ(status_of(id), "LEST");
}

TEST_P(SvarutV1, WhatIsDamagedInTheStoreIsRejected) {
    const auto broken = send({metadata(letter("Halv")), file("brev.pdf", "%PDF-1.4 uten slutt")});
    work();
    const std::string id{read(broken).text_of("id")};
    EXPECT_EQ(status_of(id), "AVVIST");
    EXPECT_NE(ask("GET", path("/" + id + "/historikk")).body.find("dokumentet er ikke helt"), std::string::npos);
}

TEST_P(SvarutV1, PathsAndHeadersInFileNamesDoNoHarm) {
    is_refused(send({metadata(letter("Sti", {"../../etc/passwd"})), file("../../etc/passwd")}),
               code(dispatch::content_faulty), "filnavn");
    const auto split = send({metadata(letter("Deling")), file("brev.pdf%0d%0ax: y")});
    EXPECT_EQ(split.status, 400) << split.body;
}
