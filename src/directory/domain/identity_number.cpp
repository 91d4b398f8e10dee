#include "directory/domain/identity_number.hpp"

#include "directory/domain/errors.hpp"
#include "directory/domain/modulus11.hpp"

#include <array>
#include <optional>

namespace directory {

static constexpr std::array weights_k1{3, 7, 6, 1, 8, 9, 4, 5, 2};
static constexpr std::array weights_k2{5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
static constexpr int remainder_2032_max = 3;

static int two_digits(std::string_view digits, std::size_t at) {
    return (digits[at] - '0') * 10 + digits[at + 1] - '0';
}

static std::optional<int> added_to_month(int month) {
    for (const int added : {0, 40, 65, 80}) {
        if (month > added && month <= added + 12) return added;
    }
    return {};
}

/// The century cannot be known, so 29 February is good in each year that is a leap year in some century since 1900.
static bool is_day(int day, int month, int year_of_century) {
    static constexpr std::array lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = year_of_century % 4 == 0;
    const int length = lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
    return day >= 1 && day <= length;
}

Result<IdentityNumber> IdentityNumber::parse(std::string_view text) {
    if (text.size() != 11 || !all_digits(text)) return identity_number_faulty.error();
    const int day = two_digits(text, 0);
    const int month = two_digits(text, 2);
    const auto added = added_to_month(month);
    const bool is_d = day > 40;
    if (!added || !is_day(is_d ? day - 40 : day, month - *added, two_digits(text, 4))) {
        return identity_number_faulty.error();
    }
    const int remainder_k1 = (weighted_sum(text, weights_k1) + text[9] - '0') % 11;
    const int remainder_k2 = (weighted_sum(text, weights_k2) + text[10] - '0') % 11;
    if (remainder_k1 > remainder_2032_max || remainder_k2 != 0) return identity_number_faulty.error();

    IdentityNumber number;
    number.digits_ = text;
    number.holds_1964_ = remainder_k1 == 0;
    number.is_d_ = is_d;
    number.month_added_ = *added;
    return number;
}

} // namespace directory
