#pragma once
#include "platform/error.hpp"

namespace platform {

inline constexpr ErrorCode zip_unreadable{"platform.zip_unreadable", ErrorKind::invalid_input};

} // namespace platform
