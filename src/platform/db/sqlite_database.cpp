#include "platform/db/sqlite_database.hpp"

#include "platform/db/group_writer.hpp"
#include "platform/db/lending_pool.hpp"
#include "platform/db/sqlite_connection.hpp"
#include "platform/errors.hpp"
#include "platform/threads.hpp"

#include <cstdlib>
#include <filesystem>
#include <stop_token>

namespace db {
namespace {

/// 4 MB of pages: often enough to keep the log short, seldom enough to write a page that changes often only once.
constexpr int wal_pages_before_checkpoint = 1000;
/// 64 MB: writing without a pause lets the background checkpoint never quite catch up; then the writer waits for it.
constexpr int wal_pages_max = 16'000;

struct Place {
    std::string path;
    SqliteSync sync = SqliteSync::full;
    std::chrono::milliseconds wait_max;
};

/// A file of its own for "sqlite::memory:": readers and the writer are different connections and must see the same.
class TemporaryFolder {
public:
    TemporaryFolder() = default;
    TemporaryFolder(TemporaryFolder&& other) noexcept : path_{std::exchange(other.path_, {})} {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    static Result<TemporaryFolder> make() {
        std::error_code fault;
        auto pattern = (std::filesystem::temp_directory_path(fault) / "samband-XXXXXX").string();
        if (fault || !::mkdtemp(pattern.data())) {
            return platform::database_unavailable.error({{"reason", std::string{"no room for temporary files"}}});
        }
        TemporaryFolder folder;
        folder.path_ = pattern;
        return folder;
    }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

class SqliteReader final : public Reader {
public:
    explicit SqliteReader(std::unique_ptr<SqliteConnection> connection) : connection_{std::move(connection)} {}

    Result<void> begin() {
        TRY(connection_->query("BEGIN"));
        return {};
    }
    /// True when the connection can be lent again.
    bool end() {
        if (connection_->in_transaction() && !connection_->query("ROLLBACK")) return false;
        return !connection_->is_suspect();
    }
    Result<Rows> query(std::string_view sql, const Arguments& arguments) override {
        return connection_->query(sql, arguments);
    }
    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }

private:
    std::unique_ptr<SqliteConnection> connection_;
};

/// Keeps the write-ahead log short from a connection of its own, so that no commit waits for it.
class Checkpointer {
public:
    explicit Checkpointer(std::unique_ptr<SqliteConnection> connection)
        : connection_{std::move(connection)}, thread_{[this](const std::stop_token& stop) {
              platform::name_this_thread("db-checkpoint");
              run(stop);
          }} {}

    void ask() {
        {
            const std::lock_guard lock{mutex_};
            is_asked_ = true;
        }
        asked_.notify_one();
    }
    /// Returns when a checkpoint has been made that saw all that is written now.
    void wait_for_checkpoint() {
        const std::lock_guard lock{at_work_};
        connection_->checkpoint();
    }

private:
    void run(const std::stop_token& stop) {
        std::unique_lock lock{mutex_};
        while (asked_.wait(lock, stop, [this] { return is_asked_; })) {
            is_asked_ = false;
            lock.unlock();
            wait_for_checkpoint();
            lock.lock();
        }
    }

    std::mutex at_work_; ///< Held by whoever uses the connection.
    std::unique_ptr<SqliteConnection> connection_;
    std::mutex mutex_;
    std::condition_variable_any asked_;
    bool is_asked_ = false;
    std::jthread thread_;
};

class SqliteWriter final : public GroupConnection {
public:
    SqliteWriter(Place place, std::unique_ptr<SqliteConnection> connection, Checkpointer& checkpointer)
        : place_{std::move(place)}, connection_{std::move(connection)}, checkpointer_{checkpointer} {}

    Result<void> begin() override {
        if (connection_->is_suspect()) {
            connection_ = TRY(SqliteConnection::open(place_.path, SqliteAccess::write, place_.sync, place_.wait_max));
        }
        return run("BEGIN IMMEDIATE");
    }
    Result<void> savepoint() override { return run("SAVEPOINT member"); }
    Result<void> release() override { return run("RELEASE member"); }
    Result<void> roll_back_member() override {
        TRY(run("ROLLBACK TO member"));
        return release();
    }
    Result<void> commit() override {
        auto committed = run("COMMIT");
        if (!committed) {
            roll_back();
            return committed;
        }
        if (connection_->wal_pages() >= wal_pages_max)
            checkpointer_.wait_for_checkpoint();
        else if (connection_->wal_pages() >= wal_pages_before_checkpoint)
            checkpointer_.ask();
        return {};
    }
    void roll_back() override {
        // Some faults have rolled back already. One that cannot be rolled back ends with its connection.
        if (is_open() && !run("ROLLBACK")) connection_->distrust();
    }
    [[nodiscard]] bool is_open() const override { return connection_->in_transaction(); }

