#include "platform/jobs/job_store.hpp"

#include "platform/db/dialect.hpp"
#include "platform/errors.hpp"

#include <atomic>
#include <fmt/format.h>

namespace jobs {

static std::atomic<std::uint64_t> queued_count{0};

std::uint64_t queued_so_far() {
    return queued_count;
}

Result<void> enqueue(db::Transaction& transaction, std::string_view kind, std::string_view payload, Instant due,
                     Instant now, Random& random, std::string_view key) {
    ++queued_count;
    const auto unique = key.empty() ? std::optional<std::string>{} : std::optional{std::string{key}};
    return transaction.enqueue("INSERT INTO platform_job (id, kind, job_key, payload, state, due_at, queued_at)"
                               " VALUES ($1, $2, $3, $4, 'queued', $5, $6) ON CONFLICT (kind, job_key) DO NOTHING",
                               {JobId::make(now, random), kind, unique, payload, due, now});
}

Error hopeless(const Error& reason) {
    return platform::job_hopeless.error({{"reason", describe(reason)}});
}

std::string_view name_of(State state) {
    switch (state) {
    case State::queued:
        return "queued";
    case State::running:
        return "running";
    case State::dead:
        return "dead";
    }
    return "";
}

/// What can be claimed at $1, of these kinds, which become arguments behind those that are there.
static std::string due_condition(const std::vector<std::string>& kinds, db::Arguments& arguments) {
    std::string places;
    for (const auto& kind : kinds) {
        arguments.emplace_back(kind);
        places += fmt::format("{}${}", places.empty() ? "" : ", ", arguments.size());
    }
    return fmt::format("state = 'queued' AND due_at <= $1 AND kind IN ({})", places);
}

Result<std::optional<Front>> find_front(db::Reader& reader, const std::vector<std::string>& kinds, Instant now) {
    if (kinds.empty()) return std::optional<Front>{};
    db::Arguments arguments{now};
    const auto condition = due_condition(kinds, arguments);
    const auto row = TRY(reader.find(
        "SELECT kind, attempts FROM platform_job WHERE " + condition + " ORDER BY due_at, id LIMIT 1", arguments));
    if (!row) return std::optional<Front>{};
    return std::optional<Front>{{row->text(0), static_cast<int>(row->number(1))}};
}

Result<std::vector<Job>> claim_due(db::Transaction& transaction, const std::vector<std::string>& kinds, Instant now,
                                   Instant leased_until, int count_max) {
    std::vector<Job> claimed;
    if (kinds.empty()) return claimed;
    db::Arguments arguments{now, leased_until};
    const auto condition = due_condition(kinds, arguments);
    const auto sql = fmt::format(
        "UPDATE platform_job SET state = 'running', attempts = attempts + 1, leased_until = $2 WHERE id IN ("
        "SELECT id FROM platform_job WHERE {}{} ORDER BY due_at, id LIMIT {}{}) RETURNING id, kind, payload, attempts",
        condition, count_max > 1 ? " AND attempts = 0" : "", count_max,
        db::lock_skipping_taken_rows(transaction.dialect()));
    for (const auto& row : TRY(transaction.query(sql, arguments)))
        claimed.push_back({row.id<JobId>(0), row.text(1), row.text(2), static_cast<int>(row.number(3))});
    return claimed;
}

Result<void> renew(db::Transaction& transaction, const Job& job, Instant leased_until) {
    return transaction.enqueue(
        "UPDATE platform_job SET leased_until = $3 WHERE id = $1 AND state = 'running' AND attempts = $2",
        {job.id, job.attempts, leased_until});
}

Result<std::int64_t> end_leases(db::Transaction& transaction, Instant now) {
    return transaction.execute(
        "UPDATE platform_job SET leased_until = $1 WHERE state = 'running' AND leased_until > $1", {now});
}

Result<bool> is_any_lost(db::Reader& reader, Instant now) {
    const auto row =
        TRY(reader.find("SELECT id FROM platform_job WHERE state = 'running' AND leased_until <= $1 LIMIT 1", {now}));
    return row.has_value();
}

Result<void> take_back_lost(db::Transaction& transaction, Instant now, int attempts_max) {
    TRY(transaction.enqueue("UPDATE platform_job SET state = 'dead', leased_until = NULL, failure = $3"
                            " WHERE state = 'running' AND leased_until <= $1 AND attempts >= $2",
                            {now, attempts_max, describe(platform::job_lost.error())}));
    return transaction.enqueue("UPDATE platform_job SET state = 'queued', leased_until = NULL"
                               " WHERE state = 'running' AND leased_until <= $1",
                               {now});
}

Result<void> take_back_lost_of(db::Transaction& transaction, std::string_view kind, Instant now, int attempts_max) {
    return transaction.enqueue("UPDATE platform_job SET state = 'queued', leased_until = NULL"
                               " WHERE state = 'running' AND leased_until <= $1 AND kind = $2 AND attempts < $3",
                               {now, kind, attempts_max});
}

Result<void> give_back_unbegun(db::Transaction& transaction, const Job& job) {
    ++queued_count;
    return transaction.enqueue("UPDATE platform_job SET state = 'queued', attempts = attempts - 1, leased_until = NULL"
                               " WHERE id = $1 AND state = 'running' AND attempts = $2",
                               {job.id, job.attempts});
}

// The number of attempts names the lease: whoever took the job over has raised it.
Result<void> remove_done(db::Transaction& transaction, const Job& job) {
    return transaction.enqueue("DELETE FROM platform_job WHERE id = $1 AND state = 'running' AND attempts = $2",
                               {job.id, job.attempts});
}

Result<void> put_back(db::Transaction& transaction, const Job& job, Instant due, std::string_view failure) {
    return transaction.enqueue(
        "UPDATE platform_job SET state = 'queued', due_at = $3, leased_until = NULL, failure = $4"
        " WHERE id = $1 AND state = 'running' AND attempts = $2",
        {job.id, job.attempts, due, failure});
}

Result<void> put_back_for_next_time(db::Transaction& transaction, const Job& job, Instant due,
                                    std::string_view failure) {
    return transaction.enqueue(
        "UPDATE platform_job SET state = 'queued', due_at = $3, attempts = 0, leased_until = NULL, failure = $4"
        " WHERE id = $1 AND state = 'running' AND attempts = $2",
        {job.id, job.attempts, due, failure});
}

Result<void> put_aside(db::Transaction& transaction, const Job& job, std::string_view failure) {
    return transaction.enqueue("UPDATE platform_job SET state = 'dead', leased_until = NULL, failure = $3"
                               " WHERE id = $1 AND state = 'running' AND attempts = $2",
                               {job.id, job.attempts, failure});
}

Result<std::int64_t> consumer_position(db::Reader& reader, std::string_view name) {
    const auto row = TRY(reader.find("SELECT sequence FROM platform_consumer_position WHERE name = $1", {name}));
    return row ? row->number(0) : 0;
}

Result<void> set_consumer_position(db::Transaction& transaction, std::string_view name, std::int64_t sequence) {
    return transaction.enqueue("INSERT INTO platform_consumer_position (name, sequence) VALUES ($1, $2)"
                               " ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence",
                               {name, sequence});
}

Result<std::vector<ConsumerPosition>> consumer_positions(db::Reader& reader) {
    std::vector<ConsumerPosition> positions;
    for (const auto& row : TRY(reader.query("SELECT name, sequence FROM platform_consumer_position ORDER BY name")))
        positions.push_back({row.text(0), row.number(1)});
    return positions;
}

Result<std::vector<Dead>> dead_jobs(db::Reader& reader, int limit) {
    std::vector<Dead> dead;
    for (const auto& row : TRY(reader.query("SELECT id, kind, failure, attempts, queued_at FROM platform_job"
                                            " WHERE state = 'dead' ORDER BY queued_at DESC, id LIMIT $1",
                                            {limit}))) {
        dead.push_back({row.id<JobId>(0), row.text(1), row.text(2), static_cast<int>(row.number(3)), row.instant(4)});
    }
    return dead;
}

Result<std::map<State, std::int64_t>> count_jobs(db::Reader& reader) {
    std::map<State, std::int64_t> counts{{State::queued, 0}, {State::running, 0}, {State::dead, 0}};
    for (const auto& row : TRY(reader.query("SELECT state, COUNT(*) FROM platform_job GROUP BY state"))) {
        for (auto& [state, count] : counts) {
            if (name_of(state) == row.text(0)) count = row.number(1);
        }
    }
    return counts;
}

static Result<void> change_dead(db::Transaction& transaction, journal::Journal& journal, const Principal& principal,
                                JobId id, Instant now, std::string_view event_type, std::string_view sql) {
    const auto rows = TRY(transaction.query("SELECT kind FROM platform_job WHERE id = $1 AND state = 'dead'", {id}));
    if (rows.empty()) return platform::job_not_found.error();
    TRY(transaction.enqueue(sql, {id, now}));
    journal::Event event;
    event.type = event_type;
    event.subjects = {{"job", id.to_string()}};
    event.body.text("kind", rows.front().text(0));
    event.visibility = journal::Visibility::operators;
    TRY(journal.append(transaction, principal, event, now));
    return {};
}

Result<void> retry(db::Transaction& transaction, journal::Journal& journal, const Principal& principal, JobId id,
                   Instant now) {
    ++queued_count;
    return change_dead(transaction, journal, principal, id, now, "platform.job_retried",
                       "UPDATE platform_job SET state = 'queued', attempts = 0, due_at = $2 WHERE id = $1");
}

Result<void> drop(db::Transaction& transaction, journal::Journal& journal, const Principal& principal, JobId id,
                  Instant now) {
    return change_dead(transaction, journal, principal, id, now, "platform.job_dropped",
                       "DELETE FROM platform_job WHERE id = $1 AND queued_at <= $2");
}

} // namespace jobs
