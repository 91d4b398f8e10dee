#pragma once
// The rights of hearings. Who gets which is the table in identity/.
#include "platform/principal.hpp"

namespace hearings::right {

/// Hold a hearing on a case; the scope is the case's owner, the body that owns it or the body it is at.
inline constexpr Right hold{"hearings.hold"};
/// Answer for an organisation; the scope is its id. Held for a network, it is for the members that the answer names.
inline constexpr Right answer{"hearings.answer"};
/// Read what an answer withholds; the scope is as for holding.
inline constexpr Right see_withheld{"hearings.see_withheld"};

/// Keep what a county meeting answered in a debate booklet; the scope is the county's id.
inline constexpr Right answer_booklet{"hearings.answer_booklet"};
/// Require an assessment before a body takes up a case, and withdraw the requirement; the scope is as for holding.
inline constexpr Right require_assessment{"hearings.require_assessment"};
/// Deliver an assessment; the scope is the expert body that was asked.
inline constexpr Right assess{"hearings.assess"};

} // namespace hearings::right
