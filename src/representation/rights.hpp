#pragma once
#include "platform/principal.hpp"

namespace representation::right {

/// Nominate people for the seats of bodies; the scope is the organisation that nominates.
inline constexpr Right nominate{"representation.nominate"};
/// Open a round of nominations for a body, see all candidates and choose among them; the scope is the body. The choice
/// appoints, which takes governance.appoint_members too.
inline constexpr Right choose{"representation.choose"};

/// Keep the register of seats that are held for the sector elsewhere, and read what is shielded in reports from there.
inline constexpr Right keep_seats{"representation.keep_seats"};

} // namespace representation::right
