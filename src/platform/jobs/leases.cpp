// How a worker keeps what it has claimed, and takes over what another has lost.
#include "platform/jobs/runner.hpp"

#include "platform/jobs/job_store.hpp"

#include <algorithm>

namespace jobs {

std::vector<Job> Runner::due_for_renewal(Instant now) {
    std::vector<Job> due;
    const std::lock_guard lock{holding_};
    for (auto& held : held_) {
        if (now < held.renewed + options_.lease / 3 || now >= held.since + options_.work_max) continue;
        held.renewed = now;
        due.push_back(held.job);
    }
    return due;
}

Result<void> Runner::renew_leases() {
    const auto now = services_.clock.now();
    const auto due = due_for_renewal(now);
    if (due.empty()) return {};
    return services_.database.write([&](db::Transaction& transaction) -> Result<void> {
        for (const auto& job : due)
            TRY(renew(transaction, job, now + options_.lease));
        return {};
    });
}

int Runner::attempts_max_of(const std::string& kind) const {
    const auto found = options_.attempts.find(kind);
    return found == options_.attempts.end() ? options_.attempts_max : found->second;
}

Result<void> Runner::take_back_lost_ones(db::Transaction& transaction, Instant now) {
    for (const auto& [kind, attempts_max] : options_.attempts)
        TRY(take_back_lost_of(transaction, kind, now, attempts_max));
    return take_back_lost(transaction, now, options_.attempts_max);
}

bool Runner::is_time_to_look_for_lost(Instant now) {
    constexpr std::chrono::seconds interval{1};
    const std::lock_guard lock{holding_};
    if (looked_for_lost_at_ <= now && now < looked_for_lost_at_ + interval) return false;
    looked_for_lost_at_ = now;
    return true;
}

} // namespace jobs
