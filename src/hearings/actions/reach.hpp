#pragma once
// How far a hearing came: who could know of it, who read it, who was reminded.
#include "hearings/actions/acting.hpp"

namespace hearings {

/// Somebody who acts for the organisation reads the page of a case: it has opened the matter. The first time it appends
/// hearings.case_opened.
Result<void> record_opening(const Acting&, governance::CaseId, std::string_view number, directory::OrganisationId);

/// Somebody who acts for the organisation reads the hearing, and so opens its matter. The first time it appends
/// hearings.hearing_read; nothing happens when it is not addressed or has read it before.
Result<void> record_reading(const Acting&, const Hearing&, directory::OrganisationId);

/// Those who could know of it by now are taken as reached: the ones told gives, and those that somebody may answer for.
/// Appends hearings.reach_recorded when there are any; gives how many.
Result<int> record_reach(const Acting&, const Hearing&, const std::vector<std::string>& told);

/// Reminds each that has not answered, once for each closing day it has had, from the hearing's days before it closes:
/// one event with all of them as subjects. Gives how many.
Result<int> remind_silent(const Acting&, const Hearing&);

} // namespace hearings
