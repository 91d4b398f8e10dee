#pragma once
#include "dispatch/office.hpp"

namespace dispatch {

/// What nothing refers to is left alone for so long: who began to read it may end, and a copy of the database that was
/// taken before finds it while the files are copied.
inline constexpr auto released_rest = std::chrono::hours{24};

/// Finds files that no letter ever took, and gives the space of all that has been without use for a day back.
Result<void> give_space_back(const Office&);

} // namespace dispatch
