#pragma once
// One connection to a SQLite file with its prepared statements. Not thread-safe: one thread at a time.
#include "platform/db/value.hpp"
#include "platform/result.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace db {

enum class SqliteAccess { read, write };
/// Full: a commit returns when it is on disk. None: for databases that live as long as the process (tests).
enum class SqliteSync { full, none };

class SqliteConnection {
public:
    static Result<std::unique_ptr<SqliteConnection>> open(const std::string& path, SqliteAccess, SqliteSync,
                                                          std::chrono::milliseconds wait_max);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    Result<Rows> query(std::string_view sql, const Arguments& arguments = {});
    /// Gives the number of rows inserted, changed or deleted; 0 for other statements.
    Result<std::int64_t> execute(std::string_view sql, const Arguments& arguments = {});

    [[nodiscard]] bool in_transaction() const;
    /// True after a fault that says more about the file than about the statement; the connection is then to be opened
    /// anew.
    [[nodiscard]] bool is_suspect() const { return is_suspect_; }
    void distrust() { is_suspect_ = true; }
    /// Pages in the write-ahead log after the newest commit of this connection.
    [[nodiscard]] int wal_pages() const { return wal_pages_; }
    /// Moves what no reader needs from the write-ahead log into the file; takes no lock that anybody waits for.
    void checkpoint();
    /// Copies page by page into a new file; begins again by itself when another process writes meanwhile.
    Result<void> copy_to(const std::string& path);

private:
    struct Prepared {
        sqlite3_stmt* statement = nullptr;
        std::vector<int> places; ///< Where $1, $2 … are: SQLite numbers them by first appearance.
        int columns = 0;
    };
    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    SqliteConnection(sqlite3* connection, SqliteAccess access) : connection_{connection}, access_{access} {}
    Result<void> prepare_for_use(SqliteSync);
    Result<void> configure(const char* pragmas);
    Result<Prepared*> prepared(std::string_view sql);
    Result<void> bind(const Prepared&, const Arguments&);
    Result<Rows> step_through(const Prepared&);
    void forget_statements();
    Error error_of(int code);

    sqlite3* connection_;
    SqliteAccess access_;
    bool is_suspect_ = false;
    int wal_pages_ = 0;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> statements_;
};

} // namespace db
