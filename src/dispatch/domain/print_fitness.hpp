#pragma once
// What a PDF must be to be delivered at all, and to be put on paper.
#include "dispatch/domain/envelope.hpp"
#include "platform/pdf/workshop.hpp"

#include <vector>

namespace dispatch {

/// A page up to A3 is scaled down onto A4, either way up; what is larger cannot be read then, and what is smaller than
/// a stamp is none.
inline constexpr double printed_side_mm_min = 20;
inline constexpr double printed_short_side_mm_max = 297 + 5;
inline constexpr double printed_long_side_mm_max = 420 + 5;

/// pointer: to the document.
std::vector<Fault> print_faults(const Document&, const pdf::Look&, const std::string& pointer, bool is_printed);

} // namespace dispatch
