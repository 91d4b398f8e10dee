#include "platform/ensure.hpp"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

static std::string place(const char* condition, const CodePlace& where) {
    return fmt::format("{}:{}: {} does not hold ({})", where.file, where.line, condition, where.function);
}

void broken_invariant(const char* condition, CodePlace where) {
    throw BrokenInvariant{place(condition, where)};
}

void stop_process(const char* condition, CodePlace where) noexcept {
    std::fputs((place(condition, where) + "\n").c_str(), stderr);
    std::abort();
}
