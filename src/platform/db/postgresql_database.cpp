#include "platform/db/postgresql_database.hpp"

#include "platform/db/group_writer.hpp"
#include "platform/db/lending_pool.hpp"
#include "platform/db/postgresql_connection.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"

namespace db {
namespace {

using namespace std::chrono_literals;
using SteadyTime = std::chrono::steady_clock::time_point;

constexpr auto pause_min = 50ms;
constexpr auto pause_max = 1000ms; // The whole program asks once a pause: a server that is back is found soon.

/// Opens connections, and keeps a server that is away from being asked by every request: after a failure the next try
/// comes no sooner than the pause, which doubles each time. Until then the answer is the failure.
class Connector {
public:
    explicit Connector(PostgresqlSettings settings) : settings_{std::move(settings)} {}

    Result<std::unique_ptr<PostgresqlConnection>> open(bool is_read_only) {
        if (auto waiting = refusal()) return *waiting;
        auto settings = settings_;
        settings.is_read_only = is_read_only;
        auto connection = PostgresqlConnection::open(settings);
        remember(connection);
        return connection;
    }

private:
    std::optional<Error> refusal() {
        const std::lock_guard lock{mutex_};
        if (!failure_ || std::chrono::steady_clock::now() >= next_try_) return std::nullopt;
        return failure_;
    }
    void remember(const Result<std::unique_ptr<PostgresqlConnection>>& connection) {
        const std::lock_guard lock{mutex_};
        if (connection) {
            if (failure_) logging::info("db.server_is_back");
            failure_.reset();
            pause_ = pause_min;
            return;
        }
        logging::warning("db.server_is_away", connection.error(), {{"pauseMs", pause_.count()}});
        failure_ = connection.error();
        failure_->retry_after_s = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(pause_).count());
        next_try_ = std::chrono::steady_clock::now() + pause_;
        pause_ = std::min<std::chrono::milliseconds>(pause_ * 2, pause_max);
    }

    const PostgresqlSettings settings_;
    std::mutex mutex_;
    std::optional<Error> failure_;
    std::chrono::milliseconds pause_ = pause_min;
    SteadyTime next_try_;
};

Error nothing_was_kept(std::string reason) {
    return platform::database_unavailable.error({{"reason", std::move(reason)}});
}

class PostgresqlReader final : public Reader {
public:
    PostgresqlReader(Connector& connector, std::unique_ptr<PostgresqlConnection> connection)
        : connector_{connector}, connection_{std::move(connection)} {}

    Result<Rows> query(std::string_view sql, const Arguments& arguments) override {
        auto rows = connection_->query(sql, arguments);
        if (rows || !connection_->is_lost()) return rows;
        // The server may have restarted since this connection was last used. A read can be asked twice.
        connection_ = TRY(connector_.open(true));
        return connection_->query(sql, arguments);
    }
    [[nodiscard]] bool is_lost() const { return connection_->is_lost(); }
    [[nodiscard]] Dialect dialect() const override { return Dialect::postgresql; }

private:
    Connector& connector_;
    std::unique_ptr<PostgresqlConnection> connection_;
};

class PostgresqlWriter final : public GroupConnection {
public:
    PostgresqlWriter(Connector& connector, std::unique_ptr<PostgresqlConnection> connection)
        : connector_{connector}, connection_{std::move(connection)} {}

    Result<void> begin() override {
        if (connection_->is_lost()) connection_ = TRY(connector_.open(false));
        auto begun = begin_alone();
        if (!begun && connection_->is_lost()) {
            // Lost while nothing was under way: nobody need hear of it when a new one works.
            connection_ = TRY(connector_.open(false));
            begun = begin_alone();
        }
        is_open_ = begun.has_value();
        return begun;
    }
    Result<void> savepoint() override { return connection_->enqueue("SAVEPOINT member"); }
    Result<void> release() override {
        if (has_unsettled_) TRY(settle());
        return connection_->enqueue("RELEASE SAVEPOINT member");
    }
    Result<void> roll_back_member() override {
        // What is still queued must be answered first: behind a fault the server would skip the roll-back too.
        const auto ignored = settle();
        if (connection_->is_lost()) return ignored;
        TRY(connection_->enqueue("ROLLBACK TO SAVEPOINT member"));
        return connection_->enqueue("RELEASE SAVEPOINT member");
    }
    Result<void> commit() override {
        is_open_ = false;
        if (connection_->notice_loss()) return nothing_was_kept("the connection was lost before the commit");
        // Everything still queued goes with it. A fault in that makes the server skip the commit, and it answers so.
        auto committed = connection_->command("COMMIT");
        if (committed && *committed == "COMMIT") return {};
        if (committed) return nothing_was_kept("the server rolled back");
        if (connection_->is_lost()) return platform::outcome_unknown.error({{"reason", describe(committed.error())}});
        roll_back_if_there();
        return committed.error();
    }
    void roll_back() override {
        is_open_ = false;
        const auto ignored = settle();
        roll_back_if_there();
    }
    [[nodiscard]] bool is_open() const override { return is_open_ && !connection_->is_lost(); }

