#pragma once
#include "dispatch/office.hpp"

namespace dispatch {

/// Asks the register about guardianships that it has not said yes to for some hours, a bounded number in one turn. What
/// it says no to ends. While it is away nothing changes, and the same are asked about next time.
Result<void> ask_about_guardians(const Office&);

} // namespace dispatch
