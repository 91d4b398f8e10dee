// The contract of SvarUt's SOAP service, version 9, as gateways call it.
#include "dispatch/domain/errors.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/xml/tree.hpp"

#include <fmt/format.h>

namespace {

constexpr std::string_view service = "/tjenester/forsendelseservice/ForsendelsesServiceV9";
constexpr std::string_view own_id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

class ForsendelseV9 : public post::Office {
protected:
    static std::string message(std::string_view inside) {
        return fmt::format(
            R"(<?xml version="1.0"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope">)"
            R"(<s:Header/><s:Body xmlns:n="http://www.ks.no/svarut/servicesV9">{}</s:Body></s:Envelope>)",
            inside);
    }
    static std::string letter_of_v9(std::string_view title, std::string_view content, std::string_view more = {},
                                    std::string_view id = own_id) {
        return message(fmt::format(
            R"(<n:sendForsendelseMedId><forsendelse><avgivendeSystem></avgivendeSystem><dokumenter><data>{}</data>)"
            R"(<ekskluderesFraPrint>false</ekskluderesFraPrint><filnavn>brev.pdf</filnavn><mimetype>application/pdf)"
            R"(</mimetype><skalSigneres>false</skalSigneres></dokumenter><kunDigitalLevering>true</kunDigitalLevering>)"
            R"(<mottaker><digitalAdresse xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="n:person)"
            R"(DigitalAdresse"><fnr>{}</fnr></digitalAdresse><postAdresse><navn>Kari Eksempel</navn></postAdresse>)"
            R"(</mottaker>{}<tittel>{}</tittel></forsendelse><forsendelsesid>{}</forsendelsesid></n:sendForsendelseMedId>)",
            content, post::kari, more, title, id));
    }
    http::Response call(const std::string& text) {
        return ask("POST", service, text, "application/soap+xml; charset=UTF-8");
    }
    http::Response call_with(const std::string& text, std::string_view content_id, std::string_view content) {
        const auto body = fmt::format(
            "--grense\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"\r\n"
            "Content-Transfer-Encoding: binary\r\nContent-ID: <root.message@cxf.apache.org>\r\n\r\n{}\r\n"
            "--grense\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n"
            "Content-ID: <{}>\r\nContent-Disposition: attachment;name=\"brev.pdf\"\r\n\r\n{}\r\n--grense--\r\n",
            text, content_id, content);
        return ask("POST", service, body,
                   "multipart/related; type=\"application/xop+xml\"; boundary=\"grense\"; "
                   "start=\"<root.message@cxf.apache.org>\"; start-info=\"application/soap+xml\"");
    }
    /// What stands in the body of an answer.
    static xml::Node inside(const http::Response& answer) {
        const auto tree = xml::parse(answer.body, "answer");
        EXPECT_TRUE(tree && tree->find("Body") != nullptr && !tree->find("Body")->children.empty()) << answer.body;
        return tree ? tree->find("Body")->children.front() : xml::Node{};
    }
    static void is_fault(const http::Response& answer, std::string_view words) {
        EXPECT_EQ(answer.status, 500) << answer.body;
        const auto fault = inside(answer);
        EXPECT_EQ(fault.name, "Fault");
        EXPECT_EQ(fault.find("Code")->text_of("Value"), "soap:Sender");
        EXPECT_NE(fault.find("Reason")->text_of("Text").find(words), std::string::npos) << answer.body;
    }
};
EACH_DATABASE(ForsendelseV9);

} // namespace

TEST_P(ForsendelseV9, T12_TheGatewayChoosesTheIdAndMaySendAgain) {
    const auto text = letter_of_v9("Vedtak",
                                   R"(<x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" )"
                                   R"(href="cid:brev-1%40cxf.apache.org"/>)",
                                   "<eksternref>sak 7</eksternref>");
    for (int time = 0; time < 2; ++time) {
        const auto answer = call_with(text, "brev-1@cxf.apache.org", post::pdf_saying("vedlegg"));
        ASSERT_EQ(answer.status, 200) << answer.body;
        EXPECT_EQ(answer.content_type, "application/soap+xml; charset=utf-8");
        EXPECT_EQ(inside(answer).name, "sendForsendelseMedIdResponse");
        EXPECT_EQ(inside(answer).text_of("return"), own_id);
    }
    work();
    EXPECT_EQ(status_of(std::string{own_id}), "VARSLET");
    const auto lease = world.database->reader();
    const auto opened = dispatch::open_dispatch(**lease, office, *stored(std::string{own_id}));
    ASSERT_TRUE(opened);
    EXPECT_EQ(*dispatch::document_bytes(*world.blobs, *opened, 0), post::pdf_saying("vedlegg"));
    EXPECT_EQ(opened->envelope.recipient.identity_number, post::kari);

    const auto referred = inside(call(message("<n:retrieveForsendelseIdByEksternRef><eksternRef>sak 7</eksternRef>"
                                              "</n:retrieveForsendelseIdByEksternRef>")));
    EXPECT_EQ(referred.text_of("return"), own_id);
    const auto statuses = inside(call(message(
        fmt::format("<n:retrieveForsendelseStatuser><forsendelseider>{}</forsendelseider><forsendelseider>ukjent"
                    "</forsendelseider></n:retrieveForsendelseStatuser>",
                    own_id))));
    ASSERT_EQ(statuses.all("return").size(), 1U);
    EXPECT_EQ(statuses.find("return")->text_of("forsendelseStatus"), "VARSLET");
    EXPECT_EQ(statuses.find("return")->text_of("sisteStatusEndring"), "2026-03-04T09:00:00.000Z");
}

