// Killed on either side of a commit: what was not answered for may be gone, what was answered for is there.
#include "platform/db/database.hpp"

#include "platform/testing/test_database.hpp"

#include <cstdlib>
#include <filesystem>

namespace {

/// The child of a death test begins its test anew and must find the same file as its parent.
std::string file_shared_with_child() {
    constexpr auto name = "SAMBAND_TEST_CRASH_FILE";
    if (const char* given = std::getenv(name)) return given;
    auto pattern = (std::filesystem::temp_directory_path() / "samband-crash-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) return {};
    ::setenv(name, (pattern + "/test.db").c_str(), 1);
    return pattern + "/test.db";
}

class CrashDeathTest : public ::testing::Test { // gtest runs suites of such a name first, before there are threads
protected:
    CrashDeathTest() { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
    ~CrashDeathTest() override {
        ::unsetenv("SAMBAND_TEST_CRASH_FILE");
        std::filesystem::remove_all(std::filesystem::path{path}.parent_path());
    }
    void change_and_die_at(const char* point) const {
        ::setenv("CRASH_AT", point, 1);
        const auto database = *db::open({.url = "sqlite:" + path});
        const auto done = database->write(
            [](db::Transaction& transaction) { return transaction.execute("CREATE TABLE mark (name TEXT)"); });
        EXPECT_FALSE(done) << "nobody lives to hear this";
    }
    [[nodiscard]] bool is_there() const {
        const auto database = *db::open({.url = "sqlite:" + path});
        return (*database->reader())->query("SELECT * FROM mark").has_value();
    }
    std::string path = file_shared_with_child();
};

TEST_F(CrashDeathTest, BeforeTheCommitLeavesNothing) {
    EXPECT_EXIT(change_and_die_at("db.before_commit"), ::testing::ExitedWithCode(137), "");

    EXPECT_FALSE(is_there());
}

TEST_F(CrashDeathTest, AfterTheCommitLeavesAllOfIt) {
    EXPECT_EXIT(change_and_die_at("db.after_commit"), ::testing::ExitedWithCode(137), "");

    EXPECT_TRUE(is_there());
}

} // namespace
