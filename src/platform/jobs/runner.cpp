#include "platform/jobs/runner.hpp"

#include "platform/ensure.hpp"
#include "platform/jobs/growth.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/log/log.hpp"
#include "platform/threads.hpp"

namespace jobs {

/// How long stopping an idle worker may take.
static constexpr std::chrono::milliseconds stop_patience{100};

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
    : services_{services}, options_{std::move(options)}, handlers_{std::move(handlers)} {
    for (const auto& [kind, handler] : handlers_)
        kinds_.push_back(kind);
    for (const auto& [kind, interval] : options_.recurring)
        ensure(handlers_.contains(kind));
    for (auto& consumer : consumers)
        followers_.push_back({.consumer = std::move(consumer)});
}

Runner::~Runner() {
    stop();
}

void Runner::start() {
    if (const auto taken = take_back_leases(); !taken)
        logging::warning("jobs.queue_unavailable", taken.error());
    else if (*taken > 0)
        logging::info("jobs.taken_back", {{"count", *taken}});
    if (const auto queued = queue_recurring(); !queued) logging::warning("jobs.queue_unavailable", queued.error());
    for (int i = 0; i < options_.workers; ++i)
        threads_.emplace_back([this] {
            platform::name_this_thread("jobs");
            // Whoever hands in a letter waits for the answer; nobody waits for its check.
            platform::let_others_go_first();
            work();
        });
    threads_.emplace_back([this] {
        platform::name_this_thread("journal-reader");
        follow();
    });
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

Result<void> Runner::queue_recurring() {
    if (options_.recurring.empty()) return {};
    return services_.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto now = services_.clock.now();
        for (const auto& [kind, interval] : options_.recurring)
            TRY(enqueue(transaction, kind, "{}", now, now, services_.random, "recurring"));
        return {};
    });
}

Result<std::int64_t> Runner::take_back_leases() {
    if (!options_.is_alone) return std::int64_t{0};
    return services_.database.write(
        [&](db::Transaction& transaction) { return end_leases(transaction, services_.clock.now()); });
}

bool Runner::is_told_to_stop() {
    const std::lock_guard lock{mutex_};
    return is_stopping_;
}

bool Runner::wait(std::chrono::milliseconds pause) {
    std::unique_lock lock{mutex_};
    return !stopping_changed_.wait_for(lock, pause, [this] { return is_stopping_; });
}

/// What is queued here comes with a change of state, and every change is in the journal: that wakes the worker. Now and
/// then it looks by itself, for what was queued for later or by another program.
void Runner::work() {
    Growth growth{services_.journal};
    while (!is_told_to_stop()) {
        const auto done = run_due();
        if (!done) logging::warning("jobs.queue_unavailable", done.error());
        if (!done && !wait(options_.idle)) return;
        const auto next_look = std::chrono::steady_clock::now() + options_.idle;
        while (!is_told_to_stop() && std::chrono::steady_clock::now() < next_look) {
            if (growth.may_have_queued(stop_patience)) break;
        }
    }
}

} // namespace jobs
