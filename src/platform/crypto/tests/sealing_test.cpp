#include "platform/crypto/sealing.hpp"

#include "platform/errors.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

crypto::Key key_of(char filling) {
    return *crypto::Key::from_bytes(std::string(32, filling));
}

RC_GTEST_PROP(Sealing, OpensToWhatWasSealed, (const std::string& plain, const std::string& associated)) {
    const auto random = make_seeded_random(1);
    const auto sealed = crypto::seal(key_of('k'), plain, associated, *random);

    const auto opened = crypto::open(key_of('k'), sealed, associated);

    RC_ASSERT(opened.has_value());
    RC_ASSERT(*opened == plain);
    RC_ASSERT(sealed.size() == plain.size() + 28);
}

TEST(Sealing, NoticesEveryChangedBit) {
    const auto random = make_seeded_random(1);
    const auto sealed = crypto::seal(key_of('k'), "Kari Nordmann", "event 7", *random);

    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        auto changed = sealed;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        const auto opened = crypto::open(key_of('k'), changed, "event 7");
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, platform::seal_broken.name);
    }
}

TEST(Sealing, IsBoundToItsKeyAndItsPlace) {
    const auto random = make_seeded_random(1);
    const auto sealed = crypto::seal(key_of('k'), "text", "event 7", *random);

    EXPECT_FALSE(crypto::open(key_of('l'), sealed, "event 7"));
    EXPECT_FALSE(crypto::open(key_of('k'), sealed, "event 8"));
    EXPECT_FALSE(crypto::open(key_of('k'), sealed.substr(0, 20), "event 7"));
    EXPECT_FALSE(crypto::open(key_of('k'), "", "event 7"));
}

TEST(Sealing, LooksDifferentEachTime) {
    const auto random = make_seeded_random(1);

    EXPECT_NE(crypto::seal(key_of('k'), "text", "", *random), crypto::seal(key_of('k'), "text", "", *random));
}

} // namespace
