#include "platform/crypto/certificate.hpp"

#include "platform/crypto/cms.hpp"
#include "platform/crypto/jose.hpp"
#include "platform/testing/test_files.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>

static std::string file(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

TEST(Certificate, AndItsKeyAreTwoHalvesOfOnePair) {
    const auto pair = crypto::make_cms_key("Prøve", 1);
    const auto der = crypto::der_of_certificate(pair.certificate_pem);
    ASSERT_TRUE(der);
    const auto certificate = crypto::read_certificate(*der);
    ASSERT_TRUE(certificate);
    EXPECT_EQ(certificate->organisation_number, "");
    const auto key = crypto::private_jwk_of(pair.private_key_pem, "én");
    ASSERT_TRUE(key);
    const auto token = crypto::sign_token(json::Object{{"sub", "x"}}, *key, "RS256");
    ASSERT_TRUE(token);
    auto public_half = *certificate->public_jwk.object();
    public_half.push_back({"kid", "én"});
    EXPECT_TRUE(crypto::verify_token(*token, json::Object{{"keys", json::Array{public_half}}}));
    EXPECT_TRUE(key->find("d") != nullptr && certificate->public_jwk.find("d") == nullptr);
}

TEST(Certificate, NamesItsOrganisationInEitherWay) {
    const auto folder = world::new_test_folder();
    for (const auto* subject :
         {"/CN=Alstahaug/serialNumber=938712441", "/CN=Alstahaug/organizationIdentifier=NTRNO-938712441"}) {
        const auto made = fmt::format("openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj '{0}' -keyout {1}/key "
                                      "-out {1}/pem -outform PEM 2>/dev/null",
                                      subject, folder);
        ASSERT_EQ(std::system(made.c_str()), 0);
        const auto certificate = crypto::read_certificate(*crypto::der_of_certificate(file(folder + "/pem")));
        ASSERT_TRUE(certificate);
        EXPECT_EQ(certificate->organisation_number, "938712441") << subject;
    }
    world::remove_test_folder(folder);
}

TEST(Certificate, TellsWhenItRunsOut) {
    const auto now = make_system_clock()->now();
    const auto end = crypto::end_of_certificate(crypto::make_cms_key("Prøve", 2).certificate_pem);
    ASSERT_TRUE(end);
    EXPECT_LT(std::chrono::abs(*end - now - std::chrono::days{2 * 365}), std::chrono::minutes{5});
}

TEST(Certificate, ThatIsNoneOrOfAnotherKindIsUnusable) {
    const auto code = [](const auto& result) { return result ? "read" : std::string{result.error().code}; };
    EXPECT_EQ(code(crypto::read_certificate("ikke et sertifikat")), "platform.certificate_unusable");
    EXPECT_EQ(code(crypto::der_of_certificate("")), "platform.certificate_unusable");
    EXPECT_EQ(code(crypto::end_of_certificate("ikke et sertifikat")), "platform.certificate_unusable");
    EXPECT_EQ(code(crypto::private_jwk_of("-----BEGIN PRIVATE KEY-----", "x")), "platform.certificate_unusable");
}
