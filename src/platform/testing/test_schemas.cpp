#include "platform/testing/test_schemas.hpp"

#include "platform/db/database.hpp"
#include "platform/random.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <stdexcept>

namespace world {

using namespace std::chrono_literals;

TestSchemas::~TestSchemas() {
    try {
        for (const auto& idle : idle_)
            drop(idle.schema);
        if (!pristine_.empty()) drop(pristine_);
    } catch (const std::runtime_error&) {
        // The server may have gone first; then so have its schemas.
    }
}

std::string TestSchemas::make() {
    std::uint64_t number = 0;
    make_system_random()->fill(&number, sizeof number);
    auto schema = fmt::format("test_{:016x}", number);
    tell("CREATE SCHEMA " + schema);
    return schema;
}

void TestSchemas::drop(const std::string& schema) {
    tell("DROP SCHEMA " + schema + " CASCADE");
}

std::string TestSchemas::take_migrated() {
    if (idle_.empty()) return make_migrated();
    auto idle = take_idle({});
    if (!idle.kept.empty()) empty(idle.schema, {});
    copy_rows(pristine_, idle.schema, used_tables(pristine_)); // A migration may put rows in.
    return idle.schema;
}

std::string TestSchemas::take_copy(const std::string& original) {
    Idle idle;
    if (idle_.empty()) {
        idle.schema = make_migrated();
        empty(idle.schema, {});
    } else {
        idle = take_idle(original);
        if (!idle.kept.empty() && idle.original != original) {
            empty(idle.schema, {});
            idle.kept.clear();
        }
    }
    std::vector<std::string> missing;
    for (const auto& table : used_tables(original))
        if (!idle.kept.contains(table)) missing.push_back(table);
    const auto writer = copy_rows(original, idle.schema, missing);
    for (const auto& table : missing)
        idle.kept[table] = writer;
    copies_[idle.schema] = {idle.schema, original, std::move(idle.kept)};
    return idle.schema;
}

/// Rather one that has rows of the original still.
TestSchemas::Idle TestSchemas::take_idle(std::string_view original) {
    auto found = std::ranges::find(idle_, original, &Idle::original);
    if (found == idle_.end()) found = std::prev(idle_.end());
    auto idle = std::move(*found);
    idle_.erase(found);
    return idle;
}

std::string TestSchemas::make_migrated() {
    if (pristine_.empty()) {
        pristine_ = migrate_new();
        tables_ = tables(pristine_);
        counted_ = counted(pristine_);
    }
    auto schema = migrate_new();
    make_emptying(schema);
    return schema;
}

std::string TestSchemas::migrate_new() {
    auto schema = make();
    const auto database = db::open({.url = url(schema), .is_durable = false});
    const auto migrated = database ? db::migrate(**database) : Result<int>{database.error()};
    if (!migrated) throw std::runtime_error{"could not migrate: " + describe(migrated.error())};
    return schema;
}

void TestSchemas::give_back(const std::string& schema) {
    Idle idle{schema, {}, {}};
    if (auto copy = copies_.extract(schema)) idle = std::move(copy.mapped());
    if (tables(schema) != tables_) return drop(schema);
    keep_untouched(idle);
    empty(schema, idle.kept);
    if (idle.kept.empty()) idle.original.clear();
    idle_.push_back(std::move(idle));
}

/// A table is as it was copied when it has as many rows as the original, all of them written by the copying.
void TestSchemas::keep_untouched(Idle& idle) {
    std::string ask;
    for (const auto& [table, writer] : idle.kept)
        ask += fmt::format(
            "{0}SELECT '{3}' WHERE (SELECT COUNT(*) FROM {1}.{3}) = ALL (SELECT COUNT(*) FROM {2}.{3} UNION ALL "
            "SELECT COUNT(*) FROM {2}.{3} WHERE CAST(xmin AS TEXT) = '{4}')",
            ask.empty() ? "" : " UNION ALL ", idle.original, idle.schema, table, writer);
    if (ask.empty()) return;
    std::map<std::string, std::string, std::less<>> untouched;
    for (const auto& row : tell(ask))
        untouched.insert(idle.kept.extract(row.text(0)));
    idle.kept = std::move(untouched);
}

void TestSchemas::empty(const std::string& schema, const Writers& kept) {
    std::string names;
    for (const auto& [table, writer] : kept)
        names += fmt::format("{}'{}'", names.empty() ? "" : ", ", table);
    tell(fmt::format("SELECT {}.empty_tables(CAST(ARRAY[{}] AS TEXT[]))", schema, names));
}

/// The server keeps the plans of a function, so emptying costs what there is to remove. Tests leave few rows, of which
/// DELETE takes hold at once; TRUNCATE makes new files for each table and each index of it.
void TestSchemas::make_emptying(const std::string& schema) {
    std::string body = "PERFORM set_config('session_replication_role', 'replica', true); ";
    for (const auto& table : tables_)
        if (table != "platform_migration")
            body += fmt::format("IF '{1}' <> ALL (kept) THEN DELETE FROM {0}.{1}; END IF; ", schema, table);
    for (const auto& [table, column] : counted_)
        body += fmt::format("PERFORM setval(pg_get_serial_sequence('{}.{}', '{}'), 1, false); ", schema, table, column);
    tell(
        fmt::format("CREATE FUNCTION {}.empty_tables(kept TEXT[]) RETURNS void LANGUAGE plpgsql AS $empty$ BEGIN {}END "
                    "$empty$",
                    schema, body));
}

/// Gives the transaction that wrote the rows, as they name it.
std::string TestSchemas::copy_rows(const std::string& original, const std::string& schema,
                                   const std::vector<std::string>& missing) {
    const auto& used = used_tables(original);
    if (used.empty()) return {};
    // Rows come in any order: what they refer to is there when all are.
    std::string copying = "DO $copy$ BEGIN SET LOCAL session_replication_role = replica; ";
    for (const auto& table : missing)
        copying +=
            fmt::format("INSERT INTO {0}.{2} OVERRIDING SYSTEM VALUE SELECT * FROM {1}.{2}; ", schema, original, table);
    // What the server counts by itself goes on behind what was copied.
    for (const auto& [table, column] : counted_)
        if (std::ranges::find(used, table) != used.end())
            copying += fmt::format("PERFORM setval(pg_get_serial_sequence('{0}.{1}', '{2}'), (SELECT MAX({2}) + 1 FROM "
                                   "{0}.{1}), false); ",
                                   schema, table, column);
    tell(copying + "END $copy$");
    if (missing.empty()) return {};
    clear_away(schema, missing);
    return tell(fmt::format("SELECT CAST(xmin AS TEXT) FROM {}.{} LIMIT 1", schema, missing.front())).front().text(0);
}

/// What earlier tests removed lies in the way of rows with the same keys until it is cleared away. Done now, and not
/// when the tables are empty, so that the server knows how many rows there are and chooses by them how to look things
/// up.
void TestSchemas::clear_away(const std::string& schema, const std::vector<std::string>& written) {
    std::vector<std::string> places;
    for (const auto& table : written)
        places.push_back(fmt::format("{}.{}", schema, table));
    tell(fmt::format("VACUUM {}", fmt::join(places, ", ")));
}

std::string TestSchemas::url(const std::string& schema) const {
    const char separator = server_.find('?') == std::string::npos ? '?' : '&';
    return fmt::format("{}{}options=-csearch_path%3D{}", server_, separator, schema);
}

db::Rows TestSchemas::tell(const std::string& sql) {
    if (!connection_ || connection_->is_lost()) {
        auto opened = db::PostgresqlConnection::open({.url = server_, .wait_max = 5s});
        if (!opened) throw std::runtime_error{"could not reach the tests' server: " + describe(opened.error())};
        connection_ = *std::move(opened);
    }
    auto rows = connection_->query(sql);
    if (!rows) throw std::runtime_error{"could not prepare a test's schema: " + describe(rows.error())};
    return *std::move(rows);
}

std::vector<std::string> TestSchemas::tables(const std::string& schema) {
    std::vector<std::string> names;
    for (const auto& row :
         tell("SELECT CAST(relname AS TEXT) FROM pg_class WHERE relkind = 'r' AND relnamespace = CAST('" + schema +
              "' AS regnamespace) ORDER BY 1"))
        names.push_back(row.text(0));
    return names;
}

/// Tables with a column that the server counts by itself.
std::vector<TestSchemas::Counted> TestSchemas::counted(const std::string& schema) {
    std::vector<Counted> all;
    for (const auto& row :
         tell("SELECT CAST(relname AS TEXT), CAST(attname AS TEXT) FROM pg_attribute JOIN pg_class ON pg_class.oid = "
              "attrelid WHERE relnamespace = CAST('" +
              schema + "' AS regnamespace) AND relkind = 'r' AND attidentity <> '' ORDER BY 1"))
        all.push_back({row.text(0), row.text(1)});
    return all;
}

/// The tables that hold rows; the list of migrations aside.
const std::vector<std::string>& TestSchemas::used_tables(const std::string& original) {
    if (const auto known = used_.find(original); known != used_.end()) return known->second;
    std::string ask;
    for (const auto& table : tables_) {
        if (table == "platform_migration") continue;
        ask += fmt::format("{0} SELECT '{2}' WHERE EXISTS (SELECT 1 FROM {1}.{2})", ask.empty() ? "" : " UNION ALL",
                           original, table);
    }
    auto& used = used_[original];
    if (ask.empty()) return used;
    for (const auto& row : tell(ask))
        used.push_back(row.text(0));
    return used;
}

} // namespace world
