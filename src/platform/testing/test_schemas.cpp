#include "platform/testing/test_schemas.hpp"

#include "platform/db/database.hpp"
#include "platform/random.hpp"

#include <chrono>
#include <fmt/format.h>
#include <stdexcept>

namespace world {

using namespace std::chrono_literals;

TestSchemas::~TestSchemas() {
    try {
        for (const auto& schema : idle_)
            drop(schema);
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
    if (!idle_.empty()) {
        auto schema = std::move(idle_.back());
        idle_.pop_back();
        return schema;
    }
    auto schema = make();
    const auto database = db::open({.url = url(schema), .is_durable = false});
    const auto migrated = database ? db::migrate(**database) : Result<int>{database.error()};
    if (!migrated) throw std::runtime_error{"could not migrate: " + describe(migrated.error())};
    tables_ = tables(schema);
    can_be_emptied_ = used_tables(schema).empty();
    return schema;
}

void TestSchemas::give_back(const std::string& schema) {
    if (!can_be_emptied_ || tables(schema) != tables_) return drop(schema);
    if (const auto used = used_tables(schema); !used.empty()) tell("TRUNCATE " + used + " RESTART IDENTITY CASCADE");
    idle_.push_back(schema);
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

/// The tables that hold rows, parted by commas; the list of migrations aside.
std::string TestSchemas::used_tables(const std::string& schema) {
    std::string ask, used;
    for (const auto& table : tables_) {
        if (table == "platform_migration") continue;
        ask += fmt::format("{0} SELECT '{1}.{2}' WHERE EXISTS (SELECT 1 FROM {1}.{2})", ask.empty() ? "" : " UNION ALL",
                           schema, table);
    }
    if (ask.empty()) return used;
    for (const auto& row : tell(ask))
        used += (used.empty() ? "" : ", ") + row.text(0);
    return used;
}

} // namespace world
