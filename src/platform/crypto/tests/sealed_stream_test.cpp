#include "platform/crypto/sealed_stream.hpp"

#include "platform/crypto/password.hpp"
#include "platform/errors.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

crypto::Key stream_key() {
    return *crypto::Key::from_bytes(std::string(32, 's'));
}

Result<std::string> opened(std::string_view sealed) {
    std::string plain;
    std::uint64_t number = 0;
    while (!sealed.empty()) {
        const auto piece = sealed.substr(0, crypto::sealed_piece_bytes);
        sealed.remove_prefix(piece.size());
        plain += TRY(crypto::open_piece(stream_key(), number++, sealed.empty(), piece));
    }
    return plain;
}

std::string sealed_of(std::string_view plain, std::size_t step) {
    crypto::SealingStream stream{stream_key()};
    std::string sealed;
    for (std::size_t at = 0; at < plain.size(); at += step) {
        sealed += stream.add(plain.substr(at, step));
    }
    return sealed + stream.finish();
}

} // namespace

TEST(SealedStream, OpensToWhatWasSealedWhateverThePieces) {
    for (const std::size_t length : {0UL, 1UL, 65'535UL, 65'536UL, 65'537UL, 200'000UL}) {
        const std::string plain(length, 'p');
        for (const std::size_t step : {1'000UL, 65'536UL, 300'000UL}) {
            const auto sealed = sealed_of(plain, step);
            EXPECT_EQ(sealed.size(), crypto::sealed_length(length));
            EXPECT_EQ(*opened(sealed), plain);
        }
    }
}

TEST(SealedStream, NoticesAnEndThatWasCutOffAndPiecesThatWereMoved) {
    const auto sealed = sealed_of(std::string(200'000, 'p'), 200'000);
    const auto piece = crypto::sealed_piece_bytes;
    EXPECT_EQ(opened(std::string_view{sealed}.substr(0, 2 * piece)).error().code, platform::seal_broken.name);
    const auto swapped = sealed.substr(piece, piece) + sealed.substr(0, piece) + sealed.substr(2 * piece);
    EXPECT_FALSE(opened(swapped));
    auto changed = sealed;
    changed[100] = static_cast<char>(changed[100] ^ 1);
    EXPECT_FALSE(opened(changed));
}

TEST(Password, IsKnownAgainAndNoOtherIs) {
    const auto random = make_seeded_random(1);
    const auto hash = crypto::hash_password("riktig hest", *random, {.memory_kib = 64, .passes = 1});
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=64,t=1,p=1$")) << hash;
    EXPECT_TRUE(crypto::is_password("riktig hest", hash));
    EXPECT_FALSE(crypto::is_password("feil hest", hash));
    EXPECT_FALSE(crypto::is_password("riktig hest", "ikke en hash"));
    EXPECT_NE(hash, crypto::hash_password("riktig hest", *random, {.memory_kib = 64, .passes = 1}));
}
