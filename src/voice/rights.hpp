#pragma once
#include "platform/principal.hpp"

namespace voice::right {

/// Keep the register of what the sector has said, and say where a hindrance stands.
inline constexpr Right speak{"voice.speak"};
/// Report a rule that hinders, or say that it hits one's own organisation too; the scope is the organisation.
inline constexpr Right report_hindrance{"voice.report_hindrance"};

/// Ask for a statement on an application for co-funding; the scope is the applicant.
inline constexpr Right ask_statement{"voice.ask_statement"};
/// Take one in with fewer days left than the rule has. It is recorded, with the reason.
inline constexpr Right exempt{"voice.exempt"};
/// Set how many days the sector has for such a statement.
inline constexpr Right keep_comment_rules{"voice.keep_comment_rules"};

} // namespace voice::right
