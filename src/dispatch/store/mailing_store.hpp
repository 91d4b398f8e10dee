#pragma once
// Letters with the same content that were sent in one request.
#include "dispatch/store/dispatch_store.hpp"

#include <optional>
#include <vector>

namespace dispatch {

/// One request that became several letters.
struct Mailing {
    MailingId id;
    AccountId account_id;
    Instant sent_at;
};

namespace store {

/// The letters in the order of their recipients; they must be written down already.
Result<void> insert(db::Transaction&, const Mailing&, const std::vector<DispatchId>& letters);
/// Fails with dispatch.mailing_not_found, also for another account's.
Result<Mailing> mailing_of_account(db::Reader&, MailingId, AccountId);
/// In the order of their recipients.
Result<std::vector<DispatchId>> letters_of(db::Reader&, MailingId);
/// Nothing when the letter was sent alone.
Result<std::optional<MailingId>> mailing_of(db::Reader&, DispatchId);

} // namespace store
} // namespace dispatch
