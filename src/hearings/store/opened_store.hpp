#pragma once
// hearings_opened_case: which organisations have opened a matter.
#include "directory/ids.hpp"
#include "governance/ids.hpp"
#include "platform/db/database.hpp"

#include <set>

namespace hearings {

Result<bool> has_opened(db::Reader&, governance::CaseId, directory::OrganisationId);
/// All that the organisation has opened, by id.
Result<std::set<std::string>> cases_opened_by(db::Reader&, directory::OrganisationId);
/// The first time stands.
Result<void> mark_case_opened(db::Transaction&, governance::CaseId, directory::OrganisationId, Instant);
/// What one has opened, the other has.
Result<void> open_as(db::Transaction&, directory::OrganisationId from, directory::OrganisationId to);

} // namespace hearings
