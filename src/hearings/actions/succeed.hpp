#pragma once
// A merger of organisations: the successor is asked in their place.
#include "hearings/actions/acting.hpp"

namespace hearings {

/// Puts one in the other's place in a hearing that is not over; the predecessor's row and answer stay as history. What
/// predecessors said holds for the successor when all of them that answered said the same and it has not spoken itself;
/// else it is silent and asked anew. Appends hearings.addressee_succeeded. Nothing happens when from is not asked.
Result<void> succeed_addressee(const Acting&, const Hearing&, directory::OrganisationId from,
                               directory::OrganisationId to);

} // namespace hearings
