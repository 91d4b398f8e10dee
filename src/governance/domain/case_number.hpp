#pragma once
// The number of a case as people write it: two digits of the year, then a running number of that year.
#include "platform/clock.hpp"
#include "platform/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace governance {

/// "19/03109": the 3109th case of 2019. Years from 1970 to 2069 can be told from two digits.
struct CaseNumber {
    int year = 0; ///< 2019
    int serial = 0;

    /// "19/03109", with at least five digits in the running number.
    [[nodiscard]] std::string to_string() const;
    /// "19-03109": the same in an address.
    [[nodiscard]] std::string slug() const;
    /// Either form. Fails with governance.case_number_faulty.
    static Result<CaseNumber> parse(std::string_view text);
    auto operator<=>(const CaseNumber&) const = default;
};

} // namespace governance
