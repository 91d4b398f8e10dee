#pragma once
// Dispatches that stand still, and receivers that let them.
#include "directory/ids.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/dispatch_store.hpp"

namespace dispatch {

/// A receiver with post that has waited for long.
struct SilentReceiver {
    ReceiverId id;
    std::string name;
    directory::OrganisationId organisation_id;
    std::int64_t waiting = 0;
    Instant oldest_at;
    std::optional<Instant> told_at; ///< When both sides were told.
};

namespace store {

/// In a state since before the time given, the longest first; those that were held for somebody who is away since
/// before another.
Result<std::vector<DispatchId>> standing_still(db::Reader&, Status, Instant since, Instant held_since, int limit);

/// Dispatches that wait for receivers that are closed.
Result<std::vector<DispatchId>> waiting_for_closed(db::Reader&, int limit);
/// Receivers with something that has been ready since before the time given, the longest wait first.
Result<std::vector<SilentReceiver>> silent_receivers(db::Reader&, Instant since);
/// Receivers that were told of, and have nothing left that has waited so long.
Result<std::vector<ReceiverId>> receivers_back(db::Reader&, Instant since);
Result<void> set_silent(db::Transaction&, ReceiverId, std::optional<Instant> since);
/// Whose dispatches wait for it.
Result<std::vector<directory::OrganisationId>> senders_waiting_for(db::Reader&, ReceiverId, Instant since);

} // namespace store
} // namespace dispatch
