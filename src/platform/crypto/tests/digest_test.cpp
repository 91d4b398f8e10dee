#include "platform/crypto/digest.hpp"

#include "platform/crypto/encoding.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

std::string hex(const crypto::Digest& digest) {
    return crypto::to_hex(digest);
}

TEST(Sha256, GivesTheDigestsOfTheStandard) {
    // FIPS 180-4, examples published by NIST: one block and two blocks.
    EXPECT_EQ(hex(crypto::sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex(crypto::sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(hex(crypto::sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, GivesTheSameWhenBytesComePieceByPiece) {
    const std::string text(1000, 'x');

    crypto::Sha256 hash;
    for (const auto character : text)
        hash.update({&character, 1});

    EXPECT_EQ(hash.finish(), crypto::sha256(text));
}

TEST(Sha256, BeginsAnewAfterFinishing) {
    crypto::Sha256 hash;
    hash.update("something else").finish();

    EXPECT_EQ(hash.update("abc").finish(), crypto::sha256("abc"));
}

TEST(Sha256, WritesNumbersWithTheHighestByteFirst) {
    crypto::Sha256 hash;

    EXPECT_EQ(hash.update_number(0x0102030405060708).finish(), crypto::sha256("\x01\x02\x03\x04\x05\x06\x07\x08"));
}

TEST(HmacSha256, GivesTheVectorsOfRfc4231) {
    EXPECT_EQ(hex(crypto::hmac_sha256(std::string(20, '\x0b'), "Hi There")),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(hex(crypto::hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Equal, ComparesLengthAndContent) {
    EXPECT_TRUE(crypto::equal("same", "same"));
    EXPECT_TRUE(crypto::equal("", ""));
    EXPECT_FALSE(crypto::equal("same", "sane"));
    EXPECT_FALSE(crypto::equal("same", "same longer"));
}

} // namespace

TEST(Sha1, GivesTheDigestOfTheStandard) {
    // FIPS 180-4, example "abc".
    crypto::Sha1 hash;
    hash.update("a").update("bc");
    EXPECT_EQ(crypto::to_hex(std::span<const std::uint8_t>{hash.finish()}), "a9993e364706816aba3e25717850c26c9cd0d89d");
}
