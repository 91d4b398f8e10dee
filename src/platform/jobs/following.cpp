// Handing the journal's events to those who follow it, and measuring how far behind they are.
#include "platform/jobs/runner.hpp"

#include "platform/jobs/job_store.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"

namespace jobs {

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
