#include "directory/domain/numbers.hpp"

#include "directory/domain/errors.hpp"
#include "directory/domain/modulus11.hpp"

namespace directory {

Result<MunicipalityNumber> MunicipalityNumber::parse(std::string_view text) {
    if (text.size() != 4 || !all_digits(text)) return municipality_number_faulty.error();
    return MunicipalityNumber{text};
}

Result<PostalCode> PostalCode::parse(std::string_view text) {
    if (text.size() != 4 || !all_digits(text)) return postal_code_faulty.error();
    return PostalCode{text};
}

std::string with_leading_zero(std::string_view municipality_number) {
    const bool lost_it = municipality_number.size() == 3 && all_digits(municipality_number);
    return lost_it ? "0" + std::string{municipality_number} : std::string{municipality_number};
}

} // namespace directory
