#pragma once
// The lists of what everybody may read, and the times that rows were made and changed.
#include "governance/open_record.hpp"

#include <map>

namespace governance {

Result<open_record::Found> find_open(db::Reader&, const open_record::Question&, Date today);
Result<std::optional<open_record::Times>> times_of_owner(db::Reader&, directory::OrganisationId);
/// Each of a row that is there.
Result<open_record::Times> times_of(db::Reader&, BodyId);
Result<open_record::Times> times_of(db::Reader&, AppointmentId);
Result<open_record::Times> times_of(db::Reader&, MeetingId);
Result<std::map<AgendaItemId, Instant>> items_made(db::Reader&, MeetingId);
/// Of an item of a body whose meetings are open.
Result<std::optional<MeetingId>> open_meeting_of(db::Reader&, AgendaItemId);

} // namespace governance
