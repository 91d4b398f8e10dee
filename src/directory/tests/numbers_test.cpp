#include "directory/domain/errors.hpp"
#include "directory/domain/identity_number.hpp"
#include "directory/domain/modulus11.hpp"
#include "directory/domain/numbers.hpp"
#include "directory/domain/organisation_number.hpp"
#include "directory/tests/fixtures.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace directory {

TEST(OrganisationNumber, IsReadWithAndWithoutSpaces) {
    EXPECT_EQ(OrganisationNumber::parse("958935420")->to_string(), "958935420");
    EXPECT_EQ(OrganisationNumber::parse("958 935 420")->to_string(), "958935420");
    EXPECT_EQ(grouped(*OrganisationNumber::parse("958935420")), "958 935 420");
}

TEST(OrganisationNumber, IsRefusedWithAWrongCheckDigitALetterOrAnotherLength) {
    for (const auto* text : {"958935421", "95893542", "9589354200", "95893542a", "", "-58935420"}) {
        const auto number = OrganisationNumber::parse(text);
        ASSERT_FALSE(number) << text;
        EXPECT_EQ(number.error().code, organisation_number_faulty.name);
    }
}

RC_GTEST_PROP(OrganisationNumber, NoticesEveryChangedDigit, ()) {
    const auto eight = *rc::gen::inRange(80'000'000, 99'999'999);
    std::string good;
    for (int check = 0; check < 10 && good.empty(); ++check) {
        const auto text = fmt::format("{}{}", eight, check);
        if (OrganisationNumber::parse(text)) good = text;
    }
    RC_PRE(!good.empty());
    const auto place = *rc::gen::inRange<std::size_t>(0, 9);
    auto changed = good;
    changed[place] = static_cast<char>('0' + (changed[place] - '0' + *rc::gen::inRange(1, 10)) % 10);

    RC_ASSERT(!OrganisationNumber::parse(changed));
}

/// One line of the published vectors.
struct Vector {
    std::string number, kind;
    bool holds_1964, holds_2032;
    std::string description;
};

static std::vector<Vector> vectors() {
    std::vector<Vector> found;
    std::istringstream lines{fixtures::read("identity_numbers.csv")};
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || !all_digits(line.substr(0, 11))) continue;
        std::istringstream cells{line};
        Vector vector;
        std::string rule_1964, rule_2032, expected;
        std::getline(cells, vector.number, ',');
        std::getline(cells, vector.kind, ',');
        std::getline(cells, rule_1964, ',');
        std::getline(cells, rule_2032, ',');
        std::getline(cells, expected, ',');
        std::getline(cells, vector.description);
        vector.holds_1964 = rule_1964 == "1";
        vector.holds_2032 = rule_2032 == "1";
        found.push_back(std::move(vector));
    }
    return found;
}

TEST(IdentityNumber, AgreesWithAllPublishedVectorsUnderBothRules) {
    const auto all = vectors();
    ASSERT_EQ(all.size(), 30U);
    for (const auto& vector : all) {
        const auto number = IdentityNumber::parse(vector.number);
        EXPECT_EQ(number.has_value(), vector.holds_2032 || vector.holds_1964) << vector.number << vector.description;
        if (!number) continue;
        EXPECT_EQ(number->holds_1964(), vector.holds_1964) << vector.number << vector.description;
        EXPECT_EQ(number->is_d_number(), vector.kind.starts_with("D")) << vector.number;
        EXPECT_EQ(number->is_synthetic(), vector.kind.find("+80") != std::string::npos) << vector.number;
        EXPECT_EQ(number->is_h_number(), vector.kind.find("H/") != std::string::npos) << vector.number;
    }
}

TEST(IdentityNumber, NeverStandsInItsOwnError) {
    const auto number = IdentityNumber::parse("13097248032");
    ASSERT_FALSE(number);
    EXPECT_EQ(number.error().code, identity_number_faulty.name);
    EXPECT_TRUE(number.error().values.empty());
}

RC_GTEST_PROP(IdentityNumber, NeverTakesWhatIsNotElevenDigits, (const std::string& text)) {
    RC_PRE(text.size() != 11 || !all_digits(text));
    RC_ASSERT(!IdentityNumber::parse(text));
}

TEST(MunicipalityNumber, IsTextWithItsLeadingZero) {
    EXPECT_EQ(MunicipalityNumber::parse("0301")->to_string(), "0301");
    EXPECT_EQ(MunicipalityNumber::parse("0301")->county(), "03");
    EXPECT_EQ(MunicipalityNumber::parse("301").error().code, municipality_number_faulty.name);
    EXPECT_EQ(MunicipalityNumber::parse("03O1").error().code, municipality_number_faulty.name);
    EXPECT_EQ(with_leading_zero("301"), "0301");
    EXPECT_EQ(with_leading_zero("4601"), "4601");
}

TEST(PostalCode, IsTextWithItsLeadingZero) {
    EXPECT_EQ(PostalCode::parse("0030")->to_string(), "0030");
    EXPECT_EQ(PostalCode::parse("30").error().code, postal_code_faulty.name);
}

} // namespace directory
