#pragma once
// What can go wrong when the journal is asked; the words are with the other errors of the platform.
#include "platform/error.hpp"

namespace platform {

inline constexpr ErrorCode event_not_found{"platform.event_not_found", ErrorKind::not_found};

inline constexpr ErrorCode bundle_too_large{"platform.bundle_too_large", ErrorKind::too_large};

} // namespace platform
