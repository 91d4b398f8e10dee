#pragma once
#include "dispatch/office.hpp"

namespace dispatch {

/// Asks Altinn what has become of messages, a bounded number in one turn, those first that have waited longest. Each
/// answer is settled in a transaction of its own. While Altinn is away nothing changes, and the same are asked about
/// next time; one message that cannot be asked about is left for an hour and keeps no other waiting.
Result<void> ask_altinn(const Office&);

} // namespace dispatch
