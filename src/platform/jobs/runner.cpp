#include "platform/jobs/runner.hpp"

#include "platform/ensure.hpp"
#include "platform/errors.hpp"
#include "platform/jobs/job_store.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"

#include <algorithm>

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

/// The jobs whose leases are renewed meanwhile.
class Runner::Holding {
public:
    Holding(Runner& runner, const std::vector<Job>& jobs) : runner_{runner}, jobs_{jobs} {
        const auto now = runner_.services_.clock.now();
        const std::lock_guard lock{runner_.holding_};
        for (const auto& job : jobs_)
            runner_.held_.push_back({job, now, now});
    }
    ~Holding() {
        const std::lock_guard lock{runner_.holding_};
        std::erase_if(runner_.held_,
                      [&](const Held& held) { return std::ranges::find(jobs_, held.job.id, &Job::id) != jobs_.end(); });
    }
    Holding(const Holding&) = delete;
    Holding& operator=(const Holding&) = delete;

private:
    Runner& runner_;
    const std::vector<Job>& jobs_;
};

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

Result<void> Runner::settle(const std::vector<Job>& done, const std::vector<Job>& unbegun) {
    if (done.empty() && unbegun.empty()) return {};
    const auto now = services_.clock.now();
    return services_.database.write([&](db::Transaction& transaction) -> Result<void> {
        for (const auto& job : unbegun)
            TRY(give_back_unbegun(transaction, job));
        for (const auto& job : done) {
            const auto interval = options_.recurring.find(job.kind);
            if (interval == options_.recurring.end())
                TRY(remove_done(transaction, job));
            else
                TRY(put_back_for_next_time(transaction, job, now + interval->second, {}));
        }
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
        const auto outcome = attempt(handlers_.at(job.kind), job);
        if (!outcome) {
            TRY(note_failed(job, outcome.error()));
            continue;
        }
        count_attempt(job, true);
        TRY(settle({job}, {}));
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
            TRY(change(transaction));
            return remove_done(transaction, job);
        });
    }
    TRY(settle_prepared(prepared, changes));
    TRY(settle({}, unbegun));
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

Result<int> Runner::feed_one(const journal::Consumer& consumer) {
    auto reader = TRY(services_.database.reader());
    const auto position = TRY(consumer_position(*reader, consumer.name));
    if (position >= services_.journal.head()) return 0;
    const auto waiting = TRY(services_.journal.after(*reader, position, options_.events_per_turn));
    reader.reset();
    if (waiting.empty()) return 0;
    std::size_t handled = 0;
    const auto hand_over = [&](std::size_t count) {
        handled = 0;
        return services_.database.write([&](db::Transaction& transaction) -> Result<int> {
            // Read again inside: another process may have come further meanwhile.
            if (TRY(consumer_position(transaction, consumer.name)) != position) return 0;
            for (; handled < count; ++handled)
                TRY(consumer.handle(transaction, waiting[handled]));
            TRY(set_consumer_position(transaction, consumer.name, waiting[count - 1].sequence));
            return static_cast<int>(count);
        });
    };
    auto outcome = hand_over(waiting.size());
    // The events before the one that fails are kept, so that it stands alone at the front.
    if (!outcome && handled > 0) outcome = hand_over(handled);
    return outcome;
}

Result<int> Runner::feed() {
    int handled = 0;
    for (const auto& follower : followers_)
        handled += TRY(feed_one(follower.consumer));
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

/// Whether the journal has grown by something that may have queued work. What is counted as queued is committed once
/// the journal has grown from where it stood when it was counted; twice, since other programs make it grow too.
class Runner::Growth {
public:
    explicit Growth(const journal::Journal& journal) : journal_{journal} { note(); }
    /// Waits at most so long. Then, or when it says yes, it is time to look.
    [[nodiscard]] bool may_have_queued(std::chrono::milliseconds patience) {
        if (!journal_.wait_beyond(known_, patience)) return false;
        const bool was_certain = looks_left_ == 0;
        if (!was_certain) --looks_left_;
        return note() || !was_certain;
    }

private:
    /// The count before the head: the other way round, a commit between them would be missed.
    bool note() {
        const auto queued = queued_so_far();
        known_ = journal_.head();
        const bool is_more = queued != queued_;
        queued_ = queued;
        if (is_more) looks_left_ = 2;
        return is_more;
    }
    const journal::Journal& journal_;
    std::uint64_t queued_ = 0;
    std::int64_t known_ = 0;
    int looks_left_ = 2;
};

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

/// A consumer that fails rests longer and longer; nothing is skipped, and the others go on.
void Runner::follow_one(Follower& follower) {
    const auto now = services_.clock.now();
    if (now < follower.rests_until) return;
    auto handled = feed_one(follower.consumer);
    while (handled && *handled > 0 && !is_told_to_stop())
        handled = feed_one(follower.consumer);
    if (handled) {
        follower.failures = 0;
        return;
    }
    follower.rests_until = now + pause_after(++follower.failures, options_, services_.random);
    logging::warning("jobs.consumer_stuck", handled.error(),
                     {{"consumer", follower.consumer.name}, {"failures", follower.failures}});
}

/// Counted now and then only: the rows are many when something is wrong.
void Runner::measure() {
    constexpr std::chrono::seconds interval{15};
    const auto now = services_.clock.now();
    if (now < measured_at_ + interval) return;
    measured_at_ = now;
    const auto reader = services_.database.reader();
    if (!reader) return;
    const auto counts = count_jobs(**reader);
    const auto positions = consumer_positions(**reader);
    if (!counts || !positions) return;
    for (const auto& [state, count] : *counts)
        metrics::gauge("jobs_kept", "Background jobs by state.", {{"state", name_of(state)}})
            .set(static_cast<double>(count));
    for (const auto& position : *positions)
        metrics::gauge("journal_consumer_lag", "Events that a consumer has not handled.", {{"consumer", position.name}})
            .set(static_cast<double>(services_.journal.head() - position.sequence));
}

void Runner::follow() {
    do {
        if (const auto renewed = renew_leases(); !renewed) logging::warning("jobs.queue_unavailable", renewed.error());
        for (auto& follower : followers_)
            follow_one(follower);
        measure();
    } while (wait(options_.idle));
}

} // namespace jobs
