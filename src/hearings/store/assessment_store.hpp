#pragma once
// hearings_assessment: what expert bodies were asked to assess, and what they said.
#include "hearings/domain/assessment.hpp"
#include "platform/db/database.hpp"

namespace hearings {

Result<void> insert_assessment(db::Transaction&, const Assessment&);
/// State, conclusion and layers of one that is no longer required.
Result<void> settle_assessment(db::Transaction&, const Assessment&);
Result<std::optional<Assessment>> find_assessment(db::Reader&, AssessmentId);
/// In the order they were required.
Result<std::vector<Assessment>> assessments_of(db::Reader&, governance::CaseId);

} // namespace hearings
