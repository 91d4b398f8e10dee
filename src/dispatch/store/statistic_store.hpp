#pragma once
#include "directory/ids.hpp"
#include "dispatch/domain/statistic.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <vector>

namespace dispatch {

/// What lies in one state, all over the program.
struct QueueState {
    Status status = Status::received;
    std::int64_t letters = 0;
    Instant oldest_at; ///< In that state since then.
};

namespace store {

/// The letters of an account in a month, counted now. Reads as many rows as there are letters.
Result<std::vector<LetterCount>> counted(db::Reader&, AccountId, const Month&);
/// In place of what was counted before.
Result<void> set_statistic(db::Transaction&, AccountId, const Month&, const std::vector<LetterCount>&, Instant now);
Result<bool> has_statistic(db::Reader&, AccountId, const Month&);
/// All accounts, closed ones too.
Result<std::vector<AccountId>> all_accounts(db::Reader&);

struct Statistic {
    std::vector<LetterCount> counts;   ///< By month, the oldest first.
    std::optional<Instant> counted_at; ///< The last time.
};
Result<Statistic> statistic_of(db::Reader&, directory::OrganisationId, const std::string& from_month);

/// What has not come to its end, by status.
Result<std::vector<QueueState>> queue_states(db::Reader&);

} // namespace store
} // namespace dispatch
