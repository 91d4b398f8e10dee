// Who may have a stake in a case, from what is known of the members: a hint for the one who leads, never a ruling.
#include "governance/http/body_choices.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/case_store.hpp"
#include "governance/store/impartiality_store.hpp"
#include "governance/views/impartiality_page.hpp"

namespace governance {

static bool is_named(const Case& matter, directory::OrganisationId organisation) {
    return std::ranges::any_of(matter.concerns,
                               [&](const Concern& concern) { return concern.organisation == organisation; });
}

/// The same person in a seat of a body whose members step down here.
static Result<bool> sits_on_the_other_side(db::Reader& reader, const Case* matter, BodyId body,
                                           directory::PersonId person, Date day) {
    for (const auto& conflict : TRY(role_conflicts_in(reader, body))) {
        const bool is_about =
            conflict.theme.empty() ||
            (matter != nullptr && std::ranges::find(matter->themes, conflict.theme) != matter->themes.end());
        if (!is_about) continue;
        for (const auto& other : TRY(appointments_of_body(reader, conflict.member_of))) {
            if (other.person_id == person && holds_seat(other.role) && other.is_valid_on(day)) return true;
        }
    }
    return false;
}

Result<std::vector<ImpartialityHint>> impartiality_hints(const http::Query& query, const AgendaItem& item,
                                                         const MeetingView& view) {
    std::vector<ImpartialityHint> hints;
    const auto matter = item.case_id ? TRY(find_case(query.reader, *item.case_id)) : std::optional<Case>{};
    for (const auto& appointment : TRY(appointments_of_body(query.reader, item.body_id))) {
        const auto attendee = std::ranges::find(view.attendees, appointment.id, &AttendeeView::appointment);
        if (attendee == view.attendees.end() || !attendee->is_present) continue;
        const auto add = [&](ImpartialityHint::Kind kind) {
            hints.push_back({kind, attendee->name, attendee->on_behalf_of});
        };
        if (matter && appointment.on_behalf_of == matter->owner) add(ImpartialityHint::Kind::owner);
        if (matter && appointment.on_behalf_of && is_named(*matter, *appointment.on_behalf_of)) {
            add(ImpartialityHint::Kind::named);
        }
        if (TRY(sits_on_the_other_side(query.reader, matter ? &*matter : nullptr, item.body_id, appointment.person_id,
                                       norwegian_date(view.opened_at.value_or(view.starts_at))))) {
            add(ImpartialityHint::Kind::other_body);
        }
    }
    return hints;
}

} // namespace governance
