#pragma once
// Chance comes in as a parameter too.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(void* bytes, std::size_t length) = 0;
    /// Uniform below the limit (> 0).
    std::uint64_t below(std::uint64_t limit);
    /// URL-safe base64 of so many random bytes.
    std::string token(std::size_t length_bytes);
};

/// The kernel's generator; for keys, tokens and ids.
std::unique_ptr<Random> make_system_random();
/// The same sequence for the same seed; for tests and demonstration data only. Thread-safe.
std::unique_ptr<Random> make_seeded_random(std::uint64_t seed);
