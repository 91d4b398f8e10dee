#include "platform/ensure.hpp"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

static std::string place(const char* condition, const std::source_location& where) {
    return fmt::format("{}:{}: {} does not hold ({})", where.file_name(), where.line(), condition,
                       where.function_name());
}

void broken_invariant(const char* condition, std::source_location where) {
    throw BrokenInvariant{place(condition, where)};
}

void stop_process(const char* condition, std::source_location where) noexcept {
    std::fputs((place(condition, where) + "\n").c_str(), stderr);
    std::abort();
}
