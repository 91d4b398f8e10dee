#include "platform/crypto/compact_signature.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

constexpr std::size_t long_enough = 10'000;

crypto::SigningKey key_of_rfc_8037() {
    // Appendix A.1: the private part, "d".
    const auto seed = crypto::from_base64url("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
    return crypto::SigningKey::from_seed(*crypto::Key::from_bytes(*seed));
}

} // namespace

TEST(CompactSignature, NamesAKeyByTheThumbprintOfTheStandard) {
    const auto key = key_of_rfc_8037().public_key();
    EXPECT_EQ(crypto::thumbprint(key), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"); // RFC 8037 appendix A.3
    const json::Value jwk{crypto::jwk_of(key)};
    EXPECT_EQ(jwk.text_of("x"), "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    const auto keys = crypto::keys_in(json::Object{{"keys", json::Array{jwk, json::Object{{"kty", "EC"}}}}});
    ASSERT_TRUE(keys);
    EXPECT_EQ(*keys, std::vector{key});
    EXPECT_FALSE(crypto::keys_in(json::Object{{"keys", json::Array{json::Object{{"kty", "OKP"}, {"x", "AA"}}}}}));
    EXPECT_FALSE(crypto::keys_in(json::Array{}));
}

TEST(CompactSignature, OpensWhatWasSigned) {
    const auto key = key_of_rfc_8037();
    const auto opened = crypto::open_compact(crypto::sign_compact("innhold", "receipt+jws", key), long_enough);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->payload, "innhold");
    EXPECT_EQ(opened->type, "receipt+jws");
    EXPECT_EQ(opened->key, key.public_key());
}

RC_GTEST_PROP(CompactSignature, NoticesEachChangedLetter, ()) {
    auto document = crypto::sign_compact("innhold", "receipt+jws", key_of_rfc_8037());
    const auto at = *rc::gen::inRange<std::size_t>(0, document.size());
    const auto letter = *rc::gen::elementOf(std::string{"AbQz0189-_. {"});
    RC_PRE(document[at] != letter);
    document[at] = letter;
    RC_ASSERT(!crypto::open_compact(document, long_enough));
}

TEST(CompactSignature, RefusesWhatIsNotOurs) {
    const auto refused = [](std::string_view header, std::string_view rest = ".e30.AAAA") {
        return crypto::open_compact(crypto::to_base64url(header) + std::string{rest}, long_enough).error().code;
    };
    EXPECT_EQ(refused(R"({"alg":"none"})"), platform::token_algorithm_refused.name);
    EXPECT_EQ(refused(R"({"alg":"ES256"})"), platform::token_algorithm_refused.name);
    EXPECT_EQ(refused(R"({"alg":"EdDSA"})"), platform::token_malformed.name);
    EXPECT_EQ(refused(R"({"alg":"EdDSA","crit":["b64"]})"), platform::token_malformed.name);
    EXPECT_EQ(refused("[]"), platform::token_malformed.name);
    EXPECT_EQ(refused("{}", ".e30"), platform::token_malformed.name);
    EXPECT_EQ(refused("{}", ".e30.="), platform::token_malformed.name);
    const auto document = crypto::sign_compact("innhold", "receipt+jws", key_of_rfc_8037());
    EXPECT_EQ(crypto::open_compact(document.substr(0, document.rfind('.') + 1) + "AAAA", long_enough).error().code,
              platform::token_signature_wrong.name);
    EXPECT_EQ(crypto::open_compact(document, document.size() - 1).error().code, platform::token_malformed.name);
}
