#pragma once
#include "dispatch/office.hpp"
#include "dispatch/store/dispatch_store.hpp"

namespace dispatch {

/// Part of hand_over_letter: for one that waits for Altinn, which must be there.
Result<void> hand_over_to_altinn(const Office&, Dispatch, std::int64_t attempt);

} // namespace dispatch
