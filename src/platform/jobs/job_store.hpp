#pragma once
// Jobs as they are kept. A claim and its end are conditional on the lease, so that a job taken over is settled once.
#include "platform/jobs/runner.hpp"

namespace jobs {

/// Jobs of other kinds are left to processes that know them.
Result<bool> is_any_due(db::Reader&, const std::vector<std::string>& kinds, Instant now);
/// The job that has been due longest, leased; nothing when none is due.
Result<std::optional<Job>> claim_due(db::Transaction&, const std::vector<std::string>& kinds, Instant now,
                                     Instant leased_until);
/// Puts aside what was lost in its last attempt: something in it may be what ends the process each time.
Result<void> put_lost_aside(db::Transaction&, Instant now, int attempts_max);
Result<void> remove_done(db::Transaction&, const Job&);
Result<void> put_back(db::Transaction&, const Job&, Instant due, std::string_view failure);
/// Waits for its next time, with its attempts forgotten.
Result<void> put_back_for_next_time(db::Transaction&, const Job&, Instant due, std::string_view failure);
Result<void> put_aside(db::Transaction&, const Job&, std::string_view failure);

Result<std::int64_t> consumer_position(db::Reader&, std::string_view name);
Result<void> set_consumer_position(db::Transaction&, std::string_view name, std::int64_t sequence);

std::string_view name_of(State);

} // namespace jobs
