#pragma once
// Where letters on paper go back to when nobody can deliver them, as an account's people wrote it.
#include "dispatch/domain/envelope.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dispatch {

inline constexpr std::size_t return_lines_max = 4;
inline constexpr std::size_t return_line_length_max = 40; ///< What the window of an envelope shows.

/// The lines of a text, without those that are empty.
std::vector<std::string> lines_of_text(std::string_view text);

/// The same in parts, for receivers: a last line of four digits and a town is postal code and town, the first three
/// others are lines. The name is left empty.
PostalAddress address_of_lines(std::string_view text);

} // namespace dispatch
