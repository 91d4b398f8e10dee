#include "platform/crypto/jose.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

#include <array>

using crypto::sign_token;
using crypto::verify_token;

static json::Value jwks_of(std::initializer_list<json::Value> keys) {
    json::Array list;
    for (const auto& key : keys)
        list.push_back(crypto::public_part(key));
    return json::Object{{"keys", list}};
}

static const json::Value& rsa_key() {
    static const auto key = crypto::make_signing_key("RSA", "one");
    return key;
}

static const json::Value claims = json::Object{{"iss", "https://issuer.example"}, {"sub", "kari"}};

static std::string refused(std::string_view token, const json::Value& jwks) {
    const auto verified = verify_token(token, jwks);
    return verified ? "accepted" : std::string{verified.error().code};
}

TEST(Token, HoldsWithEachAlgorithmThatFitsTheKey) {
    const auto curve = crypto::make_signing_key("EC", "two");
    for (const auto* algorithm : {"RS256", "RS384", "RS512", "PS256", "ES256"}) {
        const auto& key = std::string_view{algorithm} == "ES256" ? curve : rsa_key();
        const auto token = sign_token(claims, key, algorithm);
        ASSERT_TRUE(token) << algorithm;
        const auto verified = verify_token(*token, jwks_of({rsa_key(), curve}));
        ASSERT_TRUE(verified) << algorithm << describe(verified.error());
        EXPECT_EQ(*verified, claims);
    }
}

// RFC 7515, appendix A.2: the example signed with RS256.
TEST(Token, OfTheStandardsOwnExampleHolds) {
    const auto jwks = *json::parse(
        R"({"keys":[{"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ","e":"AQAB"}]})");
    const std::string token =
        "eyJhbGciOiJSUzI1NiJ9"
        ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_"
        "O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_"
        "nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-"
        "eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_"
        "IoypGlUPQGe77Rw";

    const auto verified = verify_token(token, jwks);

    ASSERT_TRUE(verified) << describe(verified.error());
    EXPECT_EQ(verified->text_of("iss"), "joe");
    EXPECT_EQ(verified->integer_of("exp"), 1300819380);
}

TEST(Token, IsRefusedWhenAnyCharacterIsChanged) {
    const auto token = *sign_token(claims, rsa_key(), "RS256");
    const auto jwks = jwks_of({rsa_key()});
    for (std::size_t at = 0; at + 2 < token.size(); at += 7) {
        auto changed = token;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        if (changed == token) continue;
        EXPECT_NE(refused(changed, jwks), "accepted") << at;
    }
}

TEST(Token, NeverChoosesItsOwnAlgorithm) {
    const auto jwks = jwks_of({rsa_key()});
    const auto body = crypto::to_base64url(json::to_string(claims));
    EXPECT_EQ(refused(crypto::to_base64url(R"({"alg":"none"})") + "." + body + ".", jwks),
              "platform.token_algorithm_refused");
    // The public key taken as the secret of an HMAC.
    const auto head = crypto::to_base64url(R"({"alg":"HS256","kid":"one"})");
    const auto mac = crypto::hmac_sha256(json::to_string(crypto::public_part(rsa_key())), head + "." + body);
    EXPECT_EQ(refused(head + "." + body + "." + crypto::to_base64url(crypto::view(mac)), jwks),
              "platform.token_algorithm_refused");
    constexpr std::array<std::string_view, 1> only{"ES256"};
    EXPECT_EQ(verify_token(*sign_token(claims, rsa_key(), "RS256"), jwks, only).error().code,
              "platform.token_algorithm_refused");
}

TEST(Token, IsRefusedWithoutTheIssuersKey) {
    const auto token = *sign_token(claims, rsa_key(), "RS256");
    EXPECT_EQ(refused(token, jwks_of({})), "platform.token_key_unknown");
    EXPECT_EQ(refused(token, jwks_of({crypto::make_signing_key("RSA", "other")})), "platform.token_key_unknown");
    EXPECT_EQ(refused(token, jwks_of({crypto::make_signing_key("RSA", "one")})), "platform.token_signature_wrong");
    EXPECT_EQ(refused(token, json::Value{}), "platform.token_key_unknown");
}

TEST(Token, IsNotVerifiedWithAKeyForEncryption) {
    auto key = crypto::public_part(rsa_key());
    auto members = *key.object();
    members.push_back({"use", "enc"});
    EXPECT_EQ(refused(*sign_token(claims, rsa_key(), "RS256"), json::Object{{"keys", json::Array{members}}}),
              "platform.token_key_unknown");
}

TEST(Token, IsRefusedWhenAPartHasALengthThatNoBase64urlHas) {
    const auto jwks = jwks_of({rsa_key()});
    const auto header = crypto::to_base64url(R"({"alg":"RS256","kid":"one"})");
    for (const auto* rest : {".e30.x", ".e.abcd", ".e30.abcde", ".e30.a+b/", ".e30.a=", ".a=.abcd"}) {
        EXPECT_EQ(refused(header + rest, jwks), "platform.token_malformed") << rest;
    }
}

TEST(Token, IsRefusedWhenItIsNone) {
    const auto jwks = jwks_of({rsa_key()});
    for (const auto& text : {std::string{}, std::string{"a.b"}, std::string{"a.b.c"}, std::string{"...."},
                             std::string(20'000, 'a'), crypto::to_base64url(R"(["RS256"])") + ".e30.x",
                             crypto::to_base64url(R"({"alg":"RS256","crit":["x"],"x":1})") + ".e30.x"}) {
        EXPECT_EQ(refused(text, jwks), "platform.token_malformed");
    }
}
