#include "governance/store/case_dissents.hpp"

#include "governance/store/appointment_store.hpp"
#include "governance/store/meeting_record_store.hpp"

#include <algorithm>

namespace governance {

static Result<void> fill_names(db::Reader& reader, std::vector<CaseDissent>& dissents, i18n::Language language) {
    std::vector<Appointment> appointments;
    for (const auto& each : dissents)
        appointments.push_back(TRY(load_appointment(reader, each.dissent.who)));
    const auto names = TRY(names_of(reader, appointments, language));
    for (std::size_t i = 0; i < dissents.size(); ++i) {
        const auto person = names.people.find(appointments[i].person_id);
        if (person != names.people.end()) dissents[i].name = person->second;
        if (!appointments[i].on_behalf_of) continue;
        const auto organisation = names.organisations.find(*appointments[i].on_behalf_of);
        if (organisation != names.organisations.end()) dissents[i].on_behalf_of = organisation->second;
    }
    return {};
}

Result<std::vector<CaseDissent>> dissents_of_case(db::Reader& reader, CaseId id, i18n::Language language) {
    const auto rows = TRY(reader.query(
        "SELECT d.id, d.item_id, d.appointment_id, d.text, d.at, b.id, b.name_nb, b.name_nn, b.slug, m.id, m.year, "
        "m.number, CASE WHEN b.is_open = 0 OR (i.closed_basis IS NOT NULL AND m.state <> 'minutes_published') THEN 1 "
        "ELSE 0 END FROM governance_agenda_item i JOIN governance_dissent d ON d.item_id = i.id JOIN "
        "governance_meeting m ON m.id = i.meeting_id JOIN governance_body b ON b.id = m.body_id WHERE i.case_id = $1 "
        "AND i.outcome IS NOT NULL ORDER BY d.at, d.id",
        {id}));
    std::vector<CaseDissent> found;
    for (const auto& row : rows) {
        CaseDissent each;
        each.dissent = {row.id<DissentId>(0), row.id<AgendaItemId>(1), row.id<AppointmentId>(2),
                        std::string{row.text(3)}, row.instant(4)};
        each.body = row.id<BodyId>(5);
        each.body_name = row.text(language == i18n::Language::nn ? 7 : 6);
        each.body_slug = row.text(8);
        each.meeting = row.id<MeetingId>(9);
        each.year = static_cast<int>(row.number(10));
        each.number = static_cast<int>(row.number(11));
        each.is_for_insiders = row.flag(12);
        found.push_back(std::move(each));
    }
    if (!found.empty()) TRY(fill_names(reader, found, language));
    return found;
}

} // namespace governance
