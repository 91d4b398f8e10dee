#pragma once
// What one must be allowed to do here. Who gets which stands in access/.
#include "platform/principal.hpp"

namespace directory::right {

/// Register, change, merge and split organisations; put municipalities into networks. For everything, or for one
/// network (its id) when it concerns that network's members only.
inline constexpr Right maintain{"directory.maintain"};
/// See people and the roles they hold, beyond those that are published with an organisation.
inline constexpr Right see_people{"directory.see_people"};
/// Register people, give and end roles: for everything, or for one organisation (its id).
inline constexpr Right maintain_people{"directory.maintain_people"};

} // namespace directory::right
