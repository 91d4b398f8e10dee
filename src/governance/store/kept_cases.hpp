#pragma once
// Which cases and meetings make up a body's records.
#include "governance/accounts.hpp"

namespace governance {

/// By first theme, then by number.
Result<std::vector<KeptCase>> kept_cases(db::Reader&, BodyId);
/// In the order they began.
Result<std::vector<KeptMeeting>> kept_meetings(db::Reader&, BodyId);

} // namespace governance
