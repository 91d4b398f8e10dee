#pragma once
#include "platform/principal.hpp"

namespace news::right {

/// Follow on behalf of an organisation; the scope is its id.
inline constexpr Right follow_for{"news.follow_for"};

} // namespace news::right
