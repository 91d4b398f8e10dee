#include "platform/crypto/encoding.hpp"

#include "platform/errors.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using crypto::from_base64url;
using crypto::from_hex;

TEST(Base64, OfMailIsReadWithPaddingAndWithout) {
    EXPECT_EQ(*crypto::from_base64("+/8="), std::string("\xfb\xff", 2));
    EXPECT_EQ(*crypto::from_base64("+/8"), std::string("\xfb\xff", 2));
    for (const auto* text : {"-_8=", "+/8==", "+/9=", "=", "a",
                             "YQ=="
                             "YQ=="})
        EXPECT_FALSE(crypto::from_base64(text)) << text;
}

TEST(Base64, GivesTheVectorsOfRfc4648) {
    EXPECT_EQ(crypto::to_base64(""), "");
    EXPECT_EQ(crypto::to_base64("f"), "Zg==");
    EXPECT_EQ(crypto::to_base64("fo"), "Zm8=");
    EXPECT_EQ(crypto::to_base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(crypto::to_base64url("f"), "Zg");
    EXPECT_EQ(crypto::to_base64url("\xff\xfe"), "__4");
}

RC_GTEST_PROP(Base64url, ReadsWhatItWrote, (const std::string& bytes)) {
    const auto read = from_base64url(crypto::to_base64url(bytes));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == bytes);
}

TEST(Base64url, HasOneTextForEachValue) {
    for (const auto* text : {"Zg==", "Zh", "Z", "Zm9v\n", "Zm 9v", "Zm+v", "Zm/v", "Zm9vY"}) {
        const auto read = from_base64url(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, platform::bad_value.name);
    }
}

RC_GTEST_PROP(Hex, ReadsWhatItWrote, (const std::string& bytes)) {
    const auto read = from_hex(crypto::to_hex(bytes));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == bytes);
}

TEST(Hex, RefusesUpperCaseOddLengthAndOtherLetters) {
    EXPECT_FALSE(from_hex("AB"));
    EXPECT_FALSE(from_hex("abc"));
    EXPECT_FALSE(from_hex("0g"));
}

} // namespace
