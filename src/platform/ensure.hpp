#pragma once
// Broken invariants are not errors. Both checks stay in production and are never used on input from outside.
#include <source_location>
#include <stdexcept>

/// Caught only at the request and job borders: roll back, answer 500, count it.
class BrokenInvariant : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

[[noreturn]] void broken_invariant(const char* condition, std::source_location);
[[noreturn]] void stop_process(const char* condition, std::source_location) noexcept;

/// Throws BrokenInvariant when what must hold does not.
#define ensure(condition)                                                                                              \
    (static_cast<bool>(condition) ? void() : broken_invariant(#condition, std::source_location::current()))

/// Ends the process where going on would make durable data wrong.
#define ensure_or_stop(condition)                                                                                      \
    (static_cast<bool>(condition) ? void() : stop_process(#condition, std::source_location::current()))