TEST_P(ForsendelseV9, DocumentsMayStandInsideTheMessage) {
    const auto content = crypto::to_base64(post::a_pdf());
    const auto answer = call(letter_of_v9("Inni", content.substr(0, 8) + "\r\n" + content.substr(8)));
    ASSERT_EQ(answer.status, 200) << answer.body;
    work();
    const auto lease = world.database->reader();
    const auto opened = dispatch::open_dispatch(**lease, office, *stored(std::string{own_id}));
    ASSERT_TRUE(opened);
    EXPECT_EQ(*dispatch::document_bytes(*world.blobs, *opened, 0), post::a_pdf());
}

TEST_P(ForsendelseV9, TypesAreListedUnderTheNameThatIsMisspelt) {
    const auto types = inside(call(message("<n:retreiveForsendelseTyper/>")));
    EXPECT_EQ(types.name, "retreiveForsendelseTyperResponse");
    EXPECT_EQ(types.all("return").size(), 5U);
}

TEST_P(ForsendelseV9, T14_FaultsHoldTheWordsThatGatewaysSortBy) {
    const auto content = crypto::to_base64("%PDF-1.4 %%EOF");
    EXPECT_EQ(call(letter_of_v9("Vedtak", content)).status, 200);
    is_fault(call(letter_of_v9("Vedtak", content, {}, "01890000-0000-7000-8000-000000000000")),
             "Forsendelse med samme mottaker");
    is_fault(call(letter_of_v9("Noe annet", content)), "Duplikat");
    is_fault(call(letter_of_v9("Tom", "", {}, "01890000-0000-7000-8000-000000000001")), "Kan ikke lagre tomt dokument");
    is_fault(call(letter_of_v9("Id", content, {}, "ikke-en-id")), "Ugyldig innhold");
    // dispatch.operation_unknown
    is_fault(call(message("<n:slettAlt/>")), "ingen operasjon «slettAlt»");
    is_fault(call("<a/>"), "ingen operasjon");
    is_fault(call("ikke xml"), "Ugyldig innhold");
    is_fault(call("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"), "Ugyldig innhold");
}

TEST_P(ForsendelseV9, T15_CaseMetadataIsReadInTheSpellingOfV9) {
    const auto more =
        "<metadataFraAvleverendeSystem><ekstraMetadata><key>a</key><value>b</value></ekstraMetadata><journalaar>2026"
        "</journalaar><journaldato>2026-03-04T10:00:00</journaldato><journalpostnummer>3</journalpostnummer>"
        "<journalsekvensnummer>0</journalsekvensnummer><saksaar>2026</saksaar><saksbehandler>Ola</saksbehandler>"
        "<sakssekvensnummer>7</sakssekvensnummer></metadataFraAvleverendeSystem>";
    ASSERT_EQ(call(letter_of_v9("Sak", crypto::to_base64("%PDF-1.4 %%EOF"), more)).status, 200);
    const auto envelope = *dispatch::open_envelope(office, *stored(std::string{own_id}));
    EXPECT_EQ(envelope.from_archive->sakssekvensnummer, 7);
    EXPECT_EQ(envelope.from_archive->journalpostnummer, 3);
    EXPECT_FALSE(envelope.from_archive->journalsekvensnummer);
    EXPECT_EQ(envelope.from_archive->saksbehandler, "Ola");
    EXPECT_EQ(to_string(*envelope.from_archive->journaldato), "2026-03-04T09:00:00.000Z");
    EXPECT_EQ(envelope.from_archive->extra.front().value, "b");
    const auto faulty = call(letter_of_v9("Feil", "",
                                          "<metadataForImport><saksaar>i fjor</saksaar></metadataForImport>"
                                          "<signeringUtloper>snart</signeringUtloper>",
                                          "01890000-0000-7000-8000-000000000000"));
    is_fault(faulty, "metadataForImport.saksaar:");
    is_fault(faulty, "signeringUtloper:");
}

TEST_P(ForsendelseV9, TheDescriptionIsForEverybodyAndTheServiceForAccounts) {
    const auto described = ask("GET", std::string{service} + "?wsdl", {}, {}, "");
    ASSERT_EQ(described.status, 200);
    const auto tree = xml::parse(described.body, "wsdl");
    ASSERT_TRUE(tree) << describe(tree.error());
    EXPECT_EQ(tree->find("portType")->all("operation").size(), 4U);
    const auto* address = tree->find("service")->find("port")->find("address");
    EXPECT_TRUE(address->attribute("location").ends_with(service));
    const auto nobody = ask("POST", service, message("<n:retreiveForsendelseTyper/>"), "application/soap+xml", "");
    EXPECT_EQ(nobody.status, 401);
    EXPECT_TRUE(nobody.header("www-authenticate")->starts_with("Basic "));
    EXPECT_EQ(inside(nobody).name, "Fault");
}

TEST_P(ForsendelseV9, TheSameKeyNeverSendsTwice) {
    const auto with_key = [&](std::string_view title) {
        return ask("POST", service, letter_of_v9(title, crypto::to_base64(post::a_pdf())),
                   "application/soap+xml; charset=UTF-8", post::basic("avsender", post::secret),
                   {{"idempotency-key", "jobb-7"}});
    };
    const auto first = with_key("Med nøkkel");
    ASSERT_EQ(first.status, 200) << first.body;
    world.clock.advance(std::chrono::hours{48});
    EXPECT_EQ(with_key("Med nøkkel").body, first.body);
    is_fault(with_key("Noe annet"), "");
}
