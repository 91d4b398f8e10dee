// Exact numbers, and the methods that costs are computed by.
#include "platform/json/described_members.hpp"
#include "voice/domain/consultation.hpp"
#include "voice/domain/cost_method.hpp"
#include "voice/domain/errors.hpp"
#include "voice/texts.hpp"

#include "platform/i18n/translator.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace voice;

namespace {

using Exact = boost::multiprecision::cpp_int;

Exact exact(Amount amount) {
    return amount.ten_thousandths();
}

/// The nearest whole number, halves away from zero: written another way than the program does.
Exact rounded(const Exact& numerator, const Exact& denominator) {
    const bool is_negative = (numerator < 0) != (denominator < 0);
    const Exact twice = 2 * abs(numerator) / abs(denominator);
    const Exact nearest = (twice + 1) / 2;
    return is_negative ? Exact{-nearest} : nearest;
}

bool fits(const Exact& count) {
    return abs(count) <= Exact{std::numeric_limits<std::int64_t>::max()};
}

Amount any_amount() {
    return Amount::of_ten_thousandths(*rc::gen::arbitrary<std::int64_t>() / 2);
}

CostMethod growing(int times) {
    CostMethod method;
    method.inputs = {{"start", "kroner"}};
    std::string before = "start";
    for (int i = 0; i < times; ++i) {
        const auto name = "step" + std::to_string(i);
        method.steps.push_back({name, CostOperation::multiply, {before, before}, "kroner"});
        before = name;
    }
    return method;
}

} // namespace

TEST(Amount, IsReadAsPeopleWriteIt) {
    for (const auto* text : {"1234.5", "1234,5", "1 234,5", "1\u00a0234,5000", "1\u202f234.50"}) {
        const auto amount = Amount::parse(text);
        ASSERT_TRUE(amount) << text;
        EXPECT_EQ(amount->to_string(), "1234.5") << text;
    }
    EXPECT_EQ(Amount::parse("-0,25")->to_string(), "-0.25");
    EXPECT_EQ(Amount::parse("−3")->to_string(), "-3");
}

TEST(Amount, IsRefusedWhenItIsNoNumberOrTooLong) {
    for (const auto* text : {"", "kr 5", "1.2.3", "1,23456", ".5", "5.", "--5", "1000000000000", "12e3", "0x1"}) {
        const auto refused = Amount::parse(text);
        ASSERT_FALSE(refused) << text;
        EXPECT_EQ(refused.error().code, not_an_amount.name);
    }
}

RC_GTEST_PROP(Amount, IsWrittenAsItIsRead, ()) {
    const auto amount =
        Amount::of_ten_thousandths(*rc::gen::inRange<std::int64_t>(-9'000'000'000'000'000, 9'000'000'000'000'000));
    const auto again = Amount::parse(amount.to_string());
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == amount);
}

RC_GTEST_PROP(Amount, CountsAsNumbersWithoutLimitDo, ()) {
    const auto left = any_amount(), right = any_amount();
    const auto expect = [](const std::optional<Amount>& found, const Exact& wanted) {
        RC_ASSERT(found.has_value() == fits(wanted));
        if (found) RC_ASSERT(exact(*found) == wanted);
    };
    expect(sum(left, right), exact(left) + exact(right));
    expect(difference(left, right), exact(left) - exact(right));
    expect(product(left, right), rounded(exact(left) * exact(right), Amount::one));
    if (right.ten_thousandths() != 0) expect(quotient(left, right), rounded(exact(left) * Amount::one, exact(right)));
}

TEST(Amount, HasNoQuotientByNothing) {
    EXPECT_FALSE(quotient(Amount::of(1), Amount{}).has_value());
}

TEST(CostMethod, WorksOutEveryStepInItsOrder) {
    const auto* method = cost_method("working_time", 1);
    ASSERT_NE(method, nullptr);
    const auto worked = work_out(*method, {{"cases_a_year", Amount::of(240'000)},
                                           {"minutes_per_case", *Amount::parse("12,5")},
                                           {"kroner_per_hour", Amount::of(640)}});
    ASSERT_TRUE(worked);
    ASSERT_EQ(worked->size(), 3U);
    EXPECT_EQ((*worked)[0].amount.to_string(), "3000000");
    EXPECT_EQ((*worked)[1].amount.to_string(), "50000");
    EXPECT_EQ((*worked)[1].operands.back().amount.to_string(), "60");
    EXPECT_EQ((*worked)[2].amount.to_string(), "32000000");
}

TEST(CostMethod, OfAnOldCalculationStaysWhenANewerVersionComes) {
    const auto day = [](std::string_view text) { return *parse_date(text); };
    EXPECT_EQ(cost_method_on("per_municipality", day("2025-12-31"))->version, 1);
    EXPECT_EQ(cost_method_on("per_municipality", day("2026-01-01"))->version, 2);
    EXPECT_NE(cost_method("per_municipality", 1), nullptr);
    EXPECT_EQ(cost_method_on("per_municipality", day("2019-12-31")), nullptr);
    EXPECT_EQ(cost_method("per_municipality", 3), nullptr);
}

TEST(CostMethod, IsRefusedWhenTheAnswerIsTooLarge) {
    const auto refused = work_out(growing(3), {{"start", Amount::of(999'999)}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, calculation_too_large.name);
}

TEST(CostMethod, NamesOnlyWhatItHasAndWhatHasWords) {
    const i18n::Library library{{&voice::text::catalogue}};
    const auto& t = library.in(i18n::Language::nn);
    for (const auto& method : cost_methods()) {
        EXPECT_NE(t.by_name("cost.method." + method.code), "") << method.code;
        CostInputs inputs;
        for (const auto& input : method.inputs) {
            EXPECT_NE(t.by_name("cost.number." + input.name), "") << input.name;
            EXPECT_NE(t.by_name("cost.unit." + input.unit), "") << input.unit;
            inputs.emplace(input.name, Amount::of(2));
        }
        const auto worked = work_out(method, inputs);
        ASSERT_TRUE(worked) << method.code;
        for (const auto& step : *worked) {
            EXPECT_NE(t.by_name("cost.number." + step.step.name), "") << step.step.name;
            EXPECT_NE(t.by_name("cost.unit." + step.step.unit), "") << step.step.unit;
        }
        EXPECT_EQ(worked->back().step.unit, "kroner") << method.code;
    }
}

TEST(Consultation, MaySendMembersOfBodiesThatDecide) {
    using enum governance::BodyKind;
    for (const auto kind : json::enumerator_values<governance::BodyKind>) {
        EXPECT_EQ(may_speak(kind, directory::OrganisationKind::association),
                  kind == assembly || kind == board || kind == council);
        EXPECT_FALSE(may_speak(kind, directory::OrganisationKind::municipality));
    }
}
