#include "app/program.hpp"
#include "app/run.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace app {

int run_routes(const Config& config) {
    const auto program = Program::open(config, Purpose::maintenance);
    if (!program) return tell(program.error());
    for (const auto& route : (*program)->router().routes()) {
        fmt::print("{:<7} {:<60} {}\n", http::name_of(route.method), route.pattern, route.right.name);
    }
    return 0;
}

} // namespace app
