#pragma once
// The secret that a machine had before its newest one.
#include "platform/db/value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

struct PreviousSecret {
    std::string hash{};
    std::optional<Instant> until{}; ///< Nothing when there is none.
};

/// The hashes that count now, the newest first.
inline std::vector<std::string> secrets_that_count(const std::string& newest, const PreviousSecret& previous,
                                                   Instant now) {
    if (previous.until && *previous.until > now) return {newest, previous.hash};
    return {newest};
}

namespace store {

inline PreviousSecret previous_secret(const db::Row& row, std::size_t hash, std::size_t until) {
    if (row.is_null(hash)) return {};
    return {row.text(hash), row.instant(until)};
}

} // namespace store
} // namespace dispatch
