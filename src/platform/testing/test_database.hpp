#pragma once
// An empty database for one test, on each database that there is.
#include "platform/db/database.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace world {

/// SQLite always, PostgreSQL when SAMBAND_TEST_POSTGRESQL names a server (tools/with_postgresql.py starts one).
std::vector<db::Dialect> dialects();
std::string dialect_name(const ::testing::TestParamInfo<db::Dialect>&);

enum class Contents { nothing, empty_tables };

/// What outlives the process's last test database begins to exist here, at the latest.
void prepare_test_databases();

/// Where a test's database is: a temporary file, or a schema on the server; gone when the test ends. With empty_tables
/// it is migrated. That takes long, so it is done once for a process: files are copied, schemas emptied and lent again.
class TestDatabase {
public:
    explicit TestDatabase(db::Dialect, Contents = Contents::nothing);
    /// One with the rows of another, migrated and closed.
    static TestDatabase copy_of(const TestDatabase&);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    [[nodiscard]] const std::string& url() const { return url_; }
    /// Throws with the reason when it does not open: the test then fails before it begins.
    [[nodiscard]] std::unique_ptr<db::Database> open(db::Options options = {}) const;

private:
    struct Copied {};
    TestDatabase(Copied, const TestDatabase& original);

    Contents contents_;
    std::string folder_, schema_, url_;
};

} // namespace world

#define EACH_DATABASE(suite)                                                                                           \
    INSTANTIATE_TEST_SUITE_P(EachDatabase, suite, ::testing::ValuesIn(world::dialects()), world::dialect_name)
