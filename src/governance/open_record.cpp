#include "governance/open_record.hpp"
#include "directory/directory.hpp"
#include "governance/domain/errors.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/meeting_key.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_file_store.hpp"
#include "governance/store/document_store.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/minutes_store.hpp"
#include "governance/store/open_record_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance::open_record {

Result<Found> find(db::Reader& reader, const Question& question, Date today) {
    return find_open(reader, question, today);
}

Result<std::optional<Times>> owner_times(db::Reader& reader, directory::OrganisationId owner) {
    return times_of_owner(reader, owner);
}

Result<Body> body(db::Reader& reader, BodyId id, i18n::Language language) {
    const auto found = TRY(load_body(reader, id));
    const auto times = TRY(times_of(reader, id));
    return Body{id, found.name(language), found.path(), found.kind, found.organisation, found.parent, times};
}

static Result<std::vector<Appointment>>
opened_appointments(db::Reader& reader, const std::vector<governance::Appointment>& held, i18n::Language language) {
    const auto names = TRY(names_of(reader, held, language));
    std::vector<Appointment> opened;
    for (const auto& each : held) {
        Appointment shown;
        shown.id = each.id;
        shown.body = each.body_id;
        shown.person = each.person_id;
        if (const auto name = names.people.find(each.person_id); name != names.people.end())
            shown.person_name = name->second;
        if (each.on_behalf_of) {
            const auto organisation = TRY(directory::find_organisation(reader, *each.on_behalf_of, language));
            shown.on_behalf_of = organisation.name;
            shown.on_behalf_of_path = organisation.url;
        }
        shown.role = each.role;
        shown.has_vote = holds_seat(each.role);
        shown.from = each.valid_from;
        shown.before = each.last_day_plus_one();
        shown.times = TRY(times_of(reader, each.id));
        opened.push_back(std::move(shown));
    }
    return opened;
}

Result<Appointment> appointment(db::Reader& reader, AppointmentId id, i18n::Language language) {
    const auto held = TRY(load_appointment(reader, id));
    auto opened = TRY(opened_appointments(reader, {held}, language));
    return std::move(opened.front());
}

Result<std::vector<Appointment>> appointments_of(db::Reader& reader, directory::PersonId person,
                                                 i18n::Language language) {
    return opened_appointments(reader, TRY(appointments_of_person(reader, person)), language);
}

Result<std::vector<Appointment>> appointments_in(db::Reader& reader, BodyId body, i18n::Language language) {
    return opened_appointments(reader, TRY(appointments_of_body(reader, body)), language);
}

static Vote opened_vote(const MeetingRecord& record, const governance::Vote& vote) {
    const auto& counted = vote.counted;
    Vote shown{vote.id,
               counted.result,
               counted.tally.in_favour,
               counted.tally.against,
               counted.tally.blank,
               vote.at,
               vote.has_record,
               {}};
    for (const auto& ballot : counted.ballots) {
        const auto* who = record.appointment(ballot.voter.who);
        if (who != nullptr)
            shown.ballots.push_back({who->person_id, record.on_behalf_of(ballot.voter.seat), ballot.choice});
    }
    return shown;
}

static Item opened_item(const MeetingRecord& record, const ItemRecord& source) {
    const auto& item = source.item;
    Item shown;
    shown.id = item.id;
    shown.position = item.position;
    shown.number = item.number_text();
    shown.title = source.title;
    shown.is_closed = item.closed_basis.has_value();
    shown.matter = item.case_id;
    shown.outcome = item.outcome;
    for (const auto& paper : source.papers) {
        if (!paper.path.empty()) shown.papers.push_back(paper.document);
    }
    if (shown.is_closed) return shown;
    if (source.shielded_by.empty()) shown.decision = item.decision;
    for (const auto& vote : source.votes)
        shown.votes.push_back(opened_vote(record, vote));
    return shown;
}

static Result<std::optional<Minutes>> opened_minutes(db::Reader& reader, MeetingId id, const std::string& path) {
    std::optional<Minutes> newest;
    for (const auto& version : TRY(minutes_versions(reader, id))) {
        if (version.state != MinutesState::published) continue;
        const auto first = newest ? newest->first_published_at : *version.published_at;
        newest =
            Minutes{version.number, fmt::format("{}/minutes/{}", path, version.number), first, *version.published_at};
    }
    return newest;
}

