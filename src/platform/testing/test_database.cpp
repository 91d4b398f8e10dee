#include "platform/testing/test_database.hpp"

#include "platform/random.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <stdexcept>

namespace world {
namespace {

std::string server() {
    const char* url = std::getenv("SAMBAND_TEST_POSTGRESQL");
    return url ? url : "";
}

std::string new_folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "samband-test-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error{"no room for temporary files"};
    return pattern;
}

/// Unique among the processes and tests that share one server.
std::string new_schema() {
    std::uint64_t number = 0;
    make_system_random()->fill(&number, sizeof number);
    return fmt::format("test_{:016x}", number);
}

std::string in_schema(const std::string& url, const std::string& schema) {
    const char separator = url.find('?') == std::string::npos ? '?' : '&';
    return fmt::format("{}{}options=-csearch_path%3D{}", url, separator, schema);
}

std::unique_ptr<db::Database> opened(const db::Options& options) {
    auto database = db::open(options);
    if (!database) throw std::runtime_error{"could not open the test's database: " + describe(database.error())};
    return *std::move(database);
}

void tell_server(const std::string& sql) {
    const auto database = opened({.url = server(), .readers_max = 1});
    const auto done = database->write([&](db::Transaction& transaction) { return transaction.execute(sql); });
    if (!done) throw std::runtime_error{"could not prepare the test's schema: " + describe(done.error())};
}

} // namespace

std::vector<db::Dialect> dialects() {
    if (server().empty()) return {db::Dialect::sqlite};
    return {db::Dialect::sqlite, db::Dialect::postgresql};
}

std::string dialect_name(const ::testing::TestParamInfo<db::Dialect>& parameter) {
    return parameter.param == db::Dialect::sqlite ? "sqlite" : "postgresql";
}

TestDatabase::TestDatabase(db::Dialect dialect) {
    if (dialect == db::Dialect::sqlite) {
        folder_ = new_folder();
        url_ = "sqlite:" + folder_ + "/test.db";
        return;
    }
    schema_ = new_schema();
    url_ = in_schema(server(), schema_);
    tell_server("CREATE SCHEMA " + schema_);
}

TestDatabase::~TestDatabase() {
    if (!schema_.empty()) tell_server("DROP SCHEMA " + schema_ + " CASCADE");
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

std::unique_ptr<db::Database> TestDatabase::open(db::Options options) const {
    options.url = url_;
    options.is_durable = false;
    return opened(options);
}

} // namespace world
