#include "voice/domain/amount.hpp"

#include "voice/domain/errors.hpp"

#include <cstdlib>
#include <fmt/format.h>

namespace voice {

// 64 bits times 64 bits, before the result is brought back to four decimals.
__extension__ using Wide = __int128;

static constexpr std::size_t decimals_max = 4;

/// Without the spaces that people group digits with: plain, no-break and narrow no-break.
static std::string ungrouped(std::string_view text) {
    std::string digits{text};
    for (const std::string_view space : {" ", "\u00a0", "\u202f"}) {
        for (auto at = digits.find(space); at != std::string::npos; at = digits.find(space))
            digits.erase(at, space.size());
    }
    return digits;
}

static bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Result<Amount> Amount::parse(std::string_view text) {
    const auto refused = not_an_amount.error({{"text", std::string{text.substr(0, 40)}}});
    auto digits = ungrouped(text);
    for (const std::string_view minus : {"-", "−"}) {
        if (digits.starts_with(minus)) {
            auto positive = TRY(parse(std::string_view{digits}.substr(minus.size())));
            if (positive.count_ < 0) return refused;
            return Amount{-positive.count_};
        }
    }
    const auto point = digits.find_first_of(".,");
    const auto whole_part = digits.substr(0, point);
    auto fraction = point == std::string::npos ? std::string{"0"} : digits.substr(point + 1);
    // Thirteen digits hold the largest number that is taken.
    if (!all_digits(whole_part) || whole_part.size() > 13 || !all_digits(fraction) || fraction.size() > decimals_max)
        return refused;
    fraction.resize(decimals_max, '0');
    const auto whole = std::strtoll(whole_part.c_str(), nullptr, 10);
    if (whole >= whole_max) return refused;
    return Amount{whole * one + std::strtoll(fraction.c_str(), nullptr, 10)};
}

std::string Amount::decimals() const {
    const auto rest = count_ % one;
    if (rest == 0) return {};
    auto text = fmt::format("{:04}", rest < 0 ? -rest : rest);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

std::string Amount::to_string() const {
    const auto fraction = decimals();
    const auto positive = count_ < 0 ? -(count_ / one) : count_ / one;
    auto text = fmt::format("{}{}", count_ < 0 ? "-" : "", positive);
    return fraction.empty() ? text : text + "." + fraction;
}

static std::optional<Amount> fitting(Wide count) {
    if (count > INT64_MAX || count < -Wide{INT64_MAX}) return {};
    return Amount::of_ten_thousandths(static_cast<std::int64_t>(count));
}

/// Halves go away from zero.
static Wide divided(Wide numerator, Wide denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide half = denominator / 2;
    return numerator < 0 ? -((-numerator + half) / denominator) : (numerator + half) / denominator;
}

std::optional<Amount> sum(Amount left, Amount right) {
    return fitting(Wide{left.ten_thousandths()} + right.ten_thousandths());
}

std::optional<Amount> difference(Amount left, Amount right) {
    return fitting(Wide{left.ten_thousandths()} - right.ten_thousandths());
}

std::optional<Amount> product(Amount left, Amount right) {
    return fitting(divided(Wide{left.ten_thousandths()} * right.ten_thousandths(), Amount::one));
}

std::optional<Amount> quotient(Amount left, Amount right) {
    if (right.ten_thousandths() == 0) return {};
    return fitting(divided(Wide{left.ten_thousandths()} * Amount::one, right.ten_thousandths()));
}

} // namespace voice
