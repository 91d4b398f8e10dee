#pragma once
#include <string>
#include <system_error>

namespace app {

/// Copies a file with its rights, over what is there. What are holes in it take no room in the copy either.
std::error_code copy_sparsely(const std::string& from, const std::string& to);

} // namespace app
