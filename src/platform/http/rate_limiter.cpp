#include "platform/http/rate_limiter.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cmath>

namespace http {

RateLimiter::RateLimiter(Rate rate, const Clock& clock, std::size_t clients_max)
    : rate_{rate}, clock_{clock}, clients_max_{clients_max} {}

std::optional<std::chrono::seconds> RateLimiter::take(std::string_view client) {
    if (rate_.per_second <= 0) return std::nullopt;
    const auto now = clock_.now();
    const std::lock_guard lock{mutex_};
    auto found = buckets_.find(client);
    if (found == buckets_.end()) {
        if (newest_first_.size() >= clients_max_) {
            buckets_.erase(newest_first_.back().client);
            newest_first_.pop_back();
        }
        newest_first_.push_front({std::string{client}, rate_.burst, now});
        found = buckets_.emplace(newest_first_.front().client, newest_first_.begin()).first;
    } else {
        newest_first_.splice(newest_first_.begin(), newest_first_, found->second);
    }
    auto& bucket = *found->second;
    const std::chrono::duration<double> passed = std::max(now - bucket.filled_at, Instant::duration::zero());
    bucket.tokens = std::min(rate_.burst, bucket.tokens + passed.count() * rate_.per_second);
    bucket.filled_at = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    return std::chrono::seconds{static_cast<std::int64_t>(std::ceil((1 - bucket.tokens) / rate_.per_second))};
}

std::size_t RateLimiter::clients() const {
    const std::lock_guard lock{mutex_};
    return newest_first_.size();
}

std::string rate_key(std::string_view remote_address) {
    const std::string text{remote_address};
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    std::array<char, INET6_ADDRSTRLEN> shown{};
    inet_ntop(AF_INET6, bytes.data(), shown.data(), shown.size());
    return std::string{shown.data()} + "/64";
}

} // namespace http
