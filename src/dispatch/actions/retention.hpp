#pragma once
#include "dispatch/actions/settle.hpp"
#include "dispatch/store/retention_store.hpp"

namespace dispatch {

/// From now on the account's content is kept so long after a dispatch has come to its end.
/// Fails with platform.number_out_of_range.
Result<void> set_retention(db::Transaction&, const Office&, const Principal&, AccountId, std::int64_t days,
                           Instant now);

/// Destroys the content of the next few dispatches of an account that have been kept for long enough, and moves the
/// filter behind them; false when there are no more. What is under way, or may still be signed, is kept.
Result<bool> destroy_outdated(const Settling&, store::KeptFilter&);

} // namespace dispatch
