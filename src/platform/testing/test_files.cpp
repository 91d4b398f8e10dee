#include "platform/testing/test_files.hpp"

#include "platform/db/database.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace world {
namespace {

class MigratedFile {
public:
    MigratedFile() : folder_{new_test_folder()} {
        const auto database = db::open({.url = "sqlite:" + path(), .is_durable = false});
        const auto migrated = database ? db::migrate(**database) : Result<int>{database.error()};
        // Closing the database, here, moves the log into the file.
        if (!migrated) throw std::runtime_error{"could not migrate: " + describe(migrated.error())};
    }
    ~MigratedFile() { remove_test_folder(folder_); }
    MigratedFile(const MigratedFile&) = delete;
    MigratedFile& operator=(const MigratedFile&) = delete;
    [[nodiscard]] std::string path() const { return folder_ + "/migrated.db"; }

private:
    std::string folder_;
};

} // namespace

std::string new_test_folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "samband-test-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error{"no room for temporary files"};
    return pattern;
}

void remove_test_folder(const std::string& folder) {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

void copy_migrated_file(const std::string& path) {
    static const MigratedFile migrated;
    copy_whole(migrated.path(), path);
}

void copy_whole(const std::string& from, const std::string& path) {
    std::filesystem::copy(from, path, std::filesystem::copy_options::recursive);
}

void copy_if_there(const std::string& from, const std::string& path) {
    if (std::filesystem::exists(from)) copy_whole(from, path);
}

} // namespace world
