#include "directory/domain/organisation_number.hpp"

#include "directory/domain/errors.hpp"
#include "directory/domain/modulus11.hpp"

#include <array>

namespace directory {

static constexpr std::array weights{3, 2, 7, 6, 5, 4, 3, 2};

Result<OrganisationNumber> OrganisationNumber::parse(std::string_view text) {
    std::string digits;
    for (const char letter : text) {
        if (letter != ' ') digits += letter;
    }
    const bool is_whole = digits.size() == 9 && all_digits(digits);
    const int expected = is_whole ? (11 - weighted_sum(digits, weights) % 11) % 11 : 10;
    if (expected == 10 || digits[8] - '0' != expected) return organisation_number_faulty.error();
    return OrganisationNumber{std::move(digits)};
}

std::string grouped(const OrganisationNumber& number) {
    const auto& digits = number.to_string();
    return digits.substr(0, 3) + ' ' + digits.substr(3, 3) + ' ' + digits.substr(6);
}

} // namespace directory