Result<Meeting> meeting(db::Reader& reader, MeetingId id, Date today, i18n::Language language) {
    const auto record = TRY(read_meeting_record(reader, TRY(load_meeting(reader, id)), today, language));
    const auto& held = record.meeting;
    Meeting shown;
    shown.id = id;
    shown.body = record.body.id;
    shown.body_name = record.body.name(language);
    shown.number = held.number_text();
    shown.path = meeting_path(record.body.slug, held.year, held.number);
    shown.place = held.place;
    shown.state = held.state;
    shown.starts_at = held.opened_at.value_or(held.starts_at);
    shown.ends_at = held.closed_at.value_or(held.ends_at);
    shown.is_open = record.body.is_open;
    shown.times = TRY(times_of(reader, id));
    if (!shown.is_open) return shown;
    for (const auto& entry : record.presence) {
        const auto* who = record.appointment(entry.who);
        if (who == nullptr || std::ranges::count(shown.participants, who->person_id) > 0) continue;
        shown.participants.push_back(who->person_id);
    }
    const auto made = TRY(items_made(reader, id));
    for (const auto& item : record.items) {
        shown.items.push_back(opened_item(record, item));
        shown.items.back().times = {made.at(item.item.id), shown.times.modified};
    }
    shown.minutes = TRY(opened_minutes(reader, id, shown.path));
    return shown;
}

Result<MeetingId> meeting_of(db::Reader& reader, AgendaItemId item) {
    const auto found = TRY(open_meeting_of(reader, item));
    if (!found) return item_not_found.error();
    return *found;
}

/// The last change, or the day on which a shield ran out by itself, whichever came later.
static Instant opened_at(Instant changed, const std::vector<Shield>& shields, Date today) {
    for (const auto& shield : shields) {
        if (shield.lifted_at || shield.until > today) continue;
        changed = std::max(changed, at_norwegian_time(shield.until, std::chrono::minutes{0}));
    }
    return changed;
}

static Document opened_document(const CaseFile& file, const governance::Document& document, Instant changed,
                                Date today) {
    Document shown;
    shown.id = document.id;
    shown.matter = document.case_id;
    shown.times = {document.added_at, std::max(changed, document.added_at)};
    shown.is_removed = document.state == DocumentState::removed || file.shield_of(document.id, today) != nullptr;
    if (shown.is_removed) return shown;
    shown.is_main = document.kind == DocumentKind::saksframlegg;
    shown.title = document.title;
    shown.file_name = document.file_name;
    shown.media_type = document.media_type;
    shown.path = file.matter.url() + "/documents/" + document.id.to_string();
    shown.size = static_cast<std::int64_t>(document.size);
    shown.dated = document.dated;
    return shown;
}

Result<Matter> matter(db::Reader& reader, CaseId id, Date today) {
    const auto file = public_part(TRY(read_case_file(reader, id)), today);
    const auto& kept = file.matter;
    Matter shown;
    shown.id = id;
    shown.number = kept.number.to_string();
    shown.path = kept.url();
    shown.title = kept.title;
    shown.owner = kept.owner;
    shown.owner_body = kept.owner_body;
    shown.planned_on = norwegian_date(kept.planned_at);
    shown.times = {kept.planned_at, opened_at(kept.changed_at, file.shields, today)};
    for (const auto& document : file.documents) {
        if (document.state != DocumentState::available && document.state != DocumentState::removed) continue;
        shown.documents.push_back(opened_document(file, document, shown.times.modified, today));
    }
    for (const auto& item : TRY(items_of_case(reader, id))) {
        const auto body = TRY(load_body(reader, item.body_id));
        if (!body.is_open) continue;
        const auto made = TRY(items_made(reader, item.meeting_id));
        const auto times = TRY(times_of(reader, item.meeting_id));
        const bool is_deciding = !kept.path.steps.empty() && kept.path.steps.back().body == item.body_id;
        shown.treatments.push_back(
            {item.id, item.meeting_id, item.body_id, is_deciding, {made.at(item.id), times.modified}});
    }
    return shown;
}

Result<CaseId> matter_of(db::Reader& reader, DocumentId id) {
    const auto found = TRY(find_document(reader, id));
    if (!found) return document_not_found.error();
    return found->case_id;
}

} // namespace governance::open_record
