#pragma once
#include "dispatch/store/dispatch_store.hpp"

namespace dispatch {

struct AccountRetention {
    AccountId account_id;
    std::int64_t days = 0;
};

namespace store {

Result<std::vector<AccountRetention>> retentions(db::Reader&);
Result<std::int64_t> retention_of(db::Reader&, AccountId);
Result<void> set_retention(db::Transaction&, AccountId, std::int64_t days);

/// Dispatches of an account with their content, unchanged since before a time, the oldest first; behind the one given.
struct KeptFilter {
    AccountId account_id;
    Instant before;
    Instant behind_at{};
    std::optional<DispatchId> behind{};
    int limit = 100;
};
Result<std::vector<Dispatch>> kept(db::Reader&, const KeptFilter&);

} // namespace store
} // namespace dispatch
