#pragma once
// Numbers that are text: a lost leading zero makes another place of them.
#include "platform/result.hpp"

#include <string>
#include <string_view>

namespace directory {

/// kommunenummer: four digits, "0301".
class MunicipalityNumber {
public:
    /// Fails with directory.municipality_number_faulty.
    static Result<MunicipalityNumber> parse(std::string_view text);
    [[nodiscard]] const std::string& to_string() const { return digits_; }
    /// fylkesnummer: the first two digits.
    [[nodiscard]] std::string county() const { return digits_.substr(0, 2); }
    auto operator<=>(const MunicipalityNumber&) const = default;

private:
    explicit MunicipalityNumber(std::string_view digits) : digits_{digits} {}
    std::string digits_;
};

/// postnummer: four digits, "0030".
class PostalCode {
public:
    /// Fails with directory.postal_code_faulty.
    static Result<PostalCode> parse(std::string_view text);
    [[nodiscard]] const std::string& to_string() const { return digits_; }
    auto operator<=>(const PostalCode&) const = default;

private:
    explicit PostalCode(std::string_view digits) : digits_{digits} {}
    std::string digits_;
};

/// The number as it should be when a file has kept it as an integer: "301" is "0301". Other texts come back unchanged.
std::string with_leading_zero(std::string_view municipality_number);

} // namespace directory
