#pragma once
// Folders and files that tests need, and leave no trace of.
#include <string>

namespace world {

/// Empty and unique. Throws when there is no room.
std::string new_test_folder();
void remove_test_folder(const std::string& folder);
/// A migrated SQLite file, made once for the process.
void copy_migrated_file(const std::string& path);
/// A file, or a folder with all that is in it.
void copy_whole(const std::string& from, const std::string& path);
void copy_if_there(const std::string& from, const std::string& path);

} // namespace world
