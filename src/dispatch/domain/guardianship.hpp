#pragma once
// Vergemål: reading the post of somebody whom the county governor has appointed one guardian for. The register says who
// is, and for what; here it is decided what of it opens a mailbox, and for how long an answer is good.
#include "platform/clock.hpp"

#include <optional>

namespace dispatch {

/// So long nobody asks again.
inline constexpr auto guardianship_fresh = std::chrono::minutes{15};
/// So long a yes is good while the register does not answer. After that nobody is let in on it.
inline constexpr auto guardianship_patience = std::chrono::hours{24};
/// After so long the register is asked although nobody reads, so that one who is away for a day locks nobody out, and
/// what has ended does not stand as if it had not.
inline constexpr auto guardianship_asked_anyway = std::chrono::hours{6};

/// What the register says a guardian is for.
struct GuardianScope {
    bool is_personal = false;  ///< Personal affairs, alone or with economic ones.
    bool is_municipal = false; ///< All that municipalities do.
};

/// Post is about health and school as much as about money, and nothing tells before it is opened: so a guardian for
/// economic affairs alone, or for some tasks, is not let in.
inline bool may_read_post(const GuardianScope& scope) {
    return scope.is_personal || scope.is_municipal;
}

enum class GuardianshipAnswer : std::uint8_t { fresh, kept, stale };
/// What the last yes is worth now. Only a fresh one needs no question; a kept one stands in for a register that is
/// away.
inline GuardianshipAnswer answer_of(Instant confirmed_at, Instant now) {
    if (now < confirmed_at + guardianship_fresh) return GuardianshipAnswer::fresh;
    return now < confirmed_at + guardianship_patience ? GuardianshipAnswer::kept : GuardianshipAnswer::stale;
}

} // namespace dispatch
