#pragma once
// Runs queued jobs and feeds those who follow the journal.
#include "platform/jobs/jobs.hpp"
#include "platform/journal/journal.hpp"
#include "platform/services.hpp"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace jobs {

struct RunnerOptions {
    int workers = 2;
    std::chrono::seconds lease{30};      ///< Renewed while the job is worked on; run out, the process has died.
    std::chrono::seconds work_max{3600}; ///< A job that takes longer hangs, and is taken over.
    /// Nobody else works on this queue: what is leased at the start was lost with the last process.
    bool is_alone = false;
    std::chrono::seconds backoff_min{5}; ///< Pause after the first failure; doubles with each.
    std::chrono::seconds backoff_max{3600};
    int attempts_max = 12; ///< Some two hours with these pauses; then it is put aside.
    /// Kinds that are tried so many times instead: what others are to be told when they are back.
    std::map<std::string, int> attempts{};
    std::chrono::milliseconds idle{500}; ///< How often the queue is looked at when nobody has queued here.
    int events_per_turn = 100;
    /// Kinds that come again by themselves, and how long after the last time. They are never put aside for failing:
    /// after attempts_max they wait for their next time.
    std::map<std::string, std::chrono::seconds> recurring{};
    /// Kinds of which one worker claims many at a time, prepares them one after the other and writes what came of them
    /// at the same time. Only for kinds that change nothing outside this database: when the process dies, all of them
    /// are done again. A job that failed is tried again alone, by its handler.
    struct Together {
        int count = 1; ///< At most so many.
        Preparer prepare;
    };
    std::map<std::string, Together> together{};
    std::chrono::milliseconds together_max{1000}; ///< What is not begun by then goes back, for others to begin.
};

/// The pause before the next attempt: between half and the whole of backoff_min doubled for each failure, at most
/// backoff_max. The chance in it keeps many that failed together from coming back together.
std::chrono::microseconds pause_after(int failures, const RunnerOptions&, Random&);

class Runner {
public:
    Runner(const Services&, RunnerOptions, std::map<std::string, Handler> handlers,
           std::vector<journal::Consumer> consumers);
    ~Runner();

    /// Queues the recurring kinds that are not there yet.
    Result<void> queue_recurring();
    /// Gives up the leases of a process that is gone, when this one is alone. Gives how many there were.
    Result<std::int64_t> take_back_leases();
    /// Makes the leases of the jobs that are worked on here last longer, when it is time.
    Result<void> renew_leases();
    /// Begins the threads. Without them, run_due() and feed() do the same step by step, for tests.
    void start();
    /// Lets what runs come to its end and joins the threads.
    void stop();

    /// Claims and does what is due, until nothing is; gives how many were done or failed.
    Result<int> run_due();
    /// Hands each consumer the events after its position; gives how many events were handled.
    Result<int> feed();

private:
    /// A consumer, and when it is tried again after it failed.
    struct Follower {
        journal::Consumer consumer;
        int failures = 0;
        Instant rests_until{};
    };

    /// A job that is leased here.
    struct Held {
        Job job;
        Instant since, renewed;
    };
    class Holding;

    /// When a job was begun, by the calendar and by the clock that nobody sets.
    struct Begun {
        Instant calendar;
        std::chrono::steady_clock::time_point steady;
    };

    /// Leases last minutes: who has lost one need not be asked for with each claim.
    bool is_time_to_look_for_lost(Instant now);
    Result<std::vector<Job>> claim();
    std::vector<Job> due_for_renewal(Instant now);
    [[nodiscard]] Instant ended(const Begun&) const;
    Result<void> settle_done(const Job&, Instant ended);
    Result<void> give_back(const std::vector<Job>& unbegun);
    Result<void> settle_failure(const Job&, const Error&);
    Result<int> run(const std::vector<Job>&);
    Result<int> run_together(const std::vector<Job>&, const Preparer&);
    Result<void> settle_prepared(const std::vector<Job>&, const std::vector<Writing>&);
    Result<void> note_failed(const Job&, const Error&);
    Result<void> settle_failed(db::Transaction&, const Job&, const Error&, Instant now);
    Result<int> feed_one(const journal::Consumer&);
    void follow_one(Follower&);
    void measure();
    void work();
    void follow();
    [[nodiscard]] int attempts_max_of(const std::string& kind) const;
    Result<void> take_back_lost_ones(db::Transaction&, Instant now);
    bool is_told_to_stop();
    bool wait(std::chrono::milliseconds);

    const Services& services_;
    RunnerOptions options_;
    std::map<std::string, Handler> handlers_;
    std::vector<std::string> kinds_;
    std::vector<Follower> followers_;
    Instant measured_at_{};
    std::mutex holding_;
    std::vector<Held> held_;
    Instant looked_for_lost_at_{};
    std::mutex mutex_;
    std::condition_variable stopping_changed_;
    bool is_stopping_ = false;
    std::vector<std::thread> threads_;
};

/// --- For operators. ---

struct Dead {
    JobId id;
    std::string kind, failure;
    int attempts = 0;
    Instant queued_at;
};
Result<std::vector<Dead>> dead_jobs(db::Reader&, int limit);
/// How far each consumer of the journal has come.
struct ConsumerPosition {
    std::string name;
    std::int64_t sequence = 0;
};
Result<std::vector<ConsumerPosition>> consumer_positions(db::Reader&);
/// How many jobs there are in each state.
Result<std::map<State, std::int64_t>> count_jobs(db::Reader&);
/// Puts a dead job back in the queue, due now, with its attempts forgotten. Fails with platform.job_not_found.
Result<void> retry(db::Transaction&, journal::Journal&, const Principal&, JobId, Instant now);
/// Removes a dead job for good. Fails with platform.job_not_found.
Result<void> drop(db::Transaction&, journal::Journal&, const Principal&, JobId, Instant now);

} // namespace jobs
