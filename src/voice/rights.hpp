#pragma once
#include "platform/principal.hpp"

namespace voice::right {

/// Keep the register of what the sector has said, and say where a hindrance stands.
inline constexpr Right speak{"voice.speak"};
/// Report a rule that hinders, or say that it hits one's own organisation too; the scope is the organisation.
inline constexpr Right report_hindrance{"voice.report_hindrance"};

} // namespace voice::right
