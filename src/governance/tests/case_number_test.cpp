#include "governance/domain/case_number.hpp"
#include "governance/domain/errors.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace governance;

TEST(CaseNumber, IsReadAsPeopleWriteItAndAsItStandsInAddresses) {
    const CaseNumber expected{.year = 2019, .serial = 3109};
    EXPECT_EQ(*CaseNumber::parse("19/03109"), expected);
    EXPECT_EQ(*CaseNumber::parse("19-03109"), expected);
    EXPECT_EQ(expected.to_string(), "19/03109");
    EXPECT_EQ(expected.slug(), "19-03109");
    EXPECT_EQ(CaseNumber::parse("98/00001")->year, 1998);
}

TEST(CaseNumber, IsRefusedInEveryOtherForm) {
    for (const auto* text : {"", "19", "19/", "19/3109", "19_03109", "2019/03109", "1a/03109", "19/0310x", "19/00000",
                             "19/003109", "19/03109-1", "19/03109000"}) {
        const auto parsed = CaseNumber::parse(text);
        ASSERT_FALSE(parsed.has_value()) << text;
        EXPECT_EQ(parsed.error().code, case_number_faulty.name);
    }
}

RC_GTEST_PROP(CaseNumber, ReadsBackWhatItWrites, ()) {
    const CaseNumber number{.year = *rc::gen::inRange(1970, 2070), .serial = *rc::gen::inRange(1, 10'000'000)};
    RC_ASSERT(*CaseNumber::parse(number.to_string()) == number);
    RC_ASSERT(*CaseNumber::parse(number.slug()) == number);
}
