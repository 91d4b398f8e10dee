#include "governance/domain/case_number.hpp"
#include "governance/domain/errors.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace governance {

static constexpr std::size_t serial_digits_min = 5;
static constexpr std::size_t serial_digits_max = 7;

std::string CaseNumber::to_string() const {
    return fmt::format("{:02}/{:05}", year % 100, serial);
}
std::string CaseNumber::slug() const {
    return fmt::format("{:02}-{:05}", year % 100, serial);
}

static bool is_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

static int number_in(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

Result<CaseNumber> CaseNumber::parse(std::string_view text) {
    const auto faulty = case_number_faulty.error({{"number", std::string{text.substr(0, 40)}}});
    if (text.size() < 3 + serial_digits_min || text.size() > 3 + serial_digits_max) return faulty;
    if (text[2] != '/' && text[2] != '-') return faulty;
    const auto year_digits = text.substr(0, 2), serial_digits = text.substr(3);
    if (!is_digits(year_digits) || !is_digits(serial_digits)) return faulty;
    // One number has one way of being written, else one case would have two addresses.
    if (serial_digits.size() > serial_digits_min && serial_digits.front() == '0') return faulty;
    const auto short_year = number_in(year_digits);
    const CaseNumber number{.year = short_year + (short_year >= 70 ? 1900 : 2000), .serial = number_in(serial_digits)};
    if (number.serial == 0) return faulty;
    return number;
}

} // namespace governance
