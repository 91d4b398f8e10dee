#pragma once
// What a name must be, wherever one is given.
#include "platform/result.hpp"

#include <string>
#include <string_view>

namespace directory {

/// Trimmed. Fails with directory.name_missing when nothing is left, or it is longer than 200 characters or not plain
/// text.
Result<std::string> checked_name(std::string_view name);
/// Empty, or an address that begins with https:// or http://. Fails with directory.homepage_faulty.
Result<std::string> checked_homepage(std::string_view address);

} // namespace directory
