// What a receipt proves, to whom, and what it does not let pass.
#include "dispatch/actions/settle.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/receipt.hpp"
#include "dispatch/receipts.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/tests/post_world.hpp"
#include "platform/crypto/encoding.hpp"

#include <algorithm>

namespace {

using dispatch::ReceiptFlaw;

class Receipts : public post::Office {
protected:
    std::string receipt_of(const std::string& id) {
        const auto answer = ask("GET", "/dispatches/" + id + "/receipt");
        EXPECT_EQ(answer.status, 200) << answer.body;
        EXPECT_EQ(answer.content_type, "application/jose");
        return answer.body;
    }
    std::string key_set() { return ask("GET", "/receipt-keys").body; }
    dispatch::ReceiptReport verified(const std::string& receipt, std::vector<std::string> digests = {}) {
        return dispatch::verify_receipt({receipt, key_set(), std::move(digests)});
    }
    static std::string digest_of(std::string_view content) {
        return crypto::to_hex(crypto::view(crypto::sha256(content)));
    }
    void mark_read(const std::string& id) {
        world.clock.advance(std::chrono::hours{1});
        const auto body = R"({"lestAvFodselsNummer":")" + std::string{post::kari} +
                          R"(","navnPaEksterntSystem":"Fagsystem","datoLest":1772614800000})";
        EXPECT_EQ(ask("POST", "/tjenester/api/forsendelse/v1/" + id + "/settLest", body, "application/json").status,
                  200);
    }
    std::string in_words(const dispatch::ReceiptReport& report) {
        return dispatch::words(report, world.services.texts.in(i18n::Language::nb));
    }
};
EACH_DATABASE(Receipts);

/// The receipt with another payload, signed with a key of one's own.
std::string forged(const std::string& receipt, const std::function<void(std::string&)>& change) {
    auto payload = crypto::open_compact(receipt, dispatch::receipt_bytes_max)->payload;
    change(payload);
    const auto key = crypto::SigningKey::from_seed(*crypto::Key::from_bytes(std::string(32, 'x')));
    return crypto::sign_compact(payload, dispatch::receipt_type, key);
}

void replace(std::string& text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
}

} // namespace

TEST_P(Receipts, SayWhatWasSentToWhomAndWhatBecameOfIt) {
    const auto id = sent("Vedtak");
    const auto early = verified(receipt_of(id));
    ASSERT_TRUE(early.holds()) << in_words(early);
    EXPECT_EQ(early.status, "received");
    work();
    mark_read(id);

    const auto report = verified(receipt_of(id));

    ASSERT_TRUE(report.holds()) << in_words(report);
    EXPECT_EQ(report.dispatch, id);
    EXPECT_EQ(report.sender, "avsender");
    EXPECT_EQ(report.recipient, "Kari Eksempel");
    EXPECT_EQ(report.title, "Vedtak");
    EXPECT_EQ(report.status, "read");
    EXPECT_EQ(report.channel, "mailbox");
    EXPECT_EQ(report.read_at, world.clock.now());
    ASSERT_EQ(report.documents.size(), 1U);
    EXPECT_EQ(report.documents.front().name, "brev.pdf");
    EXPECT_EQ(report.documents.front().sha256, digest_of(post::a_pdf()));
    const auto words = in_words(report);
    for (const auto* part : {"Fra avsender til Kari Eksempel", "Lest ", "Kvitteringen holder"}) {
        EXPECT_NE(words.find(part), std::string::npos) << words;
    }
    EXPECT_EQ(receipt_of(id).find(post::kari), std::string::npos);
}

TEST_P(Receipts, HoldAfterTheContentIsDestroyed) {
    const auto id = sent("Vedtak");
    work();
    mark_read(id);
    ASSERT_EQ(ask("POST", "/tjenester/api/forsendelse/v1/slettFiler", R"([{"id":")" + id + "\"}]").status, 204);

    const auto receipt = receipt_of(id);

    const auto report = verified(receipt, {digest_of(post::a_pdf())});
    ASSERT_TRUE(report.holds()) << in_words(report);
    EXPECT_TRUE(report.documents.front().is_given);
    const auto said = *json::parse(crypto::open_compact(receipt, dispatch::receipt_bytes_max)->payload);
    EXPECT_TRUE(*said.find("isContentDestroyed")->boolean());
    EXPECT_EQ(said.find("steps")->array()->back().text_of("type"), "dispatch.content_destroyed");
}

