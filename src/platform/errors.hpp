#pragma once
// Every error the platform can give, by room. The words are in i18n/*/platform.json, the paragraphs in docs/api/problems.md.
#include "platform/error.hpp"

namespace platform {

// Values
inline constexpr ErrorCode bad_value{"platform.bad_value", ErrorKind::invalid_input};

// Access
inline constexpr ErrorCode not_logged_in{"platform.not_logged_in", ErrorKind::unauthenticated};
inline constexpr ErrorCode right_missing{"platform.right_missing", ErrorKind::forbidden};

} // namespace platform
