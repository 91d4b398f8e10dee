// Documents that senders encrypt to us, as post at level 4 must be.
#include "dispatch/actions/uploads.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/tests/mailbox_world.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/testing/test_files.hpp"

namespace {

/// Ours, in these tests; making one takes long.
const crypto::CmsKey& our_key() {
    static const auto key = crypto::make_cms_key("Samband", 1);
    return key;
}

std::string encrypted(std::string_view plain, const crypto::CmsKey& key = our_key()) {
    auto encryption = *crypto::CmsEncryption::to(key.certificate_pem);
    auto message = encryption.add(plain);
    return message + encryption.finish();
}

constexpr std::string_view at_level_four = R"(,"kryptert":true,"krevNiva4Innlogging":true)";

class EncryptedPost : public post::Mailbox {
protected:
    EncryptedPost() { office.letter_keys = dispatch::LetterKeys{{our_key()}}; }
    http::Response send_encrypted(const std::string& content) {
        return send({post::metadata(letter("Følsomt", {"brev.pdf"}, at_level_four)), post::file("brev.pdf", content)});
    }
};
EACH_DATABASE(EncryptedPost);

} // namespace

TEST_P(EncryptedPost, IsOpenedForItsRecipientAtLevelHigh) {
    const auto answer = send_encrypted(encrypted(post::a_pdf()));
    ASSERT_EQ(answer.status, 200) << answer.body;
    work();
    const auto id = std::string{json::parse(answer.body)->text_of("id")};
    EXPECT_EQ(status_of(id), "VARSLET");
    EXPECT_EQ(stored(id)->level, 4);
    EXPECT_EQ(browser.get("/mailbox/" + id, kari).status, 403);
    kari.assurance = "high";
    browser.post("/mailbox/" + id + "/opening", {}, kari);
    EXPECT_EQ(browser.get("/mailbox/" + id + "/documents/0", kari).body, post::a_pdf());
    const auto told = ask("GET", "/tjenester/api/forsendelse/v1/" + id + "/dokumentMetadata");
    const auto digest = crypto::to_hex(crypto::view(crypto::sha256(post::a_pdf())));
    EXPECT_NE(told.body.find(digest), std::string::npos) << "of the content, not of the message: " << told.body;
}

TEST_P(EncryptedPost, IsTheSameLetterWhenItIsSentAgainThoughTheMessageDiffers) {
    const auto started = ask("POST", "/tjenester/api/forsendelse/v1/startNyForsendelse");
    const auto id = std::string{json::parse(started.body)->text_of("id")};
    const auto path = "/tjenester/api/forsendelse/v1/" + id + "/sendForsendelse";
    for (int again = 0; again < 2; ++again) {
        const auto answer = send({post::metadata(letter("Følsomt", {"brev.pdf"}, at_level_four)),
                                  post::file("brev.pdf", encrypted(post::a_pdf()))},
                                 path);
        EXPECT_EQ(answer.status, 200) << answer.body;
    }
}

TEST_P(EncryptedPost, IsOpenedOnceForALookAheadAtAMailingHoweverManyItGoesTo) {
    const auto contents = [&] {
        return world.blobs->passing(Instant{}, world.clock.now() + std::chrono::hours{1})->size();
    };
    const auto before = contents();
    const auto answer =
        ask("POST", "/dispatches/mailings?dryRun=true",
            post::multipart({post::metadata(R"({"title":"","isEncrypted":true,"recipients":[)"
                                            R"({"address":{"name":"A","town":"OSLO","postalCode":"0010"}},)"
                                            R"({"address":{"name":"B","town":"OSLO","postalCode":"0010"}},)"
                                            R"({"address":{"name":"C","town":"OSLO","postalCode":"0010"}}],)"
                                            R"("documents":[{"name":"brev.pdf"}]})"),
                             post::file("brev.pdf", encrypted(post::a_pdf()))}),
            post::multipart_type);
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_NE(answer.body.find("#/title"), std::string::npos) << answer.body;
    EXPECT_EQ(contents() - before, 2U) << "what came, and what it held";
}

