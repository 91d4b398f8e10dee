// Bad days of either database: it says so, loses nothing that it promised, and goes on by itself.
#include "platform/db/database.hpp"

#include "platform/errors.hpp"
#include "platform/testing/test_database.hpp"

#include <latch>
#include <thread>

namespace {

using namespace std::chrono_literals;

class Faults : public ::testing::TestWithParam<db::Dialect> {
protected:
    world::TestDatabase place{GetParam()};
    std::unique_ptr<db::Database> database = place.open({.wait_max = 50ms});

    Result<std::int64_t> change(std::string_view sql) {
        return database->write([&](db::Transaction& transaction) { return transaction.execute(sql); });
    }
};
EACH_DATABASE(Faults);

TEST_P(Faults, AnotherProcessThatHoldsTheLockIsWaitedForOnlySoLong) {
    const auto other = place.open();
    ASSERT_TRUE(change("CREATE TABLE mark (name TEXT)"));
    std::latch is_held{1}, is_tried{1};
    std::jthread holder{[&] {
        EXPECT_TRUE(other->write([&](db::Transaction& transaction) {
            is_held.count_down();
            is_tried.wait();
            return transaction.execute("INSERT INTO mark VALUES ('other')");
        }));
    }};
    is_held.wait();

    EXPECT_EQ(change("INSERT INTO mark VALUES ('one')").error().code, platform::database_unavailable.name);
    is_tried.count_down();
    holder.join();

    EXPECT_TRUE(change("INSERT INTO mark VALUES ('one')"));
}

TEST_P(Faults, AReaderIsWaitedForOnlySoLong) {
    database = place.open({.readers_max = 2, .wait_max = 20ms});
    auto first = database->reader();
    const auto second = database->reader();

    EXPECT_EQ(database->reader().error().code, platform::database_unavailable.name);
    first->reset();

    EXPECT_TRUE(database->reader());
}

TEST_P(Faults, TwoProcessesTakeTurns) {
    const auto other = place.open();
    ASSERT_TRUE(change("CREATE TABLE tally (number BIGINT)"));
    ASSERT_TRUE(change("INSERT INTO tally VALUES (0)"));
    database = place.open();
    const auto add = [](db::Database& to) {
        for (int n = 0; n < 100; ++n) {
            // Reading first would lose additions if the two were not serialised.
            EXPECT_TRUE(to.write([](db::Transaction& transaction) -> Result<std::int64_t> {
                const auto row = TRY(transaction.find("SELECT number FROM tally"));
                return transaction.execute("UPDATE tally SET number = $1", {row->number(0) + 1});
            }));
        }
    };

    std::jthread one{[&] { add(*database); }}, two{[&] { add(*other); }};
    one.join();
    two.join();

    EXPECT_EQ((*database->reader())->find("SELECT number FROM tally")->value().number(0), 200);
}

TEST(Address, ThatIsNoneIsRefused) {
    for (const auto* url :
         {"", "mysql://x", "sqlite:/no/such/folder/x.db", "postgresql://samband@/x?host=/no/such/folder"}) {
        const auto opened = db::open({.url = url});
        ASSERT_FALSE(opened) << url;
        EXPECT_EQ(opened.error().code, platform::database_unavailable.name);
    }
}

} // namespace
