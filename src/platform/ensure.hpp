#pragma once
// Broken invariants are not errors. Both checks stay in production and are never used on input from outside.
#include <stdexcept>

/// A line of our code. (std::source_location is beyond clang 14, which builds the fuzz targets.)
struct CodePlace {
    const char* file;
    int line;
    const char* function;
};

/// Caught only at the request and job borders: roll back, answer 500, count it.
class BrokenInvariant : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

[[noreturn]] void broken_invariant(const char* condition, CodePlace);
[[noreturn]] void stop_process(const char* condition, CodePlace) noexcept;

/// Throws BrokenInvariant when what must hold does not.
#define ensure(condition)                                                                                              \
    (static_cast<bool>(condition) ? void() : broken_invariant(#condition, CodePlace{__FILE__, __LINE__, __func__}))

/// Ends the process where going on would make durable data wrong.
#define ensure_or_stop(condition)                                                                                      \
    (static_cast<bool>(condition) ? void() : stop_process(#condition, CodePlace{__FILE__, __LINE__, __func__}))
