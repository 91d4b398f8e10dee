#pragma once
// The rights of governance. Who gets which is the table in identity/. The scope of a grant is a body's or an
// organisation's id.
#include "platform/principal.hpp"

namespace governance::right {

/// Announce a case, change its path, give notice, withdraw it, send it on, make it final and follow it up.
inline constexpr Right plan_case{"governance.plan_case"};
/// Change a case's texts, proposed decision, concerns and documents.
inline constexpr Right prepare_case{"governance.prepare_case"};
/// Set and lift shields, with legal basis.
inline constexpr Right shield{"governance.shield"};
/// Read what is shielded.
inline constexpr Right see_shielded{"governance.see_shielded"};

/// Make bodies, change their mandates and rules.
inline constexpr Right maintain_bodies{"governance.maintain_bodies"};
/// Add profiles of rules of procedure, and new versions of them.
inline constexpr Right keep_rules{"governance.keep_rules"};
/// Appoint members and deputies, end appointments.
inline constexpr Right appoint_members{"governance.appoint_members"};
/// Call a meeting, set its agenda, record presence, proposals, votes and outcomes, write minutes.
inline constexpr Right hold_meeting{"governance.hold_meeting"};
/// Approve, sign and publish minutes.
inline constexpr Right approve_minutes{"governance.approve_minutes"};

} // namespace governance::right
