#include "platform/testing/test_database.hpp"

#include "platform/testing/test_files.hpp"
#include "platform/testing/test_schemas.hpp"

#include <cstdlib>
#include <stdexcept>

namespace world {
namespace {

std::string server() {
    const char* url = std::getenv("SAMBAND_TEST_POSTGRESQL");
    return url ? url : "";
}

/// One for the process, told of the server by the first test that needs it.
TestSchemas& schemas() {
    static TestSchemas all{server()};
    return all;
}

} // namespace

std::vector<db::Dialect> dialects() {
    if (server().empty()) return {db::Dialect::sqlite};
    return {db::Dialect::sqlite, db::Dialect::postgresql};
}

void prepare_test_databases() {
    schemas();
}

std::string dialect_name(const ::testing::TestParamInfo<db::Dialect>& parameter) {
    return parameter.param == db::Dialect::sqlite ? "sqlite" : "postgresql";
}

TestDatabase::TestDatabase(db::Dialect dialect, Contents contents) : contents_{contents} {
    if (dialect == db::Dialect::sqlite) {
        folder_ = new_test_folder();
        url_ = "sqlite:" + folder_ + "/test.db";
        if (contents == Contents::empty_tables) copy_migrated_file(folder_ + "/test.db");
        return;
    }
    schema_ = contents == Contents::empty_tables ? schemas().take_migrated() : schemas().make();
    url_ = schemas().url(schema_);
}

TestDatabase::TestDatabase(Copied, const TestDatabase& original) : contents_{Contents::empty_tables} {
    if (original.schema_.empty()) {
        folder_ = new_test_folder();
        url_ = "sqlite:" + folder_ + "/test.db";
        for (const std::string_view name : {"/test.db", "/test.db-wal"}) // The log stays when a reader closed last.
            copy_if_there(original.folder_ + std::string{name}, folder_ + std::string{name});
        return;
    }
    schema_ = schemas().take_copy(original.schema_);
    url_ = schemas().url(schema_);
}

TestDatabase TestDatabase::copy_of(const TestDatabase& original) {
    return TestDatabase{Copied{}, original};
}

TestDatabase::~TestDatabase() {
    if (!folder_.empty()) remove_test_folder(folder_);
    if (schema_.empty()) return;
    if (contents_ == Contents::empty_tables)
        schemas().give_back(schema_);
    else
        schemas().drop(schema_);
}

std::unique_ptr<db::Database> TestDatabase::open(db::Options options) const {
    options.url = url_;
    options.is_durable = false;
    auto database = db::open(options);
    if (!database) throw std::runtime_error{"could not open the test's database: " + describe(database.error())};
    return *std::move(database);
}

} // namespace world
