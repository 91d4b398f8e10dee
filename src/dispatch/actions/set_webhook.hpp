#pragma once
#include "dispatch/office.hpp"

namespace dispatch {

/// From now on the account's system is told at this address what becomes of its dispatches.
/// Fails with dispatch.webhook_address_faulty.
Result<void> set_webhook(db::Transaction&, const Office&, const Principal&, AccountId, const std::string& url,
                         Instant now);
/// Fails with dispatch.webhook_missing.
Result<void> remove_webhook(db::Transaction&, const Office&, const Principal&, AccountId, Instant now);

} // namespace dispatch
