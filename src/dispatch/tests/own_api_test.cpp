// Our own interface: safe to repeat, and a look ahead.
#include "dispatch/domain/errors.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"
#include "platform/testing/pdf_words.hpp"

#include <fmt/format.h>

using post::file;
using post::metadata;
using post::multipart;
using post::multipart_type;

namespace {

class OwnApi : public post::Office {
protected:
    static std::string letter(std::string_view title, std::string_view more = {},
                              std::string_view documents = R"({"name":"brev.pdf"})") {
        return fmt::format(R"({{"title":"{}","recipient":{{"address":{{"name":"Kari Eksempel","town":"OSLO",)"
                           R"("postalCode":"0010"}},"identityNumber":"{}"}},"documents":[{}]{}}})",
                           title, post::kari, documents, more);
    }
    http::Response post(std::string json, world::Browser::Fields headers = {}, std::string path = "/dispatches",
                        std::string content = ::post::a_pdf()) {
        return ask("POST", path, multipart({metadata(std::move(json)), file("brev.pdf", std::move(content))}),
                   multipart_type, post::basic("avsender", post::secret), std::move(headers));
    }
    static json::Value read(const http::Response& answer) {
        const auto value = json::parse(answer.body);
        EXPECT_TRUE(value) << answer.body;
        return value ? *value : json::Value{};
    }
    static std::vector<std::string> codes_of(const json::Value& value, std::string_view list) {
        std::vector<std::string> codes;
        const auto* faults = value.find(list);
        if (faults == nullptr || faults->array() == nullptr) return codes;
        for (const auto& fault : *faults->array()) {
            codes.emplace_back(std::string{fault.text_of("pointer")} + " " + std::string{fault.text_of("code")});
        }
        return codes;
    }
    std::int64_t stored_dispatches() {
        const auto lease = world.database->reader();
        return (*lease)->query("SELECT count(*) FROM dispatch_dispatch", {})->front().number(0);
    }
};
EACH_DATABASE(OwnApi);

} // namespace

TEST_P(OwnApi, TakesALetterAndTellsWhatBecameOfIt) {
    const auto answer = post(letter("Vedtak", R"(,"externalReference":"sak 7")"));
    ASSERT_EQ(answer.status, 201) << answer.body;
    const std::string id{read(answer).text_of("id")};
    EXPECT_EQ(answer.header("location"), "/dispatches/" + id);
    work();
    const auto shown = read(ask("GET", "/dispatches/" + id + ".json"));
    EXPECT_EQ(shown.text_of("status"), "notified");
    EXPECT_EQ(shown.text_of("reference"), "sak 7");
    EXPECT_EQ(shown.text_of("receiptUrl"), "/dispatches/" + id + "/receipt");
    EXPECT_EQ(shown.find("documents")->array()->front().text_of("sha256"),
              crypto::to_hex(crypto::view(crypto::sha256(::post::a_pdf()))));
    open_account("en annen");
    EXPECT_EQ(ask("GET", "/dispatches/" + id, {}, {}, post::basic("en annen", post::secret)).status, 404);
}

