#include "platform/db/migration.hpp"

#include "platform/errors.hpp"
#include "platform/testing/test_database.hpp"

#include <thread>

namespace {

class Migration : public ::testing::TestWithParam<db::Dialect> {
protected:
    world::TestDatabase place{GetParam()};
    std::unique_ptr<db::Database> database = place.open();

    std::int64_t count(const char* sql) {
        auto reader = *database->reader();
        return (*reader->query(sql))[0].number(0);
    }
};
EACH_DATABASE(Migration);

const embedded::File fruits{"0001_fruits.sql", "CREATE TABLE fruit (name TEXT PRIMARY KEY); -- all of it; really\n"
                                               "INSERT INTO fruit VALUES ('plum; damson'), ('it''s -- a pear');"};
const embedded::File colours{"0002_colours.sql", "ALTER TABLE fruit ADD COLUMN colour TEXT;"};

TEST_P(Migration, RunsWhatIsMissingInOrder) {
    EXPECT_EQ(*db::migrate(*database, std::vector{fruits}), 1);
    EXPECT_EQ(*db::migrate(*database, std::vector{fruits, colours}), 1);
    EXPECT_EQ(*db::migrate(*database, std::vector{fruits, colours}), 0);

    EXPECT_EQ(count("SELECT count(*) FROM fruit WHERE colour IS NULL"), 2);
    EXPECT_EQ(count("SELECT count(*) FROM platform_migration WHERE name = '0002_colours.sql' AND applied_at > 0"), 1);
}

TEST_P(Migration, RefusesAScriptThatWasEditedAfterwards) {
    ASSERT_TRUE(db::migrate(*database, std::vector{fruits}));
    const embedded::File edited{fruits.name, "CREATE TABLE fruit (name TEXT);"};

    const auto migrated = db::migrate(*database, std::vector{edited});

    EXPECT_EQ(migrated.error().code, platform::migration_changed.name);
}

TEST_P(Migration, RefusesADatabaseOfANewerProgram) {
    ASSERT_TRUE(db::migrate(*database, std::vector{fruits, colours}));

    const auto migrated = db::migrate(*database, std::vector{fruits});

    EXPECT_EQ(migrated.error().code, platform::database_too_new.name);
}

TEST_P(Migration, LeavesNothingOfAScriptThatFails) {
    const embedded::File broken{"0002_broken.sql", "CREATE TABLE root (name TEXT); INSERT INTO root VALUES ('beet');"
                                                   "INSERT INTO no_such_table VALUES (1);"};

    const auto migrated = db::migrate(*database, std::vector{fruits, broken});

    EXPECT_FALSE(migrated);
    EXPECT_EQ(describe(migrated.error()).find("0002_broken.sql") == std::string::npos, false);
    EXPECT_EQ(count("SELECT count(*) FROM fruit"), 2);
    EXPECT_EQ(count("SELECT count(*) FROM platform_migration"), 1);
    EXPECT_FALSE((*database->reader())->query("SELECT * FROM root"));
}

TEST_P(Migration, RunsOnceWhenTwoProcessesStartAtOnce) {
    const auto other = place.open();
    int here = 0, there = 0;

    std::thread one{[&] { here = *db::migrate(*database, std::vector{fruits, colours}); }};
    std::thread two{[&] { there = *db::migrate(*other, std::vector{fruits, colours}); }};
    one.join();
    two.join();

    EXPECT_EQ(here + there, 2);
    EXPECT_EQ(count("SELECT count(*) FROM fruit"), 2);
}

TEST_P(Migration, CarriesEveryScriptOfTheProgram) {
    EXPECT_EQ(*db::migrate(*database), static_cast<int>(embedded::migrations().size()));
    EXPECT_EQ(*db::migrate(*database), 0);
}

TEST(MigrationScript, KeepsOnlyTheStatementsOfItsDatabase) {
    const auto script = "-- Two ways.\n-- only: sqlite\nCREATE TABLE a (b);\n-- only: postgresql\nCREATE TABLE a (c);\n"
                        "CREATE TABLE both (\n  d -- a column; no end\n);";

    EXPECT_EQ(db::statements_of(script, db::Dialect::sqlite),
              (std::vector<std::string>{"CREATE TABLE a (b)", "CREATE TABLE both (\n  d \n)"}));
    EXPECT_EQ(db::statements_of(script, db::Dialect::postgresql),
              (std::vector<std::string>{"CREATE TABLE a (c)", "CREATE TABLE both (\n  d \n)"}));
}

} // namespace
