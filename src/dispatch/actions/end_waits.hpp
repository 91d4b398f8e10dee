#pragma once
#include "dispatch/actions/settle.hpp"
#include "dispatch/domain/patience.hpp"

namespace dispatch {

/// Ends what has stood still for too long in a state, a few at a time: it goes on by the next way, or ends with its
/// cause. Gives how many were moved; 0 when nothing stands still.
Result<int> end_waits(const Settling&, const Patience&);
/// The same for what waits for receivers that are closed: nobody will ever fetch it.
Result<int> end_waits_for_closed(const Settling&);

/// Tells of each receiver that has begun to let post lie: itself and the senders, once until it fetches again.
Result<void> tell_of_silence(const Settling&);

} // namespace dispatch
