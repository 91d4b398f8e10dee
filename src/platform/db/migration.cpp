#include "platform/db/migration.hpp"

#include "platform/clock.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <charconv>
#include <fmt/format.h>

namespace db {
namespace {

/// Reads a script piece by piece: a quoted text, a comment up to the end of its line, or one character.
class ScriptReader {
public:
    explicit ScriptReader(std::string_view script) : rest_{script} {}
    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] bool at_comment() const { return rest_.starts_with("--"); }
    std::string_view next() {
        if (at_comment()) return take(rest_.find('\n'));
        if (rest_.front() != '\'' && rest_.front() != '"') return take(1);
        const auto end = rest_.find(rest_.front(), 1);
        return take(end == std::string_view::npos ? end : end + 1);
    }

private:
    std::string_view take(std::size_t length) {
        const auto piece = rest_.substr(0, length);
        rest_.remove_prefix(piece.size());
        return piece;
    }
    std::string_view rest_;
};

bool is_for(std::string_view comment, Dialect dialect) {
    if (comment.starts_with("-- only: sqlite")) return dialect == Dialect::sqlite;
    if (comment.starts_with("-- only: postgresql")) return dialect == Dialect::postgresql;
    return true;
}

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::int64_t number_of(std::string_view name) {
    std::int64_t number = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    ensure(read.ec == std::errc{} && number > 0 && *read.ptr == '_');
    return number;
}

std::string checksum_of(std::string_view bytes) {
    return crypto::to_hex(crypto::view(crypto::sha256(bytes)));
}

Result<void> refuse_what_is_unknown(Reader& reader, std::span<const embedded::File> scripts) {
    const auto newest = scripts.empty() ? 0 : number_of(scripts.back().name);
    const auto unknown =
        TRY(reader.find("SELECT number FROM platform_migration WHERE number > $1 ORDER BY number LIMIT 1", {newest}));
    if (unknown) return platform::database_too_new.error({{"number", fmt::format("{}", unknown->number(0))}});
    return {};
}

/// Gives true when the script ran, false when it had run before.
Result<bool> apply(Transaction& transaction, const embedded::File& script, Instant now) {
    const auto number = number_of(script.name);
    const auto checksum = checksum_of(script.bytes);
    const auto applied = TRY(transaction.find("SELECT checksum FROM platform_migration WHERE number = $1", {number}));
    if (applied && applied->text(0) == checksum) return false;
    if (applied) return platform::migration_changed.error({{"number", fmt::format("{}", number)}});

    for (const auto& statement : statements_of(script.bytes, transaction.dialect())) {
        auto done = transaction.execute(statement);
        if (!done) {
            auto error = std::move(done).error();
            error.values.push_back({"migration", std::string{script.name}});
            return error;
        }
    }
    TRY(transaction.execute("INSERT INTO platform_migration (number, name, checksum, applied_at)"
                            " VALUES ($1, $2, $3, $4)",
                            {number, script.name, checksum, now}));
    return true;
}

} // namespace

std::vector<std::string> statements_of(std::string_view script, Dialect dialect) {
    std::vector<std::string> statements;
    std::string statement;
    bool is_meant = true;
    const auto end_statement = [&] {
        if (auto text = trimmed(statement); is_meant && !text.empty()) statements.push_back(std::move(text));
        statement.clear();
        is_meant = true;
    };
    for (ScriptReader reader{script}; !reader.at_end();) {
        const bool is_comment = reader.at_comment();
        const auto piece = reader.next();
        if (is_comment)
            is_meant = is_meant && is_for(piece, dialect);
        else if (piece == ";")
            end_statement();
        else
            statement += piece;
    }
    end_statement();
    return statements;
}

Result<int> migrate(Database& database, std::span<const embedded::File> scripts) {
    const auto now = make_system_clock()->now();
    const auto prepare = [&](Transaction& transaction) -> Result<void> {
        TRY(transaction.execute("CREATE TABLE IF NOT EXISTS platform_migration ("
                                " number BIGINT PRIMARY KEY, name TEXT NOT NULL,"
                                " checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)"));
        return refuse_what_is_unknown(transaction, scripts);
    };
    TRY(database.write(prepare));
    int count = 0;
    for (const auto& script : scripts) {
        const bool ran = TRY(database.write([&](Transaction& transaction) { return apply(transaction, script, now); }));
        count += ran ? 1 : 0;
    }
    return count;
}

Result<int> migrate(Database& database) {
    return migrate(database, embedded::migrations());
}

} // namespace db
