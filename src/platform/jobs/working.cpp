// Claiming what is due, doing it, and saying what came of it.
#include "platform/jobs/runner.hpp"

#include "platform/errors.hpp"
#include "platform/jobs/holding.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"

#include <algorithm>

namespace jobs {

/// The job border: whatever a handler throws is a failure like any other.
template <class Handling>
static auto attempt(const Handling& handling, const Job& job) -> decltype(handling(job)) {
    try {
        return handling(job);
    } catch (const std::exception& thrown) {
        logging::error("job.thrown", {{"kind", job.kind}, {"what", thrown.what()}});
    } catch (...) {
        logging::error("job.thrown", {{"kind", job.kind}, {"what", "something that is no exception"}});
    }
    return platform::internal.error();
}

Result<std::vector<Job>> Runner::claim() {
    const auto now = services_.clock.now();
    std::optional<Front> front;
    bool is_lost = false;
    {
        // A look first: an idle queue must not cost a synced write twice a second.
        const auto reader = TRY(services_.database.reader());
        is_lost = is_time_to_look_for_lost(now) && TRY(is_any_lost(*reader, now));
        front = TRY(find_front(*reader, kinds_, now));
    }
    if (!front && !is_lost) return std::vector<Job>{};
    const auto together = front ? options_.together.find(front->kind) : options_.together.end();
    const bool is_many = together != options_.together.end() && front->attempts == 0;
    return services_.database.write([&](db::Transaction& transaction) -> Result<std::vector<Job>> {
        if (is_lost) TRY(take_back_lost_ones(transaction, now));
        if (!is_many) return claim_due(transaction, kinds_, now, now + options_.lease, 1);
        return claim_due(transaction, {front->kind}, now, now + options_.lease, together->second.count);
    });
}

Result<void> Runner::settle_failed(db::Transaction& transaction, const Job& job, const Error& error, Instant now) {
    const auto failure = describe(error);
    const auto is_over = job.attempts >= attempts_max_of(job.kind) || error.code == platform::job_hopeless.name;
    const auto interval = options_.recurring.find(job.kind);
    if (is_over && interval != options_.recurring.end())
        return put_back_for_next_time(transaction, job, now + interval->second, failure);
    if (is_over) return put_aside(transaction, job, failure);
    const std::chrono::microseconds asked_for{std::chrono::seconds{error.retry_after_s.value_or(0)}};
    const auto pause = std::max(pause_after(job.attempts, options_, services_.random), asked_for);
    return put_back(transaction, job, now + pause, failure);
}

Result<void> Runner::settle_failure(const Job& job, const Error& error) {
    return services_.database.write(
        [&](db::Transaction& transaction) { return settle_failed(transaction, job, error, services_.clock.now()); });
}

/// When the job that was begun then comes to its end. A calendar that is set forward while it works is not counted as
/// work: the next time would come an interval after what became due in between.
Instant Runner::ended(const Begun& begun) const {
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun.steady);
    return std::min(services_.clock.now(), begun.calendar + took);
}

Result<void> Runner::settle_done(const Job& job, Instant ended) {
    return services_.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto interval = options_.recurring.find(job.kind);
        if (interval == options_.recurring.end()) return remove_done(transaction, job);
        return put_back_for_next_time(transaction, job, ended + interval->second, {});
    });
}

Result<void> Runner::give_back(const std::vector<Job>& unbegun) {
    if (unbegun.empty()) return {};
    return services_.database.write([&](db::Transaction& transaction) -> Result<void> {
        for (const auto& job : unbegun)
            TRY(give_back_unbegun(transaction, job));
        return {};
    });
}

static void count_attempt(const Job& job, bool is_done) {
    metrics::counter("jobs_total", "Attempts at background jobs.",
                     {{"kind", job.kind}, {"outcome", is_done ? "done" : "failed"}})
        .add();
}

Result<void> Runner::note_failed(const Job& job, const Error& error) {
    count_attempt(job, false);
    logging::warning("job.failed", error, {{"kind", job.kind}, {"attempt", job.attempts}});
    return settle_failure(job, error);
}

Result<int> Runner::run(const std::vector<Job>& claimed) {
    const auto together = options_.together.find(claimed.front().kind);
    if (claimed.size() > 1 && together != options_.together.end())
        return run_together(claimed, together->second.prepare);
    const Holding holding{*this, claimed};
    for (const auto& job : claimed) {
        const Begun begun{services_.clock.now(), std::chrono::steady_clock::now()};
        const auto outcome = attempt(handlers_.at(job.kind), job);
        if (!outcome) {
            TRY(note_failed(job, outcome.error()));
            continue;
        }
        count_attempt(job, true);
        TRY(settle_done(job, ended(begun)));
    }
    return static_cast<int>(claimed.size());
}

/// Those that were claimed together. What could not be begun soon goes back, for others to begin.
Result<int> Runner::run_together(const std::vector<Job>& claimed, const Preparer& prepare) {
    const Holding holding{*this, claimed};
    const auto begun_by = services_.clock.now() + options_.together_max;
    std::vector<Job> prepared, unbegun;
    std::vector<Writing> changes;
    int attempts = 0;
    for (const auto& job : claimed) {
        if (attempts > 0 && (is_told_to_stop() || services_.clock.now() > begun_by)) {
            unbegun.push_back(job);
            continue;
        }
        ++attempts;
        auto change = attempt(prepare, job);
        if (!change) {
            TRY(note_failed(job, change.error()));
            continue;
        }
        prepared.push_back(job);
        changes.push_back([&job, change = *std::move(change)](db::Transaction& transaction) -> Result<void> {
            // First: a change mostly ends with a statement that is answered, and answers for this one too.
            TRY(remove_done(transaction, job));
            return change(transaction);
        });
    }
    TRY(settle_prepared(prepared, changes));
    TRY(give_back(unbegun));
    return attempts;
}

Result<void> Runner::settle_prepared(const std::vector<Job>& prepared, const std::vector<Writing>& changes) {
    const auto outcomes = services_.database.write_each(changes);
    for (std::size_t i = 0; i < prepared.size(); ++i) {
        if (outcomes[i]) {
            count_attempt(prepared[i], true);
        } else {
            TRY(note_failed(prepared[i], outcomes[i].error()));
        }
    }
    return {};
}

Result<int> Runner::run_due() {
    int attempts = 0;
    while (true) {
        const auto claimed = TRY(claim());
        if (claimed.empty()) return attempts;
        attempts += TRY(run(claimed));
        if (is_told_to_stop()) return attempts;
    }
}

} // namespace jobs
