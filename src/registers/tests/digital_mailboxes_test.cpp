// The client and the access point for development speak with each other, and with what goes wrong between them.
#include "platform/crypto/jose.hpp"
#include "platform/errors.hpp"
#include "registers/development_mailboxes.hpp"
#include "registers/errors.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

const crypto::BusinessKeyFiles& carriers_files() {
    static const auto files = crypto::make_business_key("Samband", "971032146", 20);
    return files;
}
const crypto::CmsKey& mailbox_cms_key() {
    static const auto key = crypto::make_cms_key("Postkasse", 10);
    return key;
}
const json::Value& carriers_token_key() {
    static const auto key = crypto::make_signing_key("RSA", "nøkkel");
    return key;
}
crypto::BusinessKey carriers_key() {
    return *crypto::BusinessKey::from_pem(carriers_files().private_key_pem, carriers_files().certificates_pem);
}
crypto::TrustedCertificates carriers_trust() {
    return *crypto::TrustedCertificates::from_pem(carriers_files().authority_pem);
}

class DigitalMailboxes : public ::testing::Test {
protected:
    ManualClock clock{Instant{1'772'614'800s}};
    std::unique_ptr<Random> random = make_seeded_random(1);
    registers::DevelopmentMailboxes server{
        {[](std::string_view token) -> Result<json::Value> {
             if (token != "t") return platform::token_signature_wrong.error();
             return json::Value{json::Object{{"scope", registers::DigitalMailboxes::scope}}};
         },
         carriers_key(), carriers_trust(), mailbox_cms_key(), *random, 60s}};
    registers::DigitalMailboxes mailboxes{
        {"https://ap.example",
         carriers_key(),
         carriers_trust(),
         {"https://i.example/", "klient", carriers_token_key(), "digitalpostinnbygger:send", {}}},
        clock,
        *random,
        [this](const net::Request& request) { return answer_to(request); }};
    int status = 0;
    std::vector<net::Request> asked;

    Result<net::Answer> answer_to(const net::Request& request) {
        asked.push_back(request);
        if (request.url.ends_with("oauth-authorization-server"))
            return net::Answer{200, R"({"issuer":"https://i.example/","token_endpoint":"https://i.example/t"})", {}};
        if (request.url == "https://i.example/t")
            return net::Answer{200, R"({"access_token":"t","expires_in":120})", {}};
        if (status != 0) return net::Answer{status, {}, {}};
        std::string type;
        for (const auto& [name, value] : request.headers)
            type = name == "content-type" ? value : type;
        const auto taken = server.take("Bearer t", type, request.body, clock.now());
        if (!taken) return net::Answer{taken.error().code == registers::mailbox_message_taken.name ? 409 : 400, {}, {}};
        return net::Answer{201, {}, {}};
    }
    registers::MailboxLetter letter(std::string sender = "971032146") {
        return {"0198c0de-0000-7000-8000-000000000001",
                std::move(sender),
                "Eksempel",
                server.mailbox("kari#1"),
                {},
                false,
                {{"Vedtak", "application/pdf", std::string(100'000, 'p')}}};
    }
    std::string_view failure(const registers::MailboxLetter& given) {
        const auto done = mailboxes.hand_over(given);
        return done ? std::string_view{} : done.error().code;
    }
};

} // namespace

TEST_F(DigitalMailboxes, TakeALetterAndTakeItOnce) {
    EXPECT_EQ(failure(letter()), "");
    EXPECT_EQ(failure(letter()), "") << "taken before is taken";
    ASSERT_EQ(server.letters().size(), 1U);
    EXPECT_EQ(server.letters()[0].titles, std::vector<std::string>{"Vedtak"});
    EXPECT_EQ(server.incoming("Bearer t", clock.now())->array()->size(), 1U);
    EXPECT_EQ(server.incoming("Bearer t", clock.now() + 60s)->array()->size(), 2U);
}

TEST_F(DigitalMailboxes, AreAskedInTheNameOfTheSender) {
    EXPECT_EQ(failure(letter("310000016")), "");
    const auto asking = std::ranges::find(asked, "https://i.example/t", &net::Request::url);
    ASSERT_NE(asking, asked.end());
    const auto assertion = asking->body.substr(asking->body.find("assertion=") + 10);
    const auto claims =
        crypto::verify_token(assertion, json::Object{{"keys", json::Array{crypto::public_part(carriers_token_key())}}});
    ASSERT_TRUE(claims);
    EXPECT_EQ(claims->text_of("consumer_org"), "310000016");
    EXPECT_EQ(server.letters()[0].sender_number, "310000016");
    EXPECT_EQ(server.letters()[0].handed_over_by, "971032146");
}

TEST_F(DigitalMailboxes, ThatRefuseAreNotAskedAgainAndThoseThatAreAwayAre) {
    for (const int refused : {400, 403, 413, 422}) {
        status = refused;
        EXPECT_EQ(failure(letter()), registers::mailbox_refused.name) << refused;
    }
    for (const int away : {401, 408, 425, 429, 500, 503}) {
        status = away;
        EXPECT_EQ(failure(letter()), registers::mailbox_unavailable.name) << away;
        EXPECT_FALSE(mailboxes.has_taken(letter().id));
        EXPECT_FALSE(mailboxes.incoming());
        EXPECT_FALSE(mailboxes.mark_read(letter().id));
        clock.advance(11s);
    }
    auto unsealable = letter();
    unsealable.mailbox.certificate = "nei";
    EXPECT_EQ(failure(unsealable), platform::certificate_unusable.name);
}

TEST_F(DigitalMailboxes, ForDevelopmentOpenNothingThatIsOutOfOrder) {
    EXPECT_EQ(failure(letter()), "");
    const auto sent = asked.back();
    const auto type = sent.headers.front().second;
    const auto code = [&](std::string_view authorization, const std::string& content_type, const std::string& body) {
        const auto taken = server.take(authorization, content_type, body, clock.now());
        return taken ? std::string_view{} : taken.error().code;
    };
    EXPECT_EQ(code("Bearer x", type, sent.body), registers::token_refused.name);
    EXPECT_EQ(code("Bearer t", "text/plain", sent.body), registers::mailbox_message_faulty.name);
    EXPECT_EQ(code("Bearer t", type, sent.body.substr(0, 100)), registers::mailbox_message_faulty.name);
    auto changed = sent.body;
    auto& last = changed[changed.size() - 200];
    last = static_cast<char>(last ^ 1);
    EXPECT_EQ(code("Bearer t", type, changed), registers::mailbox_message_faulty.name);
    EXPECT_EQ(code("Bearer t", type, sent.body), registers::mailbox_message_taken.name);
}
