#pragma once
#include "dispatch/office.hpp"

namespace dispatch {

/// Counts the letters of every account in the newest months anew, and those of older months that were never counted.
Result<void> count_letters(const Office&);

} // namespace dispatch
