// A token is fetched once, kept while it lasts, and an issuer that is away is neither hammered nor waited for twice.
#include "registers/token_client.hpp"

#include "platform/crypto/jose.hpp"
#include "platform/errors.hpp"
#include "registers/errors.hpp"

#include <atomic>
#include <fmt/format.h>
#include <thread>

namespace {

using namespace std::chrono_literals;

const json::Value& clients_key() {
    static const auto key = crypto::make_signing_key("RSA", "nøkkel");
    return key;
}

class TokenClient : public ::testing::Test {
protected:
    ManualClock clock{Instant{1'772'614'800s}};
    std::unique_ptr<Random> random = make_seeded_random(1);
    Result<net::Answer> answer(const net::Request& request) {
        if (request.url == "https://issuer.example/.well-known/oauth-authorization-server") {
            ++descriptions;
            if (away) return platform::outside_unreachable.error({{"url", request.url}, {"why", "borte"}});
            return net::Answer{
                200,
                fmt::format(R"({{"issuer":"{}","token_endpoint":"https://issuer.example/token"}})", says_it_is),
                {}};
        }
        EXPECT_EQ(request.url, "https://issuer.example/token");
        asked = request;
        const auto number = ++exchanges;
        if (status != 200) return net::Answer{status, R"({"error":"invalid_scope","error_description":"Ukjent"})", {}};
        return net::Answer{200, fmt::format(R"({{"access_token":"t{}","expires_in":{}}})", number, lasts_s), {}};
    }
    registers::TokenClient client{
        {"https://issuer.example/", "klient", clients_key(), "krr:les", "https://api.example"},
        clock,
        *random,
        [this](const net::Request& request) { return answer(request); }};
    std::atomic<int> descriptions = 0, exchanges = 0;
    int status = 200, lasts_s = 120;
    bool away = false;
    std::string says_it_is = "https://issuer.example/";
    net::Request asked;
};

} // namespace

TEST_F(TokenClient, ProvesItselfAsMaskinportenAsks) {
    ASSERT_EQ(*client.token(), "t1");
    const auto assertion = asked.body.substr(asked.body.find("assertion=") + 10);
    EXPECT_TRUE(asked.body.starts_with("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&"));
    const json::Value keys = json::Object{{"keys", json::Array{crypto::public_part(clients_key())}}};
    const auto claims = crypto::verify_token(assertion, keys);
    ASSERT_TRUE(claims) << describe(claims.error());
    EXPECT_EQ(claims->text_of("iss"), "klient");
    EXPECT_EQ(claims->text_of("aud"), "https://issuer.example/");
    EXPECT_EQ(claims->text_of("scope"), "krr:les");
    EXPECT_EQ(claims->text_of("resource"), "https://api.example");
    EXPECT_EQ(claims->integer_of("iat"), 1'772'614'800);
    EXPECT_EQ(claims->integer_of("exp"), 1'772'614'920);
    EXPECT_GE(claims->text_of("jti").size(), 16U);
}

TEST_F(TokenClient, KeepsATokenUntilShortlyBeforeItEnds) {
    ASSERT_EQ(*client.token(), "t1");
    clock.advance(99s);
    EXPECT_EQ(*client.token(), "t1");
    clock.advance(1s);
    EXPECT_EQ(*client.token(), "t2");
    EXPECT_EQ(descriptions, 1);
}

TEST_F(TokenClient, IsNotFooledByATokenThatLastsForEver) {
    lasts_s = 1'000'000'000;
    ASSERT_EQ(*client.token(), "t1");
    clock.advance(1h);
    EXPECT_EQ(*client.token(), "t2");
    lasts_s = -5;
    clock.advance(1h);
    EXPECT_EQ(*client.token(), "t3");
    EXPECT_EQ(*client.token(), "t4");
}

TEST_F(TokenClient, FetchesOnceForAllWhoAsk) {
    std::vector<std::thread> threads;
    std::atomic<int> got = 0;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { got += *client.token() == "t1" ? 1 : 0; });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(got, 8);
    EXPECT_EQ(exchanges, 1);
}

TEST_F(TokenClient, FetchesAnewWhatWasRefused) {
    ASSERT_EQ(*client.token(), "t1");
    client.forget("t0");
    EXPECT_EQ(*client.token(), "t1");
    client.forget("t1");
    EXPECT_EQ(*client.token(), "t2");
}

TEST_F(TokenClient, LeavesAnIssuerThatFailedAloneForAWhile) {
    status = 400;
    const auto failed = client.token();
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, registers::token_not_given.name);
    EXPECT_NE(describe(failed.error()).find("Ukjent"), std::string::npos);
    EXPECT_FALSE(client.token());
    EXPECT_EQ(exchanges, 1);
    status = 200;
    clock.advance(6s);
    EXPECT_EQ(*client.token(), "t2");
}

TEST_F(TokenClient, ComesBackWhenTheIssuerDoes) {
    away = true;
    EXPECT_EQ(client.token().error().code, platform::outside_unreachable.name);
    away = false;
    clock.advance(6s);
    EXPECT_EQ(*client.token(), "t1");
}

TEST_F(TokenClient, BelievesNoIssuerThatSpeaksOfAnother) {
    says_it_is = "https://other.example/";
    EXPECT_EQ(client.token().error().code, registers::token_not_given.name);
    EXPECT_EQ(exchanges, 0);
}
