#pragma once
// Numbers with four decimals, exact: what one side computes, the other computes to the same digit.
#include "platform/result.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace voice {

class Amount {
public:
    static constexpr std::int64_t one = 10'000;
    /// Larger numbers are refused when they are given: thousands of milliards.
    static constexpr std::int64_t whole_max = 1'000'000'000'000;

    constexpr Amount() = default;
    static constexpr Amount of_ten_thousandths(std::int64_t count) { return Amount{count}; }
    static constexpr Amount of(std::int64_t whole) { return Amount{whole * one}; }
    /// "1 234,5", "-12.25": spaces between digits, comma or point, at most four decimals. Fails with
    /// voice.not_an_amount.
    static Result<Amount> parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t ten_thousandths() const { return count_; }
    /// Toward zero.
    [[nodiscard]] constexpr std::int64_t whole() const { return count_ / one; }
    /// The four decimals without zeros at their end: "25" of 12.25; empty when there are none.
    [[nodiscard]] std::string decimals() const;
    /// "-12.25", as JSON and CSV have it.
    [[nodiscard]] std::string to_string() const;
    auto operator<=>(const Amount&) const = default;

private:
    explicit constexpr Amount(std::int64_t count) : count_{count} {}
    std::int64_t count_ = 0;
};

/// Each gives nothing when the answer does not fit. Products and quotients are rounded to the nearest ten-thousandth,
/// halves away from zero.
std::optional<Amount> sum(Amount, Amount);
std::optional<Amount> difference(Amount, Amount);
std::optional<Amount> product(Amount, Amount);
/// Nothing for a division by zero too.
std::optional<Amount> quotient(Amount, Amount);

} // namespace voice
