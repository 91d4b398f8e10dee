#pragma once
// Every error the platform can give, by room. The words are in i18n/*/platform.json, the paragraphs in docs/api/problems.md.
#include "platform/error.hpp"

namespace platform {

/// An invariant of ours is broken, or an exception reached a border. The log tells why; the caller can do nothing.
inline constexpr ErrorCode internal{"platform.internal", ErrorKind::internal};

// Values
inline constexpr ErrorCode bad_value{"platform.bad_value", ErrorKind::invalid_input};

// Access
inline constexpr ErrorCode not_logged_in{"platform.not_logged_in", ErrorKind::unauthenticated};
inline constexpr ErrorCode right_missing{"platform.right_missing", ErrorKind::forbidden};

// Database
inline constexpr ErrorCode database_damaged{"platform.database_damaged", ErrorKind::unavailable};
inline constexpr ErrorCode database_refused{"platform.database_refused", ErrorKind::conflict};
inline constexpr ErrorCode database_too_new{"platform.database_too_new", ErrorKind::conflict};
inline constexpr ErrorCode database_unavailable{"platform.database_unavailable", ErrorKind::unavailable};
inline constexpr ErrorCode migration_changed{"platform.migration_changed", ErrorKind::conflict};
inline constexpr ErrorCode outcome_unknown{"platform.outcome_unknown", ErrorKind::outcome_unknown};

} // namespace platform