TEST_P(Receipts, TellWhichDocumentIsNotTheirs) {
    const auto id = sent("Vedtak");
    const auto report = verified(receipt_of(id), {digest_of("noe annet")});
    EXPECT_EQ(report.flaw, ReceiptFlaw::document_foreign);
    EXPECT_NE(in_words(report).find("ikke blant dem"), std::string::npos);
}

TEST_P(Receipts, DoNotHoldWhenForged) {
    const auto id = sent("Vedtak");
    const auto other = sent("Et annet vedtak");
    work();
    const auto receipt = receipt_of(id);
    const auto flaw_of = [](const std::string& text) { return dispatch::verify_receipt({text, {}, {}}).flaw; };
    const auto renamed = [](std::string& payload) { replace(payload, "Kari Eksempel", "Ola Eksempel"); };

    EXPECT_EQ(verified(forged(receipt, [](std::string&) {})).flaw, ReceiptFlaw::key_not_given);
    EXPECT_EQ(flaw_of(forged(receipt, renamed)), ReceiptFlaw::content_differs);
    EXPECT_EQ(flaw_of(forged(receipt, [](std::string& payload) { payload.replace(0, 1, "{ "); })),
              ReceiptFlaw::content_differs);
    EXPECT_EQ(flaw_of(forged(receipt,
                             [&](std::string& payload) {
                                 // The manifest inside the proof and what is said of it, both.
                                 replace(payload, "Kari Eksempel", "Ola Eksempel");
                                 replace(payload, "Kari Eksempel", "Ola Eksempel");
                             })),
              ReceiptFlaw::proof_broken);
    EXPECT_EQ(flaw_of("ingen kvittering"), ReceiptFlaw::unreadable);
    EXPECT_EQ(flaw_of(forged(receipt, [](std::string& payload) { payload = "{}"; })), ReceiptFlaw::unreadable);
    EXPECT_EQ(dispatch::receipt_from("{}", "", 0).error().code, dispatch::receipt_unreadable.name);
    auto cut = receipt;
    cut[cut.size() / 2] = cut[cut.size() / 2] == 'A' ? 'B' : 'A';
    EXPECT_EQ(flaw_of(cut), ReceiptFlaw::unreadable);
    EXPECT_NE(receipt, receipt_of(other));
}

TEST_P(Receipts, AreForTheSenderAlone) {
    const auto id = sent("Vedtak");
    open_account("en annen");
    EXPECT_EQ(ask("GET", "/dispatches/" + id + "/receipt", {}, {}, post::basic("en annen", post::secret)).status, 404);
    EXPECT_NE(ask("GET", "/dispatches/" + id + "/receipt", {}, {}, {}).status, 200);
    EXPECT_EQ(ask("GET", "/dispatches/finnes-ikke/receipt").status, 404);

    world::Browser browser{world, [this](http::Router& routes) { dispatch::add_routes(routes, office); }};
    auto worker = world::World::person("Jorunn", {});
    worker.organisation_id = ks.to_string();
    worker.grants = {{std::string{dispatch::right::see_outbox.name}, worker.organisation_id}};
    const auto page = browser.get("/outbox/" + id, worker);
    EXPECT_NE(page.body.find("/outbox/" + id + "/receipt"), std::string::npos);
    const auto downloaded = browser.get("/outbox/" + id + "/receipt", worker);
    ASSERT_EQ(downloaded.status, 200);
    EXPECT_TRUE(verified(downloaded.body).holds());
    worker.organisation_id = "01890000-0000-7000-8000-000000000000";
    worker.grants.front().scope = worker.organisation_id;
    EXPECT_EQ(browser.get("/outbox/" + id + "/receipt", worker).status, 404);
}
