#include "platform/crypto/cms.hpp"

#include "platform/errors.hpp"
#include "platform/testing/test_files.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>

namespace {

const crypto::CmsKey& message_key() {
    static const auto key = crypto::make_cms_key("Prøve", 1);
    return key;
}

} // namespace

TEST(Cms, OpensToWhatWasEncryptedHoweverLong) {
    for (const std::size_t length : {0UL, 1UL, 16UL, 1'000UL, 300'000UL}) {
        const std::string plain(length, 'p');
        auto encryption = *crypto::CmsEncryption::to(message_key().certificate_pem);
        auto message = encryption.add(std::string_view{plain}.substr(0, length / 2));
        message += encryption.add(std::string_view{plain}.substr(length / 2));
        message += encryption.finish();
        const auto opened = crypto::cms_decrypt(message, message_key());
        ASSERT_TRUE(opened) << length;
        EXPECT_EQ(*opened, plain);
    }
}

TEST(Cms, OpensWhatTheOpensslCommandEncrypted) {
    const auto folder = world::new_test_folder();
    std::ofstream{folder + "/certificate.pem"} << message_key().certificate_pem;
    std::ofstream{folder + "/plain"} << "klart";
    for (const auto* options : {"-keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256 -keyopt rsa_mgf1_md:sha256",
                                "-stream -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256", ""}) {
        const auto command = fmt::format("openssl cms -encrypt -binary -aes-256-cbc -outform DER -in {0}/plain -out "
                                         "{0}/message -recip {0}/certificate.pem {1} 2>{0}/said",
                                         folder, options);
        ASSERT_EQ(std::system(command.c_str()), 0) << command;
        std::ifstream file{folder + "/message", std::ios::binary};
        const std::string message{std::istreambuf_iterator<char>{file}, {}};
        const auto opened = crypto::cms_decrypt(message, message_key());
        ASSERT_TRUE(opened) << options;
        EXPECT_EQ(*opened, "klart");
    }
    world::remove_test_folder(folder);
}

TEST(Cms, RefusesWhatIsNoMessageAndNoCertificate) {
    EXPECT_EQ(crypto::cms_decrypt("ikke en melding", message_key()).error().code, platform::seal_broken.name);
    EXPECT_EQ(crypto::CmsEncryption::to("ikke et sertifikat").error().code, platform::certificate_unusable.name);
    auto encryption = *crypto::CmsEncryption::to(message_key().certificate_pem);
    auto message = encryption.add("hemmelig");
    message += encryption.finish();
    const auto other = crypto::make_cms_key("En annen", 1);
    const auto opened = crypto::cms_decrypt(message, other);
    // Without integrity of its own, a wrong key may give noise instead of a refusal, but never the content.
    EXPECT_TRUE(!opened || *opened != "hemmelig");
}
