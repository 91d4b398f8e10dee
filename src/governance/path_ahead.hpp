#pragma once
// What a case still has before it: the bodies that have yet to treat it, and when they meet.
#include "governance/ids.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/message.hpp"

#include <string>
#include <vector>

namespace governance {

struct BodyAhead {
    std::string name, path;     ///< "/bodies/hovedstyret", without language prefix.
    std::vector<Date> meetings; ///< From the day on, the nearest first; cancelled ones left out.
};

/// In the order of the case's path, from the body that has it now; none once the case is decided or withdrawn. Fails
/// with governance.case_not_found.
Result<std::vector<BodyAhead>> path_ahead(db::Reader&, CaseId, Date today, i18n::Language);

} // namespace governance