    Result<Rows> query(std::string_view sql, const Arguments& arguments) override {
        has_unsettled_ = false;
        return connection_->query(sql, arguments);
    }
    Result<std::int64_t> execute(std::string_view sql, const Arguments& arguments) override {
        has_unsettled_ = false;
        return connection_->execute(sql, arguments);
    }
    Result<void> enqueue(std::string_view sql, const Arguments& arguments) override {
        has_unsettled_ = true;
        return connection_->enqueue(sql, arguments);
    }
    [[nodiscard]] Dialect dialect() const override { return Dialect::postgresql; }

private:
    Result<void> begin_alone() {
        has_unsettled_ = false;
        TRY(connection_->enqueue("BEGIN"));
        // One group at a time in all processes that share the database (and the schema, which tests have many of).
        auto locked = connection_->query("SELECT pg_advisory_xact_lock(19032, hashtext(current_schema()))");
        if (locked) return {};
        roll_back_if_there();
        return locked.error();
    }
    Result<void> settle() {
        has_unsettled_ = false;
        return connection_->settle();
    }
    void roll_back_if_there() {
        if (!connection_->is_lost()) static_cast<void>(connection_->execute("ROLLBACK"));
    }

    Connector& connector_;
    std::unique_ptr<PostgresqlConnection> connection_;
    bool is_open_ = false;
    bool has_unsettled_ = false; ///< Statements of the member that may still turn out to have failed.
};

class PostgresqlDatabase final : public Database {
public:
    PostgresqlDatabase(std::unique_ptr<Connector> connector, const Options& options,
                       std::unique_ptr<PostgresqlConnection> writing)
        : connector_{std::move(connector)}, readers_{options.readers_max, options.wait_max,
                                                     [this] { return open_reader(); }},
          writer_{std::make_unique<PostgresqlWriter>(*connector_, std::move(writing)), options.group_size_max} {}

    Result<ReaderLease> reader() override {
        auto reader = TRY(readers_.take());
        return ReaderLease{reader.release(), [this](Reader* lent) {
                               std::unique_ptr<PostgresqlReader> returned{static_cast<PostgresqlReader*>(lent)};
                               if (returned->is_lost()) returned.reset();
                               readers_.give_back(std::move(returned));
                           }};
    }
    std::vector<Result<void>> write_each(const std::vector<Action>& actions) override {
        return writer_.write_each(actions);
    }
    [[nodiscard]] Dialect dialect() const override { return Dialect::postgresql; }
    void set_hooks(Hooks hooks) override { writer_.set_hooks(std::move(hooks)); }
    void commit_after(std::function<Result<void>()> step) override { writer_.commit_after(std::move(step)); }
    [[nodiscard]] WriterFigures figures() const override { return writer_.figures(); }
    Result<void> copy_to(const std::string&) override {
        return platform::internal.error({{"reason", std::string{"PostgreSQL is copied with its own tools"}}});
    }

protected:
    Result<void> write_group_member(const Action& action) override { return writer_.write(action); }

private:
    Result<std::unique_ptr<PostgresqlReader>> open_reader() {
        return std::make_unique<PostgresqlReader>(*connector_, TRY(connector_->open(true)));
    }

    std::unique_ptr<Connector> connector_;
    LendingPool<PostgresqlReader> readers_;
    GroupWriter writer_;
};

Result<void> refuse_foreign_order(PostgresqlConnection& connection) {
    const auto rows = TRY(connection.query("SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database"
                                           " WHERE datname = current_database()"));
    const auto encoding = rows.at(0).text(0), collation = rows.at(0).text(1);
    constexpr std::array plain{"C", "POSIX", "C.UTF-8", "C.utf8"};
    const bool is_plain = std::find(plain.begin(), plain.end(), collation) != plain.end();
    if (encoding == "UTF8" && is_plain) return {};
    return platform::database_unavailable.error(
        {{"reason", "the database has encoding " + encoding + " and collation " + collation +
                        "; make it with TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"}});
}

} // namespace

Result<std::unique_ptr<Database>> open_postgresql(const Options& options) {
    auto connector =
        std::make_unique<Connector>(PostgresqlSettings{options.url, false, options.is_durable, options.wait_max});
    auto writing = TRY(connector->open(false));
    TRY(refuse_foreign_order(*writing));
    return std::unique_ptr<Database>{
        std::make_unique<PostgresqlDatabase>(std::move(connector), options, std::move(writing))};
}

} // namespace db
