#include "platform/crypto/business_key.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

constexpr Instant business_now{1'772'614'800s};
const crypto::BusinessKeyFiles& business_files() {
    static const auto files = crypto::make_business_key("Eksempel", "971032146", 20);
    return files;
}
const crypto::BusinessKeyFiles& other_business_files() {
    static const auto files = crypto::make_business_key("En annen", "310000016", 20);
    return files;
}
crypto::BusinessKey business_key() {
    return *crypto::BusinessKey::from_pem(business_files().private_key_pem, business_files().certificates_pem);
}
crypto::TrustedCertificates trusting(const crypto::BusinessKeyFiles& files) {
    return *crypto::TrustedCertificates::from_pem(files.authority_pem);
}

} // namespace

TEST(BusinessKey, SignsDocumentsThatNameWhoItIs) {
    const auto key = business_key();
    EXPECT_EQ(key.organisation_number(), "971032146");
    EXPECT_EQ(key.issuer(), "CN=Eksempel CA");
    EXPECT_EQ(key.serial(), "2");
    EXPECT_EQ(key.certificates().size(), 2U);
    const auto text = crypto::sign_document(json::Object{{"a", 1}}, key);
    const auto opened = crypto::open_document(text, trusting(business_files()), business_now);
    ASSERT_TRUE(opened) << describe(opened.error());
    EXPECT_EQ(opened->content.integer_of("a"), 1);
    EXPECT_EQ(opened->organisation_number, "971032146");
}

TEST(BusinessKey, IsNotBelievedWithoutSomebodyTrustedBehindItNorOutOfItsTime) {
    const auto text = crypto::sign_document(json::Object{{"a", 1}}, business_key());
    const auto code = [&](const crypto::TrustedCertificates& trusted, Instant now) {
        const auto opened = crypto::open_document(text, trusted, now);
        return opened ? std::string_view{} : opened.error().code;
    };
    EXPECT_EQ(code(trusting(other_business_files()), business_now), platform::certificate_unusable.name);
    EXPECT_EQ(code(trusting(business_files()), business_now + 30 * 365 * 24h), platform::certificate_unusable.name);
    EXPECT_EQ(code(trusting(business_files()), business_now), "");
}

TEST(BusinessKey, DocumentThatWasChangedIsRefused) {
    const auto text = crypto::sign_document(json::Object{{"a", 1}}, business_key());
    const auto trusted = trusting(business_files());
    const auto first = text.find('.'), second = text.rfind('.');
    const auto changed = text.substr(0, first + 1) + crypto::to_base64url(R"({"a":2})") + text.substr(second);
    EXPECT_EQ(crypto::open_document(changed, trusted, business_now).error().code, platform::token_signature_wrong.name);
    for (const auto& odd : {std::string{}, std::string{"a.b.c"}, std::string(20'000, 'a'),
                            crypto::to_base64url(R"({"alg":"RS256","x5c":["nei"]})") + ".YQ.YQ",
                            crypto::to_base64url(R"({"alg":"RS256","x5c":[]})") + ".YQ.YQ"}) {
        EXPECT_FALSE(crypto::open_document(odd, trusted, business_now)) << odd.substr(0, 20);
    }
    const auto none = crypto::to_base64url(R"({"alg":"none","x5c":[")" +
                                           crypto::to_base64(business_key().certificates().front()) + "\"]}");
    EXPECT_EQ(crypto::open_document(none + text.substr(first), trusted, business_now).error().code,
              platform::token_algorithm_refused.name);
}

TEST(BusinessKey, AndCertificateMustBelongTogether) {
    const auto mixed =
        crypto::BusinessKey::from_pem(other_business_files().private_key_pem, business_files().certificates_pem);
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().code, platform::certificate_unusable.name);
    EXPECT_FALSE(crypto::BusinessKey::from_pem("", ""));
    EXPECT_FALSE(crypto::TrustedCertificates::from_pem("nei"));
}
