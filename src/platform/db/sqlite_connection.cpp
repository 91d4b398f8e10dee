#include "platform/db/sqlite_connection.hpp"

#include "platform/errors.hpp"
#include "platform/unicode.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <mutex>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace db {
namespace {

/// The program's own statements are a few hundred; a list filter with many shapes must not fill the memory.
constexpr std::size_t statements_max = 1000;
/// What the one writing connection keeps of the database, so that changing an index does not begin with reading it.
constexpr int writer_cache_kb = 32 * 1024;

Error internal_error(std::string reason) {
    return platform::internal.error({{"reason", std::move(reason)}});
}

Value value_of(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        return std::string{text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
    }
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement, column));
        return Bytes(bytes, bytes + sqlite3_column_bytes(statement, column));
    }
    default:
        return {};
    }
}

int bind_value(sqlite3_stmt* statement, int place, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, place, *number);
    if (const auto* real = std::get_if<double>(&value)) return sqlite3_bind_double(statement, place, *real);
    if (const auto* text = std::get_if<std::string>(&value)) {
        return sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    if (const auto* bytes = std::get_if<Bytes>(&value)) {
        if (bytes->empty()) return sqlite3_bind_zeroblob(statement, place, 0); // A null pointer would bind NULL.
        return sqlite3_bind_blob64(statement, place, bytes->data(), bytes->size(), SQLITE_STATIC);
    }
    return sqlite3_bind_null(statement, place);
}

/// What is kept is for nobody else on the machine; the log beside the file gets the same rights. When it cannot be
/// made, SQLite says why. A file that is there is left alone: closing it would drop the locks that other connections of
/// this process hold on it (POSIX), and the next process to look at the database would take it for left and remove the
/// log, with what is written to it from then on.
void make_private_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) ::close(file);
}

/// Each member of a group can be undone alone, for which SQLite notes every page that it changes. Beyond 64 kB those
/// notes would go to a file, page by page, for each member anew; and the library counts what memory it uses, for which
/// all threads take the same lock. Must be said before the library is first used.
void set_up_library() {
    constexpr int undo_notes_stay_in_memory = -1;
    static std::once_flag said;
    std::call_once(said, [] {
        sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, undo_notes_stay_in_memory);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    });
}

/// Leaves a statement ready for its next use, however this one ended.
class Resetting {
public:
    explicit Resetting(sqlite3_stmt* statement) : statement_{statement} {}
    ~Resetting() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }
    Resetting(const Resetting&) = delete;
    Resetting& operator=(const Resetting&) = delete;

private:
    sqlite3_stmt* statement_;
};

} // namespace

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::string& path, SqliteAccess access,
                                                                 SqliteSync sync, std::chrono::milliseconds wait_max) {
    const int flags = SQLITE_OPEN_NOMUTEX | (access == SqliteAccess::read ? SQLITE_OPEN_READONLY
                                                                          : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    set_up_library();
    if (access == SqliteAccess::write) make_private_file(path);
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    std::unique_ptr<SqliteConnection> connection{new SqliteConnection{handle, access}};
    if (code != SQLITE_OK) return connection->error_of(code);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, static_cast<int>(wait_max.count()));
    TRY(connection->prepare_for_use(sync));
    return connection;
}

SqliteConnection::~SqliteConnection() {
    forget_statements();
    sqlite3_close(connection_);
}

