#include "platform/random.hpp"

#include "platform/ensure.hpp"

#include <mutex>
#include <random>
#include <string_view>
#include <sys/random.h>

namespace {

class SystemRandom : public Random {
public:
    void fill(void* bytes, std::size_t length) override {
        auto* at = static_cast<unsigned char*>(bytes);
        while (length > 0) {
            const auto got = ::getrandom(at, length, 0);
            ensure_or_stop(got > 0);
            at += got;
            length -= static_cast<std::size_t>(got);
        }
    }
};

class SeededRandom : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : engine_{seed} {}
    void fill(void* bytes, std::size_t length) override {
        const std::lock_guard lock{mutex_};
        auto* at = static_cast<unsigned char*>(bytes);
        for (std::size_t i = 0; i < length; ++i)
            at[i] = static_cast<unsigned char>(engine_() >> 24);
    }

private:
    std::mutex mutex_;
    std::mt19937_64 engine_;
};

} // namespace

std::uint64_t Random::below(std::uint64_t limit) {
    ensure(limit > 0);
    // Values past the last whole multiple of the limit are drawn again, or small results would come too often.
    const auto usable = UINT64_MAX - UINT64_MAX % limit;
    std::uint64_t value = 0;
    do {
        fill(&value, sizeof value);
    } while (value >= usable);
    return value % limit;
}

std::string Random::token(std::size_t length_bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string bytes(length_bytes, '\0');
    fill(bytes.data(), bytes.size());
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (const auto byte : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(byte);
        for (held += 8; held >= 6; held -= 6)
            out += alphabet[bits >> (held - 6) & 63];
    }
    if (held > 0) out += alphabet[bits << (6 - held) & 63];
    return out;
}

std::unique_ptr<Random> make_system_random() {
    return std::make_unique<SystemRandom>();
}

std::unique_ptr<Random> make_seeded_random(std::uint64_t seed) {
    return std::make_unique<SeededRandom>(seed);
}
