#pragma once
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>

namespace dispatch {

struct Webhook {
    AccountId account_id;
    std::string url;
    Instant set_at;
    std::optional<Instant> told_at;
    std::optional<std::int64_t> told_status; ///< 0: no answer.
};

namespace store {

Result<std::optional<Webhook>> webhook(db::Reader&, AccountId);
Result<bool> has_webhook(db::Reader&, DispatchId);
Result<void> set_webhook(db::Transaction&, AccountId, std::string_view url, Instant now);
/// False when there was none.
Result<bool> remove_webhook(db::Transaction&, AccountId);
Result<void> note_told(db::Transaction&, AccountId, Instant now, std::int64_t status);

} // namespace store
} // namespace dispatch
