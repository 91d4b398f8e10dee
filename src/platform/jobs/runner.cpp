#include "platform/jobs/runner.hpp"

#include "platform/errors.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"

namespace jobs {

std::chrono::microseconds pause_after(int failures, const RunnerOptions& options, Random& random) {
    auto pause = std::chrono::microseconds{options.backoff_min};
    for (int i = 1; i < failures && pause < options.backoff_max; ++i)
        pause *= 2;
    pause = std::min(pause, std::chrono::microseconds{options.backoff_max});
    const auto half = static_cast<std::uint64_t>(pause.count() / 2);
    return pause - std::chrono::microseconds{half == 0 ? 0 : static_cast<std::int64_t>(random.below(half + 1))};
}

Runner::Runner(const Services& services, RunnerOptions options, std::map<std::string, Handler> handlers,
               std::vector<journal::Consumer> consumers)
    : services_{services}, options_{options}, handlers_{std::move(handlers)}, consumers_{std::move(consumers)} {}

Runner::~Runner() {
    stop();
}

void Runner::start() {
    for (int i = 0; i < options_.workers; ++i)
        threads_.emplace_back([this] { work(); });
    threads_.emplace_back([this] { follow(); });
}

void Runner::stop() {
    {
        const std::lock_guard lock{mutex_};
        is_stopping_ = true;
    }
    stopping_changed_.notify_all();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

/// The job border: whatever a handler throws is a failure like any other.
static Result<void> attempt(const Handler& handler, const Job& job) {
    try {
        return handler(job);
    } catch (const std::exception& thrown) {
        logging::error("job.thrown", {{"kind", job.kind}, {"what", thrown.what()}});
    } catch (...) {
        logging::error("job.thrown", {{"kind", job.kind}, {"what", "something that is no exception"}});
    }
    return platform::internal.error();
}

Result<std::optional<Job>> Runner::claim() {
    std::vector<std::string> kinds;
    for (const auto& [kind, handler] : handlers_)
        kinds.push_back(kind);
    const auto now = services_.clock.now();
    // A look first: an idle queue must not cost a synced write twice a second.
    auto reader = TRY(services_.database.reader());
    const auto due = TRY(reader->find("SELECT id FROM platform_job WHERE (state = 'queued' AND due_at <= $1)"
                                      " OR (state = 'running' AND leased_until <= $1) LIMIT 1",
                                      {now}));
    reader.reset();
    if (!due) return std::optional<Job>{};
    return services_.database.write(
        [&](db::Transaction& transaction) { return claim_due(transaction, kinds, now, now + options_.lease); });
}

Result<void> Runner::settle(const Job& job, const Result<void>& outcome) {
    const auto now = services_.clock.now();
    return services_.database.write([&](db::Transaction& transaction) -> Result<void> {
        if (outcome) return remove_done(transaction, job);
        const auto failure = describe(outcome.error());
        if (job.attempts >= options_.attempts_max) return put_aside(transaction, job, failure);
        return put_back(transaction, job, now + pause_after(job.attempts, options_, services_.random), failure);
    });
}

Result<int> Runner::run_due() {
    int done = 0;
    while (const auto job = TRY(claim())) {
        const auto outcome = attempt(handlers_.at(job->kind), *job);
        metrics::counter("jobs_total", "Attempts at background jobs.",
                         {{"kind", job->kind}, {"outcome", outcome ? "done" : "failed"}})
            .add();
        if (!outcome)
            logging::warning("job.failed", outcome.error(), {{"kind", job->kind}, {"attempt", job->attempts}});
        TRY(settle(*job, outcome));
        ++done;
        if (is_told_to_stop()) break;
    }
    return done;
}

Result<int> Runner::feed_one(const journal::Consumer& consumer) {
    auto reader = TRY(services_.database.reader());
    const auto position = TRY(consumer_position(*reader, consumer.name));
    if (position >= services_.journal.head()) return 0;
    const auto waiting = TRY(services_.journal.after(*reader, position, options_.events_per_turn));
    reader.reset();
    if (waiting.empty()) return 0;
    return services_.database.write([&](db::Transaction& transaction) -> Result<int> {
        // Read again inside: another process may have come further meanwhile.
        if (TRY(consumer_position(transaction, consumer.name)) != position) return 0;
        for (const auto& event : waiting)
            TRY(consumer.handle(transaction, event));
        TRY(set_consumer_position(transaction, consumer.name, waiting.back().sequence));
        return static_cast<int>(waiting.size());
    });
}

Result<int> Runner::feed() {
    int handled = 0;
    for (const auto& consumer : consumers_)
        handled += TRY(feed_one(consumer));
    return handled;
}

bool Runner::is_told_to_stop() {
    const std::lock_guard lock{mutex_};
    return is_stopping_;
}

bool Runner::wait(std::chrono::milliseconds pause) {
    std::unique_lock lock{mutex_};
    return !stopping_changed_.wait_for(lock, pause, [this] { return is_stopping_; });
}

void Runner::work() {
    do {
        const auto done = run_due();
        if (!done) logging::warning("jobs.queue_unavailable", done.error());
    } while (wait(options_.idle));
}

void Runner::follow() {
    do {
        for (const auto& consumer : consumers_) {
            auto handled = feed_one(consumer);
            while (handled && *handled > 0 && !is_told_to_stop())
                handled = feed_one(consumer);
            if (!handled) logging::warning("jobs.consumer_stuck", handled.error(), {{"consumer", consumer.name}});
        }
    } while (wait(options_.idle));
}

} // namespace jobs
