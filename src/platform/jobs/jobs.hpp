#pragma once
// Background work kept in the database: queued in the transaction that needs it, leased, tried again with growing
// pauses, and at last put aside where an operator sees it.
#include "platform/db/database.hpp"
#include "platform/id.hpp"

#include <functional>
#include <map>
#include <string>

namespace jobs {

using JobId = Id<struct JobTag>;

/// queued ──lease──▶ running ──ok──▶ (row removed)
///    ▲                 │
///    └──── fails ──────┤            pauses double from backoff_min to backoff_max, with jitter
///                      └─ attempts_max reached or handler says never ─▶ dead ──operator: retry──▶ queued
///                                                                        └──operator: drop──▶ (row removed)
/// A lease that runs out (the process died) makes the job due again.
enum class State : std::uint8_t { queued, running, dead };

struct Job {
    JobId id;
    std::string kind;
    std::string payload; ///< JSON, known to the handler.
    int attempts = 0;    ///< Attempts begun, this one included.
};

/// Queues in the transaction given. The key, when not empty, makes it unique: a second one with the same kind and key
/// is ignored.
Result<void> enqueue(db::Transaction&, std::string_view kind, std::string_view payload, Instant due, Instant now,
                     Random&, std::string_view key = {});

/// Does one job outside any transaction. May be called twice for the same job: be idempotent.
using Handler = std::function<Result<void>(const Job&)>;

/// What remains to be written when the work of a job outside the database is done.
using Writing = std::function<Result<void>(db::Transaction&)>;
/// Does that work, and gives what remains. The change and the removal of the job are kept together or not at all.
using Preparer = std::function<Result<Writing>(const Job&)>;

/// What a handler fails with when no further attempt can go better: the job is put aside at once.
Error hopeless(const Error& reason);

} // namespace jobs
