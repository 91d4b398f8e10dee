#include "platform/db/database.hpp"

#include "platform/errors.hpp"
#include "platform/testing/test_database.hpp"

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

/// A disk that fails in the middle of writing, as far as the kernel can play one.
class NoFileGrowsBeyond {
public:
    explicit NoFileGrowsBeyond(std::uintmax_t bytes) : ignored_{std::signal(SIGXFSZ, SIG_IGN)} {
        ::getrlimit(RLIMIT_FSIZE, &usual_);
        rlimit limit = usual_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~NoFileGrowsBeyond() {
        ::setrlimit(RLIMIT_FSIZE, &usual_);
        std::signal(SIGXFSZ, ignored_);
    }
    NoFileGrowsBeyond(const NoFileGrowsBeyond&) = delete;
    NoFileGrowsBeyond& operator=(const NoFileGrowsBeyond&) = delete;

private:
    rlimit usual_{};
    void (*ignored_)(int);
};

/// Tries, in a process of its own, to lock the bytes that every connection shares (docs: SQLite, file locking).
bool is_locked_for_others(const std::string& path) {
    const auto child = ::fork();
    if (child == 0) {
        const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
        const bool is_free = ::lseek(file, 0x40000002, SEEK_SET) >= 0 && ::lockf(file, F_TLOCK, 510) == 0;
        ::_exit(is_free ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

class Sqlite : public ::testing::Test {
protected:
    world::TestDatabase place{db::Dialect::sqlite};
    std::string path = place.url().substr(std::string_view{"sqlite:"}.size());
    std::unique_ptr<db::Database> database = place.open();

    Result<std::int64_t> change(std::string_view sql, const db::Arguments& arguments = {}) {
        return database->write([&](db::Transaction& transaction) { return transaction.execute(sql, arguments); });
    }
    static std::int64_t count(db::Database& in, std::string_view table) {
        const auto reader = in.reader();
        const auto row = (*reader)->find("SELECT count(*) FROM " + std::string{table});
        return row ? (*row)->number(0) : -1;
    }
    /// A full disk: the file may have so many pages and no more.
    void limit_pages(int pages) {
        ASSERT_TRUE(database->write([&](db::Transaction& transaction) {
            return transaction.query("PRAGMA max_page_count = " + std::to_string(pages));
        }));
    }
};

TEST_F(Sqlite, IsDurableAndWritesAhead) {
    database = *db::open({.url = place.url()});
    const auto settings = database->write([](db::Transaction& transaction) {
        return transaction.find("SELECT s.synchronous, j.journal_mode, f.foreign_keys FROM pragma_synchronous s,"
                                " pragma_journal_mode j, pragma_foreign_keys f");
    });

    EXPECT_EQ((*settings)->number(0), 2) << "FULL";
    EXPECT_EQ((*settings)->text(1), "wal");
    EXPECT_EQ((*settings)->number(2), 1);
}

TEST_F(Sqlite, SaysSoWhenTheDiskIsFullAndGoesOnWhenItIsNot) {
    ASSERT_TRUE(change("CREATE TABLE load (bytes BYTEA)"));
    limit_pages(40);
    int kept = 0;
    auto put = change("INSERT INTO load VALUES ($1)", {db::Bytes(5000)});
    for (; put && kept < 1000; put = change("INSERT INTO load VALUES ($1)", {db::Bytes(5000)}))
        ++kept;

    ASSERT_FALSE(put);
    EXPECT_EQ(put.error().code, platform::disk_full.name);
    EXPECT_EQ(count(*database, "load"), kept);
    limit_pages(4000);
    EXPECT_TRUE(change("INSERT INTO load VALUES ($1)", {db::Bytes(5000)}));
    EXPECT_EQ(count(*database, "load"), kept + 1);
}

TEST_F(Sqlite, OpensItsFileAnewAfterTheDiskHasFailed) {
    ASSERT_TRUE(change("CREATE TABLE load (bytes BYTEA)"));
    {
        const NoFileGrowsBeyond limit{std::filesystem::file_size(path + "-wal") + 20'000};
        EXPECT_TRUE(change("INSERT INTO load VALUES ($1)", {db::Bytes(3000)}));
        const auto failed = change("INSERT INTO load VALUES ($1)", {db::Bytes(100'000)});
        ASSERT_FALSE(failed);
        EXPECT_EQ(failed.error().code, platform::database_unavailable.name);
    }

    EXPECT_TRUE(change("INSERT INTO load VALUES ($1)", {db::Bytes(100'000)}));
    EXPECT_EQ(count(*database, "load"), 2);
}

TEST_F(Sqlite, KeepsItsFilesFromOthers) {
    const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    ASSERT_TRUE(change("CREATE TABLE mark (name TEXT)"));
    ASSERT_TRUE(database->copy_to(path + ".copy"));

    for (const auto* name : {"", "-wal", "-shm", ".copy"})
        EXPECT_EQ(std::filesystem::status(path + name).permissions() & others, std::filesystem::perms::none) << name;
}

TEST_F(Sqlite, KeepsOtherProcessesFromRemovingItsLog) {
    EXPECT_TRUE(is_locked_for_others(path)) << "made anew";
    database.reset();
    EXPECT_FALSE(is_locked_for_others(path));
    database = place.open();
    EXPECT_TRUE(is_locked_for_others(path)) << "opened again";
    ASSERT_TRUE(database->copy_to(path + ".copy"));
    EXPECT_TRUE(is_locked_for_others(path)) << "after a copy";
}

TEST_F(Sqlite, GivesAReaderOneSnapshot) {
    ASSERT_TRUE(change("CREATE TABLE mark (name TEXT)"));
    auto lease = *database->reader();
    EXPECT_EQ(lease->query("SELECT * FROM mark")->size(), 0U);

    ASSERT_TRUE(change("INSERT INTO mark VALUES ('x')"));

    EXPECT_EQ(lease->query("SELECT * FROM mark")->size(), 0U);
    lease.reset();
    EXPECT_EQ(count(*database, "mark"), 1);
}

TEST_F(Sqlite, RefusesAFileThatIsNoDatabaseOrDamaged) {
    database.reset();
    std::ofstream{path} << std::string(8192, 'x');

    EXPECT_EQ(db::open({.url = place.url()}).error().code, platform::database_damaged.name);
}

TEST_F(Sqlite, TellsOfADamagedPageWhenItIsRead) {
    ASSERT_TRUE(change("CREATE TABLE load (number BIGINT PRIMARY KEY, bytes BYTEA)"));
    for (int n = 0; n < 50; ++n)
        ASSERT_TRUE(change("INSERT INTO load VALUES ($1, $2)", {n, db::Bytes(3000)}));
    database.reset();
    std::fstream file{path, std::ios::in | std::ios::out | std::ios::binary};
    for (int page = 2; page < 40; ++page)
        file.seekp(page * 4096).write("damage damage damage", 20);
    file.close();
    database = place.open();

    const auto reader = database->reader();
    const auto read = (*reader)->query("SELECT sum(length(bytes)), max(number) FROM load WHERE number >= 0");

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, platform::database_damaged.name);
}

TEST_F(Sqlite, CopiesItselfWholeWhileItIsWritten) {
    ASSERT_TRUE(change("CREATE TABLE mark (number BIGINT, bytes BYTEA)"));
    std::atomic<bool> is_copying = true;
    std::jthread writing{[&] {
        for (int n = 0; is_copying && n < 5000; ++n) {
            EXPECT_TRUE(database->write([&](db::Transaction& transaction) -> Result<std::int64_t> {
                TRY(transaction.execute("INSERT INTO mark VALUES ($1, $2)", {n, db::Bytes(2000)}));
                return transaction.execute("INSERT INTO mark VALUES ($1, $2)", {n, db::Bytes(2000)});
            }));
        }
    }};
    while (count(*database, "mark") < 100)
        std::this_thread::yield();
    const auto copied = database->copy_to(path + ".copy");
    is_copying = false;
    writing.join();

    ASSERT_TRUE(copied) << describe(copied.error());
    const auto copy = *db::open({.url = place.url() + ".copy"});
    EXPECT_GE(count(*copy, "mark"), 100);
    EXPECT_EQ(count(*copy, "mark") % 2, 0);
    EXPECT_EQ((*copy->reader())->find("PRAGMA integrity_check")->value().text(0), "ok");
}

TEST_F(Sqlite, CannotCopyWhereNoFileCanBe) {
    EXPECT_EQ(database->copy_to("/no/such/folder/copy").error().code, platform::database_unavailable.name);
}

TEST_F(Sqlite, KeepsItsLogShortHoweverMuchIsWritten) {
    ASSERT_TRUE(change("CREATE TABLE load (bytes BYTEA)"));
    for (int n = 0; n < 250; ++n)
        ASSERT_TRUE(change("INSERT INTO load VALUES ($1)", {db::Bytes(1'000'000)}));

    EXPECT_LT(std::filesystem::file_size(path + "-wal"), 80'000'000U);
}

TEST_F(Sqlite, OfATestGoesWithIt) {
    const auto in_memory = *db::open({.url = "sqlite::memory:"});

    ASSERT_TRUE(in_memory->write(
        [](db::Transaction& transaction) { return transaction.execute("CREATE TABLE mark (name TEXT)"); }));

    EXPECT_EQ(count(*in_memory, "mark"), 0) << "readers and the writer see the same";
}

} // namespace
