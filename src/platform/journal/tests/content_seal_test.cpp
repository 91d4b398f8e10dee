#include "platform/journal/content_seal.hpp"

#include <gtest/gtest.h>

namespace {

crypto::SigningKey key() {
    return crypto::SigningKey::from_seed(*crypto::Key::from_bytes(std::string(32, 'k')));
}

const Instant noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + std::chrono::hours{12};

TEST(ContentSeal, IsOverExactlyTheseBytes) {
    const auto seal = journal::sign_content(key(), "minutes", noon);

    EXPECT_TRUE(journal::is_sealed_by(seal, "minutes"));
    EXPECT_FALSE(journal::is_sealed_by(seal, "minuteS"));
    EXPECT_FALSE(journal::is_sealed_by(seal, "minutes "));
}

TEST(ContentSeal, IsOverItsTimeToo) {
    auto seal = journal::sign_content(key(), "minutes", noon);
    seal.signed_at += std::chrono::microseconds{1};

    EXPECT_FALSE(journal::is_sealed_by(seal, "minutes"));
}

TEST(ContentSeal, TravelsAsJsonAndNoticesEveryChangedByte) {
    const auto seal = journal::sign_content(key(), "minutes", noon);
    const auto text = seal.to_json();
    ASSERT_EQ(*journal::Seal::parse(text), seal);

    for (std::size_t at = 0; at < text.size(); ++at) {
        auto changed = text;
        changed[at] ^= 1;
        const auto read = journal::Seal::parse(changed);
        EXPECT_FALSE(read && journal::is_sealed_by(*read, "minutes")) << at;
    }
    EXPECT_FALSE(journal::Seal::parse(text + " "));
    EXPECT_FALSE(journal::Seal::parse("{}"));
}

} // namespace
