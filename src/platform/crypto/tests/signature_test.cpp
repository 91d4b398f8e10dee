#include "platform/crypto/signature.hpp"

#include "platform/crypto/encoding.hpp"

#include <gtest/gtest.h>

namespace {

crypto::SigningKey key_of(std::string_view seed_hex) {
    return crypto::SigningKey::from_seed(*crypto::Key::from_bytes(*crypto::from_hex(seed_hex)));
}

TEST(Ed25519, GivesTheVectorsOfRfc8032) {
    // Section 7.1, tests 1 and 2.
    const auto first = key_of("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    EXPECT_EQ(crypto::to_hex(first.public_key().bytes),
              "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    EXPECT_EQ(crypto::to_hex(first.sign("")),
              "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
              "d25bf5f0595bbe24655141438e7a100b");

    const auto second = key_of("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    EXPECT_EQ(crypto::to_hex(second.sign("\x72")),
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
              "387b2eaeb4302aeeb00d291612bb0c00");
}

TEST(Ed25519, NoticesEveryChangedBitOfTextAndSignature) {
    const auto key = key_of(std::string(64, '1'));
    const std::string text = "minutes of 4 March 2026";
    const auto signature = key.sign(text);
    ASSERT_TRUE(crypto::is_signed_by(key.public_key(), text, signature));

    for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
        auto changed = text;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        EXPECT_FALSE(crypto::is_signed_by(key.public_key(), changed, signature));
    }
    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
        auto changed = signature;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1 << bit % 8));
        EXPECT_FALSE(crypto::is_signed_by(key.public_key(), text, changed));
    }
}

TEST(Ed25519, IsBoundToTheKey) {
    const auto signature = key_of(std::string(64, '1')).sign("text");

    EXPECT_FALSE(crypto::is_signed_by(key_of(std::string(64, '2')).public_key(), "text", signature));
    EXPECT_FALSE(crypto::is_signed_by(crypto::PublicKey{}, "text", signature));
}

TEST(PublicKey, TravelsAsPem) {
    const auto key = key_of(std::string(64, '1')).public_key();

    const auto read = crypto::PublicKey::from_pem(key.to_pem());

    ASSERT_TRUE(read);
    EXPECT_EQ(*read, key);
    EXPECT_EQ(read->fingerprint().size(), 64U);
    EXPECT_FALSE(crypto::PublicKey::from_pem("no key"));
}

} // namespace
