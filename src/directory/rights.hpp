#pragma once
// What one must be allowed to do here. Who gets which stands in access/.
#include "platform/principal.hpp"

namespace directory::right {

/// Register, change, merge and split organisations; put municipalities into networks; register people and their roles.
/// For everything, or for one organisation (its id): its own facts and roles, and a network's members.
inline constexpr Right maintain{"directory.maintain"};
/// See people and the roles they hold.
inline constexpr Right see_people{"directory.see_people"};

} // namespace directory::right
