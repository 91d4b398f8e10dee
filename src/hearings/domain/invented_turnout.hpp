#pragma once
// Who answers an invented hearing, when and how: drawn from the municipality's number alone, the same on each machine.
#include "hearings/domain/hearing.hpp"

namespace hearings {

/// FNV-1a over the hearing's title and the number: evenly spread, no chance. Source: RFC draft-eastlake-fnv.
std::uint32_t spread_of(std::string_view title, std::string_view number);
/// Eleven of twenty support, five on a condition, two do not, two have no capacity.
Stance invented_stance(std::uint32_t spread);
/// A moment of a working day from the first day to the last, both included.
Instant invented_moment(std::uint32_t spread, Date first, Date last);

} // namespace hearings
