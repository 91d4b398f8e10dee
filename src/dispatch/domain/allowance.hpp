#pragma once
// How often a system may ask. Each has an allowance of its own, which fills up steadily and can be spent at once.
#include "platform/clock.hpp"

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace dispatch {

inline constexpr std::int64_t requests_per_minute_max = 100'000;

/// One for the program; threads may ask at the same time.
class Allowances {
public:
    /// Spends one of what the system has; when there is none, the time until there is. 0 a minute sets no limit.
    std::optional<std::chrono::seconds> spend(const std::string& system, std::int64_t per_minute, Instant now);

private:
    struct Allowance {
        double left = 0;
        Instant filled_at;
    };
    std::mutex mutex_;
    std::unordered_map<std::string, Allowance> of_;
};

} // namespace dispatch
