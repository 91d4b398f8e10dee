#pragma once
// Jobs as they are kept. A claim and its end are conditional on the lease, so that a job taken over is settled once.
#include "platform/jobs/runner.hpp"

namespace jobs {

/// How often this program has put something in a queue, in transactions that may not be committed yet. Runners that
/// see the journal grow need not look into the database while this stands still.
std::uint64_t queued_so_far();

/// The job that has been due longest, of these kinds: others are left to processes that know them.
struct Front {
    std::string kind;
    int attempts = 0;
};
Result<std::optional<Front>> find_front(db::Reader&, const std::vector<std::string>& kinds, Instant now);
/// Those that have been due longest, leased. More than one only of those that were never tried: what ended its process
/// once must not take others with it.
Result<std::vector<Job>> claim_due(db::Transaction&, const std::vector<std::string>& kinds, Instant now,
                                   Instant leased_until, int count_max);
/// Only who holds the lease makes it last longer.
Result<void> renew(db::Transaction&, const Job&, Instant leased_until);
/// All leases run out now; gives how many there were.
Result<std::int64_t> end_leases(db::Transaction&, Instant now);
/// Whether a lease has run out.
Result<bool> is_any_lost(db::Reader&, Instant now);
/// Makes them due again; puts aside what was lost in its last attempt: something in it may be what ends the process
/// each time.
Result<void> take_back_lost(db::Transaction&, Instant now, int attempts_max);
/// Makes those of one kind due again that have attempts left.
Result<void> take_back_lost_of(db::Transaction&, std::string_view kind, Instant now, int attempts_max);
/// As if it had not been claimed.
Result<void> give_back_unbegun(db::Transaction&, const Job&);
Result<void> remove_done(db::Transaction&, const Job&);
Result<void> put_back(db::Transaction&, const Job&, Instant due, std::string_view failure);
/// Waits for its next time, with its attempts forgotten.
Result<void> put_back_for_next_time(db::Transaction&, const Job&, Instant due, std::string_view failure);
Result<void> put_aside(db::Transaction&, const Job&, std::string_view failure);

Result<std::int64_t> consumer_position(db::Reader&, std::string_view name);
Result<void> set_consumer_position(db::Transaction&, std::string_view name, std::int64_t sequence);

std::string_view name_of(State);

} // namespace jobs