Result<void> SqliteConnection::prepare_for_use(SqliteSync sync) {
    // "text" in double quotes is a name, as in PostgreSQL, and never silently a string.
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    TRY(configure("PRAGMA foreign_keys = ON;"
                  "PRAGMA case_sensitive_like = ON;" // As in PostgreSQL.
                  "PRAGMA trusted_schema = OFF"));
    TRY(configure(sync == SqliteSync::full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF"));
    if (access_ == SqliteAccess::read) return {};

    const auto mode = TRY(query("PRAGMA journal_mode = WAL"));
    if (mode.size() != 1 || mode[0].text(0) != "wal") {
        return platform::database_unavailable.error({{"reason", std::string{"the file system does not carry WAL"}}});
    }
    TRY(configure("PRAGMA secure_delete = FAST"));
    // A group changes the same pages again and again; each is written once, when the group is committed.
    TRY(configure("PRAGMA cache_spill = OFF"));
    TRY(configure(fmt::format("PRAGMA cache_size = -{}", writer_cache_kb).c_str()));
    // This also turns SQLite's own checkpoints off: they would make the caller of some unlucky commit wait.
    sqlite3_wal_hook(
        connection_,
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<SqliteConnection*>(self)->wal_pages_ = pages;
            return SQLITE_OK;
        },
        this);
    return {};
}

Result<void> SqliteConnection::configure(const char* pragmas) {
    const int code = sqlite3_exec(connection_, pragmas, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return error_of(code);
    return {};
}

Result<Rows> SqliteConnection::query(std::string_view sql, const Arguments& arguments) {
    const auto* statement = TRY(prepared(sql));
    const Resetting resetting{statement->statement};
    TRY(bind(*statement, arguments));
    return step_through(*statement);
}

Result<std::int64_t> SqliteConnection::execute(std::string_view sql, const Arguments& arguments) {
    const auto before = sqlite3_total_changes64(connection_);
    TRY(query(sql, arguments));
    // Statements that change no row leave the count of an earlier one behind.
    return sqlite3_total_changes64(connection_) == before ? 0 : std::int64_t{sqlite3_changes64(connection_)};
}

Result<SqliteConnection::Prepared*> SqliteConnection::prepared(std::string_view sql) {
    if (const auto found = statements_.find(sql); found != statements_.end()) return &found->second;
    if (statements_.size() >= statements_max) forget_statements();

    Prepared made;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made.statement, &rest);
    if (code != SQLITE_OK) return error_of(code);
    const auto fault = [&]() -> std::string {
        if (!made.statement) return "an empty statement";
        if (std::string_view{rest}.find_first_not_of(" \n\t;") <
            static_cast<std::size_t>(sql.data() + sql.size() - rest)) {
            return "more than one statement";
        }
        if (access_ == SqliteAccess::read && !sqlite3_stmt_readonly(made.statement)) return "a change through a reader";
        return "";
    }();
    if (!fault.empty()) {
        sqlite3_finalize(made.statement);
        return internal_error(fault);
    }
    for (int n = 1; n <= sqlite3_bind_parameter_count(made.statement); ++n) {
        made.places.push_back(sqlite3_bind_parameter_index(made.statement, fmt::format("${}", n).c_str()));
    }
    made.columns = sqlite3_column_count(made.statement);
    return &statements_.emplace(sql, made).first->second;
}

Result<void> SqliteConnection::bind(const Prepared& prepared, const Arguments& arguments) {
    if (arguments.size() != prepared.places.size()) {
        return internal_error(
            fmt::format("{} arguments for a statement with {}", arguments.size(), prepared.places.size()));
    }
    for (std::size_t n = 0; n < arguments.size(); ++n) {
        const auto& value = arguments[n].value();
        if (const auto* text = std::get_if<std::string>(&value); text && !is_storable(*text)) {
            return platform::database_refused.error({{"reason", std::string{"text is not UTF-8 without zeros"}}});
        }
        const int code = bind_value(prepared.statement, prepared.places[n], value);
        if (code != SQLITE_OK) return error_of(code);
    }
    return {};
}

Result<Rows> SqliteConnection::step_through(const Prepared& prepared) {
    Rows rows;
    int code = sqlite3_step(prepared.statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(prepared.statement)) {
        std::vector<Value> columns;
        columns.reserve(static_cast<std::size_t>(prepared.columns));
        for (int column = 0; column < prepared.columns; ++column)
            columns.push_back(value_of(prepared.statement, column));
        rows.emplace_back(std::move(columns));
    }
    if (code != SQLITE_DONE) return error_of(code);
    return rows;
}

bool SqliteConnection::in_transaction() const {
    return sqlite3_get_autocommit(connection_) == 0;
}

void SqliteConnection::checkpoint() {
    // A checkpoint that could not finish is made good by the next one; a failing disk shows in the next commit.
    sqlite3_wal_checkpoint_v2(connection_, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

Result<void> SqliteConnection::copy_to(const std::string& path) {
    make_private_file(path);
    sqlite3* target = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK) {
        if (auto* backup = sqlite3_backup_init(target, "main", connection_, "main")) {
            // All pages in one step: the copy reads one snapshot of the log, and writers go on beside it.
            sqlite3_backup_step(backup, -1);
            code = sqlite3_backup_finish(backup);
        } else {
            code = sqlite3_errcode(target);
        }
    }
    sqlite3_close(target);
    if (code != SQLITE_OK) return error_of(code);
    return {};
}

void SqliteConnection::forget_statements() {
    for (auto& [sql, prepared] : statements_)
        sqlite3_finalize(prepared.statement);
    statements_.clear();
}

Error SqliteConnection::error_of(int code) {
    const std::string words = connection_ ? sqlite3_errmsg(connection_) : sqlite3_errstr(code);
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return platform::database_refused.error({{"reason", words}}); // Names of table and column, no values.
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        is_suspect_ = true;
        return platform::database_damaged.error({{"reason", std::string{sqlite3_errstr(code)}}});
    case SQLITE_FULL:
        return platform::disk_full.error();
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PROTOCOL:
        is_suspect_ = true;
        [[fallthrough]];
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
        return platform::database_unavailable.error({{"reason", std::string{sqlite3_errstr(code)}}});
    default:
        return internal_error(words);
    }
}

} // namespace db
