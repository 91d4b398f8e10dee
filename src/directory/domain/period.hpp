#pragma once
// When something holds: from a day, to the day before another; either end may be unknown or open.
#include "platform/clock.hpp"

#include <optional>

namespace directory {

struct Period {
    std::optional<Date> from; ///< First day; nothing when it began before our sources do.
    std::optional<Date> to;   ///< First day on which it no longer holds; nothing while it does.

    [[nodiscard]] bool contains(Date day) const { return (!from || *from <= day) && (!to || day < *to); }
    bool operator==(const Period&) const = default;
};

} // namespace directory
