#pragma once
// Files that hold secrets: made whole or not at all, for the owner's eyes only.
#include "platform/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

/// The content, or nothing when there is no such file.
/// Fails with platform.key_file_open when group or others have any right to it, platform.key_file_unavailable
/// otherwise.
Result<std::optional<std::string>> read_secret_file(const std::string& path);

/// Writes a new file with mode 0600 and syncs it. Fails with platform.key_file_unavailable, also when it exists.
Result<void> create_secret_file(const std::string& path, std::string_view content);
/// So that a new name, or that one is gone, outlives a power cut. Fails with platform.key_file_unavailable.
Result<void> sync_folder_of(const std::string& path);

} // namespace crypto
