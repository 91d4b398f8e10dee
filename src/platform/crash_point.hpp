#pragma once
// Places where a test kills the program, to see what is true after the next start. The table is tests/crash/README.md.
#include <string_view>

namespace platform {

/// Ends the process at once with status 137, like SIGKILL, when the environment's CRASH_AT names this point.
/// Costs one comparison otherwise.
void crash_point(std::string_view name);

} // namespace platform