TEST_P(OwnApi, TakesMetadataAloneWhenThereAreNoFiles) {
    const auto with_link = letter("Lenke", R"(,"links":[{"url":"https://eksempel.no/","text":"Les mer"}])", "");
    const auto answer = ask("POST", "/dispatches", with_link, "application/json");
    EXPECT_EQ(answer.status, 201) << answer.body;
}

TEST_P(OwnApi, TheSameKeyCountsOnceAndTellsWhatBecameOfIt) {
    const world::Browser::Fields key{{"idempotency-key", "sak-7-brev-1"}};
    EXPECT_EQ(ask("GET", "/dispatches/keys/sak-7-brev-1").status, 404);
    const auto first = post(letter("Vedtak"), key);
    const auto again = post(letter("Vedtak"), key);
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(stored_dispatches(), 1);

    const auto other = post(letter("Et annet"), key);
    EXPECT_EQ(read(other).text_of("code"), platform::request_key_reused.name) << other.body;
    const auto found = read(ask("GET", "/dispatches/keys/sak-7-brev-1"));
    EXPECT_EQ(found.find("dispatch")->text_of("id"), read(first).text_of("id"));
    open_account("en annen");
    const auto foreign = ask("GET", "/dispatches/keys/sak-7-brev-1", {}, {}, post::basic("en annen", post::secret));
    EXPECT_EQ(read(foreign).text_of("code"), dispatch::key_unknown.name);
}

TEST_P(OwnApi, AKeyOfTheInheritedInterfaceIsKnownToo) {
    const world::Browser::Fields key{{"idempotency-key", "v1-7"}};
    const auto first = send({metadata(Office::letter("Vedtak")), file("brev.pdf")}, {}, key);
    const auto again = send({metadata(Office::letter("Vedtak")), file("brev.pdf")}, {}, key);
    ASSERT_EQ(first.status, 200) << first.body;
    EXPECT_EQ(first.body, again.body);
    const auto found = read(ask("GET", "/dispatches/keys/v1-7"));
    EXPECT_EQ(found.find("dispatch")->text_of("id"), read(first).text_of("id"));
}

TEST_P(OwnApi, EveryFaultIsToldAtOnceAndByItsPlace) {
    const auto answer =
        post(letter("", R"(,"links":[{"url":"ftp://x"}])", R"({"name":"brev.pdf","sha256":"00"},{"name":"b.pdf"})"));
    EXPECT_EQ(answer.status, 422) << answer.body;
    const auto codes = codes_of(read(answer), "errors");
    for (const auto* wanted : {"#/title platform.field_missing", "#/documents/0/sha256 dispatch.document_differs",
                               "#/documents/1 dispatch.document_missing", "#/links/0/url platform.not_one_of",
                               "#/links/0/text platform.field_missing"}) {
        EXPECT_EQ(std::ranges::count(codes, wanted), 1) << wanted << answer.body;
    }
    EXPECT_EQ(dispatch::document_differs.name, "dispatch.document_differs");
    EXPECT_EQ(stored_dispatches(), 0);
}

TEST_P(OwnApi, ALookAheadTellsEverythingAndSendsNothing) {
    const auto fine = read(post(letter("Vedtak"), {}, "/dispatches?dryRun=true"));
    EXPECT_TRUE(*fine.find("wouldBeAccepted")->boolean());
    const auto& ways = *fine.find("ways")->array();
    ASSERT_EQ(ways.size(), 2U);
    EXPECT_EQ(ways[0].text_of("channel"), "mailbox");
    EXPECT_EQ(ways[0].integer_of("costOere", -1), 0);
    EXPECT_EQ(ways[1].text_of("channel"), "print");
    EXPECT_EQ(ways[1].find("costOere"), nullptr);
    EXPECT_EQ(fine.find("limits")->integer_of("titleLetters"), 1000);

    // Before the files are made: what is said of them alone.
    const auto early = read(ask("POST", "/dispatches?dryRun=true", letter("Vedtak"), "application/json"));
    EXPECT_TRUE(*early.find("wouldBeAccepted")->boolean());

    ASSERT_EQ(post(letter("Vedtak")).status, 201);
    const auto repeated = read(post(letter("Vedtak"), {}, "/dispatches?dryRun=true"));
    EXPECT_EQ(codes_of(repeated, "faults"), std::vector<std::string>{"# dispatch.duplicate"});
    const auto faulty = read(post(letter("Nytt"), {}, "/dispatches?dryRun=true", "ingen pdf"));
    EXPECT_EQ(codes_of(faulty, "faults"), std::vector<std::string>{"#/documents/0 dispatch.document_not_pdf"});
    EXPECT_FALSE(*faulty.find("wouldBeAccepted")->boolean());
    EXPECT_EQ(stored_dispatches(), 1);
}

TEST_P(OwnApi, ALookAheadLooksIntoTheDocumentsToo) {
    const auto locked =
        read(post(letter("Låst"), {}, "/dispatches?dryRun=true", testing_pdf::locked(post::a_pdf(), "passord")));
    EXPECT_EQ(codes_of(locked, "faults"), std::vector<std::string>{"#/documents/0 dispatch.pdf_locked"});
    office.clamd = "/finnes/ikke/clamd.sock";
    const auto unscanned = read(post(letter("Vedtak"), {}, "/dispatches?dryRun=true"));
    EXPECT_EQ(unscanned.find("unanswered")->array()->front().text()->c_str(), std::string{"virus_scanner"});
    EXPECT_EQ(stored_dispatches(), 0);
}

TEST_P(OwnApi, ALookAheadNamesTheReceiver) {
    open_receiver("Postmottak", "-----BEGIN CERTIFICATE-----");
    const auto answer = ask("POST", "/dispatches?dryRun=true",
                            R"({"title":"Svar","recipient":{"address":{"name":"Eksempel"},"organisationNumber":)"
                            R"("971032146"},"isDigitalOnly":true,"documents":[{"name":"svar.pdf"}]})",
                            "application/json");
    const auto found = read(answer);
    const auto& first = found.find("ways")->array()->front();
    EXPECT_EQ(first.text_of("channel"), "receiver");
    EXPECT_EQ(first.text_of("receiver"), "Postmottak");
}

TEST_P(OwnApi, OnlyAnAccountMaySend) {
    const auto refused = ask("POST", "/dispatches", letter("Vedtak"), "application/json", {});
    EXPECT_EQ(refused.status, 401);
    EXPECT_EQ(refused.content_type, "application/problem+json");
    const auto challenges_basic = [](const auto& header) {
        return header.first == "www-authenticate" && header.second.starts_with("Basic ");
    };
    EXPECT_TRUE(std::ranges::any_of(refused.headers, challenges_basic));
}