TEST_P(EncryptedPost, IsEncryptedAnewToTheReceiverThatFetchesIt) {
    open_receiver("mottaker", post::receivers_key().certificate_pem);
    const auto answer =
        send({post::metadata(R"({"tittel":"Følsomt","mottaker":{"postAdresse":{"navn":"Eksempel","postNummer":"0010",)"
                             R"("postSted":"OSLO"},"digitalAdresse":{"organisasjonsNummer":"971032146"}},)"
                             R"("kryptert":true,"dokumenter":[{"filnavn":"brev.pdf","mimeType":"application/pdf"}]})"),
              post::file("brev.pdf", encrypted(post::a_pdf()))});
    ASSERT_EQ(answer.status, 200) << answer.body;
    work();
    const auto id = std::string{json::parse(answer.body)->text_of("id")};
    const auto fetched =
        ask("GET", "/tjenester/svarinn/forsendelse/" + id, {}, {}, post::basic("mottaker", post::secret));
    ASSERT_EQ(fetched.status, 200);
    EXPECT_TRUE(crypto::cms_decrypt(fetched.body, post::receivers_key()));
}

TEST_P(EncryptedPost, IsRefusedWhenItCannotBeOpened) {
    for (const auto& content : {post::a_pdf(), encrypted(post::a_pdf(), post::receivers_key())}) {
        const auto answer = send_encrypted(content);
        EXPECT_EQ(answer.status, 400);
        EXPECT_NE(answer.body.find("ikke kryptert til sertifikatet"), std::string::npos)
            << dispatch::decryption_failed.name << answer.body;
    }
    const auto hidden = send_encrypted(encrypted("ingen PDF"));
    EXPECT_EQ(hidden.status, 400);
    EXPECT_NE(hidden.body.find("PDF"), std::string::npos) << "what is inside is checked as any other document";
}

TEST_P(EncryptedPost, MayNotBeLargerThanWhatIsOpenedInMemory) {
    dispatch::Envelope envelope;
    envelope.is_encrypted = true;
    envelope.documents.emplace_back().name = "stor.pdf";
    std::vector<dispatch::Upload> uploads(1);
    uploads[0].name = "stor.pdf";
    uploads[0].bytes = dispatch::encrypted_bytes_max + 1;
    const auto faults = dispatch::open_encrypted(office, crypto::Key::make(*world.random), envelope, uploads);
    ASSERT_TRUE(faults);
    ASSERT_EQ(faults->size(), 1U);
    EXPECT_EQ(faults->front().code, dispatch::encrypted_too_large.name);
    EXPECT_EQ(faults->front().pointer, "#/documents/0");
}

TEST_P(EncryptedPost, NeedsAKeyThatIsPublished) {
    const auto published = ask("GET", "/forsendelse/publickey/hent", {}, {}, {});
    EXPECT_EQ(published.status, 200);
    EXPECT_EQ(published.body, our_key().certificate_pem);
    office.letter_keys = {};
    EXPECT_EQ(ask("GET", "/forsendelse/publickey/hent", {}, {}, {}).status, 404);
    const auto refused = send_encrypted(encrypted(post::a_pdf()));
    EXPECT_EQ(refused.status, 400);
    EXPECT_NE(refused.body.find("ingen nøkkel"), std::string::npos) << dispatch::encryption_not_taken.name;
}

TEST(LetterKeys, AreMadeOnceAndTheNewestIsPublishedWhileAllOfThemOpen) {
    const auto folder = world::new_test_folder();
    const auto first = *dispatch::open_letter_keys(folder);
    EXPECT_EQ(dispatch::open_letter_keys(folder)->certificate(), first.certificate());
    const auto& newer = our_key();
    ASSERT_TRUE(crypto::create_secret_file(folder + "/letter-key-2", newer.private_key_pem + newer.certificate_pem));
    const auto both = *dispatch::open_letter_keys(folder);
    EXPECT_EQ(both.certificate(), newer.certificate_pem);
    for (const auto& certificate : {first.certificate(), newer.certificate_pem}) {
        EXPECT_EQ(*both.open(encrypted("brev", {certificate, {}})), "brev");
    }
    EXPECT_FALSE(first.open(encrypted("brev")));
    world::remove_test_folder(folder);
}
