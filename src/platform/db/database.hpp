#pragma once
// One SQL text for SQLite and PostgreSQL. Reads and writes differ by type: whoever holds a Reader cannot change
// anything.
#include "platform/db/value.hpp"
#include "platform/result.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace db {

enum class Dialect { sqlite, postgresql };

/// Answers queries from a consistent view. Parameters are $1, $2 … on both databases; README.md lists what is portable.
/// Fails with platform.database_unavailable (gone, locked out, disk full) and platform.database_refused (a constraint).
class Reader {
public:
    virtual ~Reader() = default;
    virtual Result<Rows> query(std::string_view sql, const Arguments& arguments = {}) = 0;
    /// The first row, or nothing.
    Result<std::optional<Row>> find(std::string_view sql, const Arguments& arguments = {});
    [[nodiscard]] virtual Dialect dialect() const = 0;
};

/// One unit of change. Comes only from Database::write; what it does is kept whole or not at all.
class Transaction : public Reader {
public:
    /// Runs a statement and gives the number of rows it changed.
    virtual Result<std::int64_t> execute(std::string_view sql, const Arguments& arguments = {}) = 0;
    /// Runs a statement whose count nobody needs. PostgreSQL pipelines it: a fault shows at the next read or at the
    /// end.
    virtual Result<void> enqueue(std::string_view sql, const Arguments& arguments = {}) = 0;
};

/// A connection lent for reading; returns to the pool when it goes out of scope.
using ReaderLease = std::unique_ptr<Reader, std::function<void(Reader*)>>;

/// What the writer has done since the start; for /metrics.
struct WriterFigures {
    std::uint64_t groups, members, members_rolled_back, exceptions, commits_failed;
    std::uint64_t waiting; ///< Now.
};

class Database {
public:
    virtual ~Database() = default;

    /// Lends a reader. One snapshot per lease on SQLite; read committed on PostgreSQL. Waits at most for the
    /// configured time, then fails with platform.database_unavailable.
    virtual Result<ReaderLease> reader() = 0;

    /// Runs the action in the next commit group and returns when the group is synced to disk (or refused).
    ///
    /// One writer thread takes all waiting actions as one group: one transaction, a savepoint for each action, one
    /// commit, then all callers are answered. An action that fails or throws is rolled back alone. The action runs on
    /// the writer thread: it computes and talks to the database, nothing else. Fails with what the action fails with,
    /// with platform.database_unavailable, or with platform.outcome_unknown when the connection was lost during the
    /// commit.
    template <class Action>
    auto write(Action&& action) -> std::invoke_result_t<Action, Transaction&> {
        using Outcome = std::invoke_result_t<Action, Transaction&>;
        std::optional<Outcome> outcome;
        auto written = write_group_member([&](Transaction& transaction) -> Result<void> {
            outcome.emplace(action(transaction));
            if (!outcome->has_value()) return outcome->error();
            return {};
        });
        if (!written) return std::move(written).error();
        return std::move(*outcome);
    }

    /// Many actions of one caller, each with its own outcome, as though as many callers had come at the same time.
    /// Outcomes stand in the order of the actions.
    using Action = std::function<Result<void>(Transaction&)>;
    virtual std::vector<Result<void>> write_each(const std::vector<Action>& actions) = 0;

    [[nodiscard]] virtual Dialect dialect() const = 0;

    /// What happens inside a group, told on the writer thread; each may be left out. For who keeps something in memory
    /// beside the transaction (the journal its events) and must lose it when the transaction does.
    struct Hooks {
        std::function<void()> group_begins;
        std::function<void()> member_begins;
        std::function<void()> member_undone; ///< What the database did for it since it began is undone.
        /// After the last action and before the commit. When it fails, nothing of the group is kept.
        std::function<Result<void>(Transaction&)> before_commit;
        /// After each successful commit, before the callers are answered (caches learn of the change here).
        std::function<void()> after_commit;
    };
    virtual void set_hooks(Hooks) = 0;
    /// For what transactions refer to outside the database: runs before each commit, on the writer thread. When it
    /// fails, nothing of the group is kept.
    virtual void commit_after(std::function<Result<void>()> is_durable) = 0;

    [[nodiscard]] virtual WriterFigures figures() const = 0;

    /// Copies the whole database, consistent, while it is used (SQLite: backup API; PostgreSQL: not here, see
    /// backup.hpp).
    virtual Result<void> copy_to(const std::string& path) = 0;

protected:
    virtual Result<void> write_group_member(const Action& action) = 0;
};

struct Options {
    std::string url;             ///< "sqlite:PATH", "sqlite::memory:" (tests) or "postgresql://…".
    std::size_t readers_max = 8; ///< Connections lent for reading at the same time.
    std::size_t group_size_max = 256;
    std::chrono::milliseconds wait_max{5000}; ///< For a reader, and for a lock that another process holds.
    bool is_durable = true; ///< False: a commit need not be on disk yet when it is answered. For tests only.
};

/// Opens the database, without migrating. Fails with platform.database_unavailable and what to do about it.
Result<std::unique_ptr<Database>> open(const Options&);

/// Applies the embedded migrations that are missing, each in one transaction under a lock, in order of their numbers.
/// Refuses with platform.migration_changed when an applied one has another checksum, with platform.database_too_new
/// when the database knows a migration that this program does not.
Result<int> migrate(Database&);

} // namespace db
