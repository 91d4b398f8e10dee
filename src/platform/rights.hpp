#pragma once
// The rights that the platform's own pages ask for.
#include "platform/principal.hpp"

namespace platform::right {

/// Sees how the program fares and mends it: jobs, what only operators may see in the journal.
inline constexpr Right operate{"platform.operate"};
/// Sees events of the journal that are not for everybody: for one subject (scope is its id), or for all.
inline constexpr Right read_internal_events{"journal.read_internal"};

} // namespace platform::right
