#pragma once
// Leaving a register alone for a while after it failed: those who wait for it are told at once, and do not come down on
// it one after the other when each would have to wait for its silence.
#include "platform/clock.hpp"
#include "platform/error.hpp"
#include "platform/net/http_client.hpp"

#include <mutex>
#include <optional>

namespace registers {

class Rest {
public:
    /// What it failed with, while it is left alone.
    [[nodiscard]] std::optional<Error> failure(Instant now) const;
    /// It failed: it is left alone for some seconds, or as long as it asked for in Retry-After, at most five minutes.
    void begin(const Error&, const net::Answer*, Instant now);

private:
    mutable std::mutex mutex_;
    std::optional<Error> failure_;
    Instant until_{};
};

/// Whether a status says that the whole register is away or busy, and not only that this question was wrong.
bool is_away(int status);
/// Whether the same question may be answered better later.
bool may_pass(int status);

} // namespace registers
