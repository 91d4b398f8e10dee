#pragma once
// What lies in somebody's mailbox, and what an organisation has sent.
#include "directory/ids.hpp"
#include "dispatch/store/dispatch_store.hpp"

namespace dispatch {

/// A dispatch as its recipient has it.
struct Letter {
    Dispatch dispatch;
    std::int64_t position = 0; ///< Of this recipient; 0 is the addressee.
    std::optional<Instant> opened_at;
};

namespace store {

inline constexpr int letters_max = 200;

/// Newest first; only what has come as far as a mailbox, and has its content still. before: older than that.
Result<std::vector<Letter>> letters_of(db::Reader&, const db::Bytes& identity_hash, std::optional<Instant> before);
/// Fails with dispatch.dispatch_not_found, also when it is somebody else's.
Result<Letter> letter_of(db::Reader&, const db::Bytes& identity_hash, DispatchId);
/// False when it was opened before.
Result<bool> set_opened(db::Transaction&, DispatchId, std::int64_t position, Instant now);

/// Whether any of those it was sent or shown to has opened it here.
Result<bool> is_opened_by_anybody(db::Reader&, DispatchId);

/// What the accounts of an organisation have sent, the newest first.
struct OutboxFilter {
    std::optional<Status> status;
    std::optional<Instant> before;
    int limit = 50;
};
Result<std::vector<Dispatch>> sent_by(db::Reader&, directory::OrganisationId, const OutboxFilter&);
/// Fails with dispatch.dispatch_not_found, also for one of another organisation.
Result<Dispatch> sent_by(db::Reader&, directory::OrganisationId, DispatchId);

} // namespace store
} // namespace dispatch
