#pragma once
// One connection to PostgreSQL, always in pipeline mode: statements are queued, sent together, and their answers are
// read in order up to the next synchronisation. Not thread-safe: one thread at a time.
#include "platform/db/value.hpp"
#include "platform/result.hpp"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

struct pg_conn;

namespace db {

struct PostgresqlSettings {
    std::string url;
    bool is_read_only = false;
    bool is_durable = true;
    std::chrono::milliseconds wait_max; ///< For connecting, and for a lock.
    /// A server that has been asked and is silent for so long counts as gone, though its machine still keeps the line.
    /// Not given: somewhat more than a reader's statement may take; ten minutes for the writer, which also migrates.
    std::optional<std::chrono::milliseconds> silence_max{};
};

class PostgresqlConnection {
public:
    /// Fails with platform.database_unavailable.
    static Result<std::unique_ptr<PostgresqlConnection>> open(const PostgresqlSettings&);
    ~PostgresqlConnection();
    PostgresqlConnection(const PostgresqlConnection&) = delete;
    PostgresqlConnection& operator=(const PostgresqlConnection&) = delete;

    /// Sends what is queued and this, and waits. Gives the first fault of all of them.
    Result<Rows> query(std::string_view sql, const Arguments& arguments = {});
    Result<std::int64_t> execute(std::string_view sql, const Arguments& arguments = {});
    /// Gives what the server says it did, "COMMIT" or "ROLLBACK".
    Result<std::string> command(std::string_view sql);
    /// Sends nothing yet. A fault shows at the next query, execute or settle.
    Result<void> enqueue(std::string_view sql, const Arguments& arguments = {});
    /// Sends what is queued and waits for it.
    Result<void> settle();

    [[nodiscard]] bool is_lost() const { return is_lost_; }
    /// Looks whether the server has closed the connection meanwhile; sends nothing.
    bool notice_loss();

private:
    /// What the server will answer, in the order asked.
    struct Awaited {
        std::string prepares; ///< The key of the statement that this prepares; empty when it runs one.
    };
    struct Answer {
        Rows rows;
        std::int64_t changed = 0;
        std::string command;
    };
    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    PostgresqlConnection(pg_conn* connection, std::chrono::milliseconds silence_max)
        : connection_{connection}, silence_max_{silence_max} {}
    Result<void> prepare_for_use(const PostgresqlSettings&);
    Result<void> send(std::string_view sql, const Arguments&);
    Result<const std::string*> statement_name(std::string_view sql, const Arguments&);
    Result<Answer> synchronise();
    std::optional<Error> receive(const Awaited&, Answer&);
    Result<void> forget_statements();
    [[nodiscard]] bool is_silent_for_too_long() const;
    Error lost();

    pg_conn* connection_;
    std::chrono::milliseconds silence_max_;
    bool is_lost_ = false;
    std::deque<Awaited> awaited_;
    std::size_t statements_made_ = 0;
    std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> statement_names_; ///< By text and types.
};

} // namespace db
