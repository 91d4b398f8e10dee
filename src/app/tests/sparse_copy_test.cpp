#include "app/sparse_copy.hpp"

#include "platform/testing/test_files.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace {

std::string content_of(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::int64_t bytes_taken(const std::string& path) {
    struct stat status;
    return ::stat(path.c_str(), &status) == 0 ? std::int64_t{status.st_blocks} * 512 : -1;
}

} // namespace

TEST(SparseCopy, HasTheSameContentAndTheSameHoles) {
    const auto folder = world::new_test_folder();
    const auto from = folder + "/from", to = folder + "/to";
    const auto file = ::open(from.c_str(), O_RDWR | O_CREAT, 0600);
    const std::string piece(100'000, 'x');
    ASSERT_EQ(::pwrite(file, piece.data(), piece.size(), 0), 100'000);
    ASSERT_EQ(::pwrite(file, piece.data(), piece.size(), 5'000'000), 100'000);
    ASSERT_EQ(::ftruncate(file, 9'000'000), 0);
    ::close(file);
    std::ofstream{to} << std::string(50, 'y');

    ASSERT_FALSE(app::copy_sparsely(from, to));

    EXPECT_EQ(content_of(to), content_of(from));
    EXPECT_LE(bytes_taken(to), bytes_taken(from) + 64 * 1024);
    EXPECT_LT(bytes_taken(to), 1'000'000);
    EXPECT_EQ(std::filesystem::status(to).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    world::remove_test_folder(folder);
}

TEST(SparseCopy, OfWhatIsNotThereSaysSo) {
    const auto folder = world::new_test_folder();
    EXPECT_EQ(app::copy_sparsely(folder + "/none", folder + "/to"), std::errc::no_such_file_or_directory);
    EXPECT_FALSE(std::filesystem::exists(folder + "/to"));
    std::ofstream{folder + "/empty"};
    EXPECT_FALSE(app::copy_sparsely(folder + "/empty", folder + "/to"));
    EXPECT_EQ(std::filesystem::file_size(folder + "/to"), 0U);
    world::remove_test_folder(folder);
}
