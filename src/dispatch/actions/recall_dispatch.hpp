#pragma once
#include "dispatch/actions/settle.hpp"
#include "dispatch/domain/recall.hpp"
#include "dispatch/store/account_store.hpp"

namespace dispatch {

/// Stops a dispatch, or keeps that it was tried too late; either stands in the journal, and so in the receipt. Stopped
/// already, it stays so. The content is kept until the sender or the retention destroys it, but no recipient sees it.
///
/// Fails with dispatch.nothing_to_recall.
Result<RecallOutcome> recall_dispatch(const Settling&, Dispatch);

/// Keeps that a receiver is handed the content, before it is: from now on it cannot be stopped in time. Again does
/// nothing. Fails with dispatch.dispatch_not_found when it is not, or no longer, this receiver's.
Result<void> hand_out(const Settling&, DispatchId, const Receiver&);

} // namespace dispatch
