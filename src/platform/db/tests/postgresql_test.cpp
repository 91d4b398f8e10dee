#include "platform/db/database.hpp"

#include "platform/db/postgresql_connection.hpp"
#include "platform/errors.hpp"
#include "platform/testing/test_database.hpp"

#include <cstdlib>
#include <thread>

namespace {

using namespace std::chrono_literals;

const char* server() {
    return std::getenv("SAMBAND_TEST_POSTGRESQL");
}

/// On a connection of its own, outside of any transaction.
void tell_server(const std::string& sql) {
    const auto connection = db::PostgresqlConnection::open({.url = server(), .wait_max = 5s});
    ASSERT_TRUE(connection) << describe(connection.error());
    const auto done = (*connection)->query(sql);
    EXPECT_TRUE(done) << sql << ": " << describe(done.error());
}

std::string with_part(std::string url, const std::string& part, const std::string& instead) {
    return url.replace(url.find(part), part.size(), instead);
}

class Postgresql : public ::testing::Test {
protected:
    void SetUp() override {
        // ./test and make unit start a server and name it; a test program run by itself need not have one.
        if (!server()) GTEST_SKIP() << "SAMBAND_TEST_POSTGRESQL names no server";
        place.emplace(db::Dialect::postgresql);
        database = place->open();
        ASSERT_TRUE(change("CREATE TABLE mark (name TEXT PRIMARY KEY)"));
    }
    Result<std::int64_t> change(std::string_view sql) {
        return database->write([&](db::Transaction& transaction) { return transaction.execute(sql); });
    }
    std::int64_t count() {
        const auto reader = database->reader();
        return (*reader)->query("SELECT count(*) FROM mark")->at(0).number(0);
    }
    std::int64_t writer_process() {
        return database->write([](db::Transaction& transaction) { return transaction.find("SELECT pg_backend_pid()"); })
            ->value()
            .number(0);
    }
    static void end_process(std::int64_t process) {
        tell_server("SELECT pg_terminate_backend(" + std::to_string(process) + ", 5000)");
    }

    std::optional<world::TestDatabase> place;
    std::unique_ptr<db::Database> database;
};

TEST_F(Postgresql, CountsAsGoneWhenItIsSilentForTooLong) {
    const auto connection = db::PostgresqlConnection::open({.url = server(), .wait_max = 5s, .silence_max = 100ms});
    ASSERT_TRUE(connection) << describe(connection.error());
    EXPECT_TRUE((*connection)->query("SELECT 1"));

    const auto unanswered = (*connection)->query("SELECT pg_sleep(60)");

    ASSERT_FALSE(unanswered);
    EXPECT_EQ(unanswered.error().code, platform::database_unavailable.name);
    EXPECT_TRUE((*connection)->is_lost());
}

TEST_F(Postgresql, SaysWhenItsDiskIsFull) {
    EXPECT_EQ(change("DO $$ BEGIN RAISE disk_full; END $$").error().code, platform::disk_full.name);
    EXPECT_TRUE(change("INSERT INTO mark VALUES ('there is room again')"));
}

TEST_F(Postgresql, ThatEndsTheWriterInTheMiddleKeepsNothingOfTheGroup) {
    const auto process = writer_process();

    const auto lost = database->write([&](db::Transaction& transaction) -> Result<std::int64_t> {
        TRY(transaction.execute("INSERT INTO mark VALUES ('half')"));
        end_process(process);
        return transaction.execute("INSERT INTO mark VALUES ('whole')");
    });

    EXPECT_EQ(lost.error().code, platform::database_unavailable.name) << describe(lost.error());
    EXPECT_EQ(count(), 0);
    EXPECT_TRUE(change("INSERT INTO mark VALUES ('next')"));
    EXPECT_EQ(count(), 1);
}

TEST_F(Postgresql, ThatEndsTheWriterBeforeTheCommitSurelyKeepsNothing) {
    const auto process = writer_process();

    const auto lost = database->write([&](db::Transaction& transaction) -> Result<std::int64_t> {
        const auto done = TRY(transaction.execute("INSERT INTO mark VALUES ('half')"));
        end_process(process);
        return done;
    });

    EXPECT_EQ(lost.error().code, platform::database_unavailable.name) << describe(lost.error());
    EXPECT_EQ(count(), 0);
}

TEST_F(Postgresql, ThatIsLostDuringTheCommitLeavesTheOutcomeUnknown) {
    database->set_hooks({.before_commit = [](db::Transaction& transaction) {
        return transaction.enqueue("SELECT pg_terminate_backend(pg_backend_pid())"); // Travels with the commit.
    }});

    const auto lost = change("INSERT INTO mark VALUES ('perhaps')");

    EXPECT_EQ(lost.error().code, platform::outcome_unknown.name) << describe(lost.error());
    database->set_hooks({});
    EXPECT_TRUE(change("INSERT INTO mark VALUES ('next')"));
}

TEST_F(Postgresql, ThatEndsIdleConnectionsIsNotNoticed) {
    const auto writer = writer_process();
    const auto reader = (*database->reader())->find("SELECT pg_backend_pid()")->value().number(0);
    end_process(writer);
    end_process(reader);

    EXPECT_TRUE(change("INSERT INTO mark VALUES ('next')"));
    EXPECT_EQ(count(), 1);
}

TEST_F(Postgresql, ThatIsAwayIsAskedAgainWithPausesAndFoundWhenItIsBack) {
    const auto role = "r" + std::to_string(std::hash<std::string>{}(place->url()));
    tell_server("CREATE ROLE " + role + " LOGIN SUPERUSER");
    const auto away = *db::open({.url = with_part(place->url(), "samband@", role + "@")});
    ASSERT_TRUE((*away->reader())->query("SELECT 1"));
    tell_server("ALTER ROLE " + role + " NOLOGIN");
    tell_server("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '" + role + "'");
    const auto read = [&]() -> Result<db::Rows> { return TRY(away->reader())->query("SELECT 1"); };
    const auto write = [&] {
        return away->write([](db::Transaction& t) { return t.execute("INSERT INTO mark VALUES ('back')"); });
    };

    EXPECT_EQ(read().error().code, platform::database_unavailable.name);
    EXPECT_EQ(write().error().code, platform::database_unavailable.name);
    EXPECT_GE(read().error().retry_after_s.value_or(0), 1);
    tell_server("ALTER ROLE " + role + " LOGIN");
    while (!read())
        std::this_thread::yield();
    EXPECT_TRUE(write());
    EXPECT_EQ(count(), 1);
}

TEST_F(Postgresql, ThatWouldOrderTextInAnotherWayIsRefused) {
    const auto name = "latin" + std::to_string(std::hash<std::string>{}(place->url()));
    tell_server("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");

    const auto opened = db::open({.url = with_part(place->url(), "/postgres", "/" + name)});

    ASSERT_FALSE(opened);
    EXPECT_NE(describe(opened.error()).find("LOCALE 'C.UTF-8'"), std::string::npos);
    tell_server("DROP DATABASE " + name);
}

} // namespace
