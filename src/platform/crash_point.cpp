#include "platform/crash_point.hpp"

#include <cstdlib>
#include <string>
#include <unistd.h>

namespace platform {

static std::string chosen_point() {
    const char* name = std::getenv("CRASH_AT");
    return name ? name : "";
}

void crash_point(std::string_view name) {
    static const std::string chosen = chosen_point();
    if (!chosen.empty() && chosen == name) ::_exit(137);
}

} // namespace platform
