#pragma once
#include "representation/actions/acting.hpp"
#include "representation/domain/council.hpp"

namespace representation {

/// Appends an event about the council, whose it is, and whatever else it concerns.
Result<void> tell(const Acting&, std::string_view type, const Council&, journal::Body = {},
                  std::vector<journal::Subject> others = {});

} // namespace representation
