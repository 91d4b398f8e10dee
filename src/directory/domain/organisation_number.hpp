#pragma once
// Organisasjonsnummer: nine digits of Enhetsregisteret.
#include "platform/result.hpp"

#include <string>
#include <string_view>

namespace directory {

/// Nine digits, the last one a check digit: weights 3 2 7 6 5 4 3 2, modulus 11; a remainder that would need the digit
/// 10 is never given out. Written with or without spaces. Source: Brønnøysundregistrene, "Organisasjonsnummeret".
class OrganisationNumber {
public:
    /// Fails with directory.organisation_number_faulty.
    static Result<OrganisationNumber> parse(std::string_view text);
    [[nodiscard]] const std::string& to_string() const { return digits_; }
    auto operator<=>(const OrganisationNumber&) const = default;

private:
    explicit OrganisationNumber(std::string digits) : digits_{std::move(digits)} {}
    std::string digits_;
};

/// "958 935 420", as people read it.
std::string grouped(const OrganisationNumber&);

} // namespace directory
