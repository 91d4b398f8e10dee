#pragma once
// Everything of one meeting at once, with the names that people know it by.
#include "governance/domain/meeting_record.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// What is shielded in its cases is left out, so that all of it may be shown to everybody who may see the meeting.
Result<MeetingRecord> read_meeting_record(db::Reader&, const Meeting&, Date today, i18n::Language = i18n::Language::nb);

/// The same for several appointments: names of the people, and of the organisations that they stand for.
struct Names {
    std::map<directory::PersonId, std::string> people;
    std::map<directory::OrganisationId, std::string> organisations;
};
Result<Names> names_of(db::Reader&, const std::vector<Appointment>&, i18n::Language = i18n::Language::nb);

} // namespace governance
