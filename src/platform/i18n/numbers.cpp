#include "platform/i18n/numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace i18n {

static constexpr std::string_view no_break_space = "\u00A0";
static constexpr std::string_view minus = "\u2212";

/// The digits of a number not below zero, in groups.
static std::string in_groups(std::string_view digits, Language language) {
    const auto separator = language == Language::en ? std::string_view{","} : no_break_space;
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
        out += digits[i];
    }
    return out;
}

std::string grouped(std::int64_t number, Language language) {
    auto digits = std::to_string(number);
    if (number >= 0) return in_groups(digits, language);
    return std::string{minus} + in_groups(digits.substr(1), language);
}

std::string with_decimals(double number, int digits, Language language) {
    if (!std::isfinite(number)) return "\u2013";
    char written[400]; // the largest double has 309 digits before the point
    const auto [end, failure] = std::to_chars(std::begin(written), std::end(written), std::abs(number),
                                              std::chars_format::fixed, std::clamp(digits, 0, 20));
    const std::string_view text{written, static_cast<std::size_t>(end - written)};
    const auto point = std::min(text.find('.'), text.size());
    const bool is_zero = text.find_first_not_of("0.") == std::string_view::npos;
    auto out =
        (number < 0 && !is_zero ? std::string{minus} : std::string{}) + in_groups(text.substr(0, point), language);
    if (point < text.size()) {
        out += language == Language::en ? '.' : ',';
        out += text.substr(point + 1);
    }
    return out;
}

} // namespace i18n
