#pragma once
// Treatments that are planned for a day, before any meeting has them on its agenda.
#include "governance/ids.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/message.hpp"

#include <string>
#include <vector>

namespace governance {

struct PlannedTreatment {
    Date day;
    std::string body_name, body_path; ///< The name in the language asked for.
    std::string case_number;          ///< "19/03109"
    std::string case_path;            ///< "/cases/19-03109"
    std::string title;                ///< Empty while it is shielded.
    Instant changed_at;               ///< Of the case.
};

/// Those of the body, or of all bodies, from the first day to the day before the end, in order of days. A case that
/// stands on an agenda is left out: its meeting is in the calendar.
Result<std::vector<PlannedTreatment>> planned_treatments(db::Reader&, const std::optional<BodyId>&, Date from, Date end,
                                                         Date today, i18n::Language);

} // namespace governance
