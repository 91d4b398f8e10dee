#include "governance/http/body_choices.hpp"
#include "directory/directory.hpp"
#include "governance/http/case_reading.hpp"
#include "governance/http/meeting_reading.hpp"
#include "governance/rights.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_file_store.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/rule_profile_store.hpp"
#include "governance/views/meeting_labels.hpp"

#include <algorithm>

namespace governance {

static constexpr int cases_offered = 300;
static constexpr int meetings_offered = 12;

static bool is_offered(const std::vector<ui::Choice>& choices, const std::string& value) {
    return std::ranges::find(choices, value, &ui::Choice::value) != choices.end();
}

/// Those with a role in the organisation that was typed.
static Result<void> add_people(const http::Query& query, BodyChoices& choices) {
    choices.organisation = std::string{query.request.query.first("organisation").value_or("")};
    if (choices.organisation.empty()) return {};
    const auto organisation =
        directory::find_organisation_by_key(query.reader, choices.organisation, query.request.language);
    if (!organisation) return {}; // The form is shown again without people, and its hint says what to write.
    choices.organisation_id = organisation->id.to_string();
    for (const auto& role : TRY(directory::roles_in(query.reader, organisation->id, query.today()))) {
        const auto id = role.person.id.to_string();
        if (!is_offered(choices.people, id)) {
            choices.people.push_back({id, with_organisation(role.person.name, role.name), {}, false});
        }
    }
    return {};
}

Result<BodyChoices> body_choices(const http::Query& query, std::optional<BodyId> of) {
    const auto language = query.request.language;
    BodyChoices choices;
    std::vector<directory::OrganisationId> owners;
    for (const auto& body : TRY(list_bodies(query.reader))) {
        choices.bodies.push_back({body.id.to_string(), body.name(language), {}, false});
        owners.push_back(body.organisation);
    }
    if (const auto own = directory::OrganisationId::parse(query.principal.organisation_id)) owners.push_back(*own);
    for (const auto& owner : TRY(directory::organisations_by_id(query.reader, owners, language))) {
        const auto id = owner.id.to_string();
        if (!is_offered(choices.organisations, id)) choices.organisations.push_back({id, owner.name, {}, false});
    }
    TRY(add_people(query, choices));
    for (const auto& profile : TRY(all_profiles(query.reader))) {
        if (is_offered(choices.profiles, profile.profile)) continue;
        const auto& name = language == i18n::Language::nn ? profile.name_nn : profile.name_nb;
        choices.profiles.push_back({profile.profile, fmt::format("{} ({})", name, profile.profile), {}, false});
    }
    if (!of) return choices;
    using directory::OrganisationKind;
    for (const auto kind : {OrganisationKind::network, OrganisationKind::county}) {
        for (const auto& region : TRY(directory::organisations_of_kind(query.reader, kind, query.today(), language))) {
            choices.regions.push_back({region.id.to_string(), region.name, {}, false});
        }
    }
    const auto appointments = TRY(appointments_of_body(query.reader, *of));
    const auto names = TRY(names_of(query.reader, appointments, language));
    for (const auto& appointment : appointments) {
        if (!holds_seat(appointment.role) || !appointment.is_valid_on(query.today())) continue;
        const auto name = names.people.find(appointment.person_id);
        choices.members.push_back(
            {appointment.id.to_string(), name == names.people.end() ? "" : name->second, {}, false});
    }
    return choices;
}

Result<std::vector<ui::Choice>> bodies_by_slug(const http::Query& query) {
    std::vector<ui::Choice> choices;
    for (const auto& body : TRY(list_bodies(query.reader)))
        choices.push_back({body.slug, body.name(query.request.language), {}, false});
    return choices;
}

Result<MeetingChoices> planning_choices(const http::Query& query) {
    MeetingChoices choices;
    for (const auto& body : TRY(list_bodies(query.reader))) {
        if (!query.principal.may(right::hold_meeting, body.id.to_string())) continue;
        choices.bodies.push_back({body.id.to_string(), body.name(query.request.language), {}, false});
    }
    return choices;
}

Result<MeetingChoices> agenda_choices(const http::Query& query, const Meeting& meeting) {
    MeetingChoices choices;
    const auto body = TRY(load_body(query.reader, meeting.body_id));
    CaseFilter filter;
    filter.body = Line<80>{body.slug};
    filter.state = CaseState::in_preparation;
    for (const auto& row : TRY(read_case_list(query, filter, cases_offered)).cases) {
        if (row.body.url != body.path()) continue;
        choices.cases.push_back({row.id.to_string(), row.number + " " + row.title.value_or(""), {}, false});
    }
    MeetingFilter earlier;
    earlier.body = body.id;
    earlier.to = meeting.starts_at;
    earlier.newest_first = true;
    earlier.limit = meetings_offered;
    for (const auto& other : TRY(list_meetings(query.reader, earlier))) {
        if (!other.closed_at) continue;
        choices.meetings.push_back(
            {other.id.to_string(), other.number_text() + ", " + query.t.date(other.day()), {}, false});
    }
    return choices;
}

Result<MeetingChoices> item_choices(const http::Query& query, const AgendaItem& item) {
    MeetingChoices choices;
    for (const auto& body : TRY(list_bodies(query.reader))) {
        if (body.id == item.body_id) continue;
        choices.other_bodies.push_back({body.id.to_string(), body.name(query.request.language), {}, false});
    }
    if (!item.case_id) return choices;
    const auto file = public_part(TRY(read_case_file(query.reader, *item.case_id)), query.today());
    const auto added = TRY(papers_of(query.reader, item.meeting_id));
    for (const auto& document : file.documents) {
        const bool is_added = std::ranges::any_of(
            added, [&](const PaperRow& paper) { return paper.item == item.id && paper.document == document.id; });
        if (is_added || document.state == DocumentState::removed) continue;
        choices.documents.push_back(
            {document.id.to_string(), document.title.empty() ? document.id.to_string() : document.title, {}, false});
    }
    return choices;
}

} // namespace governance
