#pragma once
#include "platform/error.hpp"

namespace platform {

inline constexpr ErrorCode xml_unreadable{"platform.xml_unreadable", ErrorKind::invalid_input};

} // namespace platform
