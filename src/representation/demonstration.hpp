#pragma once
// Nominations for the demonstration: real bodies and networks, invented people, marked so.
#include "platform/services.hpp"
#include "representation/outside.hpp"

namespace representation {

/// Opens rounds around the day, lets networks nominate and makes one choice, through the same actions as people use.
/// Needs the demonstration of governance. Does nothing when there are rounds already. Fails with what the actions fail
/// with; then nothing is changed.
Result<void> load_demonstration(const Services&, const Outside&, Date today);

/// Fills the register of seats held elsewhere in the same way. Needs the demonstration of voice, whose positions the
/// reports rest on.
Result<void> load_seat_demonstration(const Services&, const Outside&, Date today);

} // namespace representation