    Result<Rows> query(std::string_view sql, const Arguments& arguments) override {
        return connection_->query(sql, arguments);
    }
    Result<std::int64_t> execute(std::string_view sql, const Arguments& arguments) override {
        return connection_->execute(sql, arguments);
    }
    Result<void> enqueue(std::string_view sql, const Arguments& arguments) override {
        TRY(connection_->execute(sql, arguments));
        return {};
    }
    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }

private:
    Result<void> run(std::string_view sql) {
        TRY(connection_->query(sql));
        return {};
    }

    Place place_;
    std::unique_ptr<SqliteConnection> connection_;
    Checkpointer& checkpointer_;
};

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(TemporaryFolder folder, Place place, const Options& options,
                   std::unique_ptr<SqliteConnection> writing, std::unique_ptr<SqliteConnection> checkpointing)
        : folder_{std::move(folder)}, place_{std::move(place)}, readers_{options.readers_max, options.wait_max,
                                                                         [this] { return open_reader(); }},
          checkpointer_{std::move(checkpointing)}, writer_{std::make_unique<SqliteWriter>(place_, std::move(writing),
                                                                                          checkpointer_),
                                                           options.group_size_max} {}

    Result<ReaderLease> reader() override {
        auto reader = TRY(readers_.take());
        const auto begun = reader->begin();
        if (!begun) {
            readers_.give_back(nullptr);
            return begun.error();
        }
        return ReaderLease{reader.release(), [this](Reader* lent) {
                               std::unique_ptr<SqliteReader> returned{static_cast<SqliteReader*>(lent)};
                               if (!returned->end()) returned.reset();
                               readers_.give_back(std::move(returned));
                           }};
    }
    std::vector<Result<void>> write_each(const std::vector<Action>& actions) override {
        return writer_.write_each(actions);
    }
    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
    void set_hooks(Hooks hooks) override { writer_.set_hooks(std::move(hooks)); }
    void commit_after(std::function<Result<void>()> step) override { writer_.commit_after(std::move(step)); }
    [[nodiscard]] WriterFigures figures() const override { return writer_.figures(); }
    Result<void> copy_to(const std::string& path) override {
        const auto connection =
            TRY(SqliteConnection::open(place_.path, SqliteAccess::read, place_.sync, place_.wait_max));
        return connection->copy_to(path);
    }

protected:
    Result<void> write_group_member(const Action& action) override { return writer_.write(action); }

private:
    Result<std::unique_ptr<SqliteReader>> open_reader() {
        return std::make_unique<SqliteReader>(
            TRY(SqliteConnection::open(place_.path, SqliteAccess::read, place_.sync, place_.wait_max)));
    }

    TemporaryFolder folder_;
    Place place_;
    LendingPool<SqliteReader> readers_;
    Checkpointer checkpointer_;
    GroupWriter writer_;
};

Result<std::unique_ptr<Database>> open_in(TemporaryFolder folder, Place place, const Options& options) {
    // The writer first: it makes the file and turns the write-ahead log on.
    auto writing = TRY(SqliteConnection::open(place.path, SqliteAccess::write, place.sync, place.wait_max));
    auto checkpointing = TRY(SqliteConnection::open(place.path, SqliteAccess::write, place.sync, place.wait_max));
    return std::unique_ptr<Database>{std::make_unique<SqliteDatabase>(std::move(folder), std::move(place), options,
                                                                      std::move(writing), std::move(checkpointing))};
}

} // namespace

Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, const Options& options) {
    const auto sync = options.is_durable ? SqliteSync::full : SqliteSync::none;
    if (path != ":memory:") return open_in({}, {path, sync, options.wait_max}, options);
    auto folder = TRY(TemporaryFolder::make());
    auto file = folder.path() + "/samband.db";
    return open_in(std::move(folder), {std::move(file), SqliteSync::none, options.wait_max}, options);
}

} // namespace db
