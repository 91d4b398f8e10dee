#include "registers/rest.hpp"

#include <algorithm>
#include <charconv>

namespace registers {

using Seconds = std::chrono::seconds;

static constexpr Seconds rest_after_failure{10}, rest_max{300};

std::optional<Error> Rest::failure(Instant now) const {
    const std::lock_guard lock{mutex_};
    return now < until_ ? failure_ : std::nullopt;
}

static Seconds asked_rest(const net::Answer* answer) {
    if (answer == nullptr) return {};
    const auto header = answer->headers.find("retry-after");
    if (header == answer->headers.end()) return {};
    std::int64_t asked = 0;
    const auto& text = header->second;
    if (std::from_chars(text.data(), text.data() + text.size(), asked).ec != std::errc{}) return {};
    return Seconds{std::clamp<std::int64_t>(asked, 0, rest_max.count())};
}

void Rest::begin(const Error& error, const net::Answer* answer, Instant now) {
    const std::lock_guard lock{mutex_};
    failure_ = error;
    until_ = now + std::max(rest_after_failure, asked_rest(answer));
}

bool is_away(int status) {
    static constexpr int too_many = 429;
    return status >= 500 || status == too_many;
}

bool may_pass(int status) {
    static constexpr int unauthorised = 401, timeout = 408, too_early = 425;
    return status < 200 || status == unauthorised || status == timeout || status == too_early || is_away(status);
}

} // namespace registers
