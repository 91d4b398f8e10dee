#pragma once
// Token buckets: each client has an allowance that fills up steadily and can be spent at once.
#include "platform/clock.hpp"

#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace http {

struct Rate {
    double per_second = 0; ///< 0 sets no limit.
    double burst = 0;      ///< What can be spent at once after a pause.
};

/// Knows at most clients_max clients: the one not seen for longest is forgotten, and begins with a full allowance.
class RateLimiter {
public:
    RateLimiter(Rate rate, const Clock& clock, std::size_t clients_max = 65'536);

    /// Spends one; when there is none, the time until there is. Threads may call it at the same time.
    std::optional<std::chrono::seconds> take(std::string_view client);
    [[nodiscard]] std::size_t clients() const;

private:
    struct Bucket {
        std::string client;
        double tokens;
        Instant filled_at;
    };

    Rate rate_;
    const Clock& clock_;
    std::size_t clients_max_;
    mutable std::mutex mutex_;
    std::list<Bucket> newest_first_;
    std::unordered_map<std::string_view, std::list<Bucket>::iterator> buckets_; ///< Keys live in the list.
};

/// What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 address.
std::string rate_key(std::string_view remote_address);

} // namespace http
