#pragma once
// National identity numbers (foedselsnummer) and their relatives, under the rule of 1964 and that of 2032 at once.
#include "platform/result.hpp"

#include <string>
#include <string_view>

namespace directory {

/// Eleven digits, DDMMYY, three individual digits, two check digits k1 and k2:
///
///   k1: 3 7 6 1 8 9 4 5 2 over the first nine; rule of 1964: (sum + k1) mod 11 is 0; rule of 2032: 0, 1, 2 or 3
///   k2: 5 4 3 2 7 6 5 4 3 2 over the first ten; (sum + k2) mod 11 is 0 under both
///
/// A D-number has 40 added to the day, an H-number 40 to the month; synthetic numbers have 80 (Tenor) or 65 (Nav) added
/// to the month, and all combine with D. Numbers of the 2032 rule are given to persons of any age, so neither sex nor
/// century can be read from a number, and nothing here does. Source: Skatteetaten, "Nytt foedselsnummer fra 2032";
/// vectors in tests/fixtures.
class IdentityNumber {
public:
    /// Fails with directory.identity_number_faulty. The words of the error never hold the number.
    static Result<IdentityNumber> parse(std::string_view text);
    [[nodiscard]] const std::string& digits() const { return digits_; }
    [[nodiscard]] bool holds_1964() const { return holds_1964_; }
    [[nodiscard]] bool is_d_number() const { return is_d_; }
    [[nodiscard]] bool is_h_number() const { return month_added_ == 40; }
    /// Made for tests; belongs to nobody.
    [[nodiscard]] bool is_synthetic() const { return month_added_ == 80 || month_added_ == 65; }

private:
    IdentityNumber() = default;
    std::string digits_;
    bool holds_1964_ = false;
    bool is_d_ = false;
    int month_added_ = 0;
};

} // namespace directory
