// Maskinporten's protocol, as its clients speak it: the assertion's rules, and tokens that hold here.
#include "identity/development_issuer.hpp"
#include "identity/domain/errors.hpp"
#include "identity/tests/builders.hpp"
#include "identity/texts.hpp"
#include "platform/crypto/certificate.hpp"
#include "platform/crypto/cms.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/jose.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/testing/test_files.hpp"
#include "platform/texts.hpp"

using namespace identity;
using namespace identity::tests;

namespace {

constexpr std::string_view jwt_bearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/// A folder with the client's key pair, for all tests: making one takes long.
class KeyFolder {
public:
    KeyFolder() : path_{world::new_test_folder()}, client_{*DevelopmentClient::in_folder(path_, "938712441")} {}
    ~KeyFolder() { world::remove_test_folder(path_); }
    KeyFolder(const KeyFolder&) = delete;
    KeyFolder& operator=(const KeyFolder&) = delete;
    [[nodiscard]] const DevelopmentClient& client() const { return client_; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] json::Value private_jwk() const {
        const auto pem = **crypto::read_secret_file(path_ + "/" + std::string{DevelopmentClient::key_file});
        return *crypto::private_jwk_of(pem, client_.key_id);
    }

private:
    std::string path_;
    DevelopmentClient client_;
};

const KeyFolder& keys() {
    static const KeyFolder folder;
    return folder;
}

class Development : public ::testing::Test {
protected:
    [[nodiscard]] std::int64_t seconds() const {
        return std::chrono::floor<std::chrono::seconds>(world.clock.now()).time_since_epoch().count();
    }
    [[nodiscard]] json::Object claims() const {
        return {{"iss", "demo-klient"},
                {"aud", issuer.issuer()},
                {"scope", "ks:fiks"},
                {"iat", seconds()},
                {"exp", seconds() + 120}};
    }
    static json::Object with(json::Object claims, std::string_view name, const json::Value& value) {
        std::erase_if(claims, [&](const json::Member& member) { return member.name == name; });
        claims.push_back({std::string{name}, value});
        return claims;
    }
    static std::string assertion(const json::Object& claims, const json::Value& key = keys().private_jwk()) {
        return *crypto::sign_token(claims, key, "RS256");
    }
    /// "error why" of what was refused; "given" when it was not.
    std::string said(const std::string& assertion, std::string_view grant = jwt_bearer) {
        const auto given = issuer.exchange(grant, assertion);
        if (given) return "given";
        EXPECT_EQ(given.error().code, assertion_refused.name);
        return std::get<std::string>(given.error().values[0].value) + " " +
               std::get<std::string>(given.error().values[1].value);
    }

    world::World world{db::Dialect::sqlite, {&platform::text::catalogue, &identity::text::catalogue}};
    DevelopmentIssuer issuer{world.services, keys().client()};
    Outside outside{{},
                    {},
                    {},
                    crypto::Key::make(*world.random),
                    std::make_unique<IssuerKeys>("", world.clock),
                    std::make_unique<IssuerKeys>("", world.clock)};
};

} // namespace

TEST_F(Development, AClientWithAKeyGetsATokenThatHoldsHere) {
    outside.development = std::make_unique<DevelopmentIssuer>(world.services, keys().client());
    const auto given = outside.development->exchange(jwt_bearer, assertion(claims()));
    ASSERT_TRUE(given) << describe(given.error());
    EXPECT_EQ(given->text_of("token_type"), "Bearer");
    EXPECT_EQ(given->integer_of("expires_in"), 120);
    EXPECT_EQ(given->text_of("scope"), "ks:fiks");
    const auto token = given->text_of("access_token");
    EXPECT_EQ(*post_token_consumer(world.services, outside, token), "938712441");
    world.clock.advance(std::chrono::seconds{120});
    EXPECT_EQ(post_token_consumer(world.services, outside, token).error().code, "identity.token_expired");
    // Another program's tokens are not ours.
    const auto foreign = issuer.exchange(jwt_bearer, assertion(claims()));
    ASSERT_TRUE(foreign) << describe(foreign.error());
    EXPECT_EQ(post_token_consumer(world.services, outside, foreign->text_of("access_token")).error().code,
              "identity.tokens_not_taken");
}

TEST_F(Development, ATokenMayBeForAnotherOrganisationAndForOneAudience) {
    auto wanted = with(claims(), "consumer_org", "964338531");
    wanted = with(wanted, "resource", "https://samband.example");
    const auto given = issuer.exchange(jwt_bearer, assertion(wanted));
    ASSERT_TRUE(given) << describe(given.error());
    const auto token = *issuer.verify(given->text_of("access_token"));
    EXPECT_EQ(token.find("consumer")->text_of("ID"), "0192:964338531");
    EXPECT_EQ(token.find("supplier")->text_of("ID"), "0192:938712441");
    EXPECT_EQ(token.text_of("aud"), "https://samband.example");
}

TEST_F(Development, TheAssertionIsRefusedForEachRuleItBreaks) {
    EXPECT_EQ(said(assertion(claims()), "password"), "unsupported_grant_type grant");
    EXPECT_EQ(said("x"), "invalid_client key");
    EXPECT_EQ(said(assertion(claims(), crypto::make_signing_key("RSA", "demo-klient"))), "invalid_grant signature");
    EXPECT_EQ(said(assertion(with(claims(), "iss", "en-annen"))), "invalid_client issuer");
    EXPECT_EQ(said(assertion(with(claims(), "aud", "https://maskinporten.no/"))), "invalid_grant audience");
    EXPECT_EQ(said(assertion(with(claims(), "exp", seconds() + 121))), "invalid_grant time");
    EXPECT_EQ(said(assertion(with(claims(), "exp", seconds()))), "invalid_grant time");
    EXPECT_EQ(said(assertion(with(claims(), "iat", seconds() + 11))), "invalid_grant time");
    EXPECT_EQ(said(assertion(with(claims(), "scope", "ks:fiks ukjent"))), "invalid_scope scope");
    EXPECT_EQ(said(assertion(with(claims(), "scope", ""))), "invalid_scope scope");
    const auto once = assertion(with(claims(), "jti", "bare én gang"));
    EXPECT_EQ(said(once), "given");
    EXPECT_EQ(said(once), "invalid_grant repeated");
}

TEST_F(Development, TheKeyPairIsMadeOnce) {
    const auto again = DevelopmentClient::in_folder(keys().path(), "938712441");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->public_jwk, keys().client().public_jwk);
}
