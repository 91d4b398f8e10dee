#include "governance/store/meeting_record_store.hpp"

#include "directory/directory.hpp"
#include "governance/store/appointment_store.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/case_file_store.hpp"
#include "governance/store/election_store.hpp"
#include "governance/store/impartiality_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/treatment_store.hpp"
#include "governance/store/written_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

Result<Names> names_of(db::Reader& reader, const std::vector<Appointment>& appointments, i18n::Language language) {
    std::vector<directory::PersonId> people;
    std::vector<directory::OrganisationId> organisations;
    for (const auto& appointment : appointments) {
        people.push_back(appointment.person_id);
        if (appointment.on_behalf_of) organisations.push_back(*appointment.on_behalf_of);
    }
    Names names;
    for (auto& person : TRY(directory::people_by_id(reader, people)))
        names.people.emplace(person.id, std::move(person.name));
    for (auto& organisation : TRY(directory::organisations_by_id(reader, organisations, language))) {
        names.organisations.emplace(organisation.id, std::move(organisation.name));
    }
    return names;
}

/// Fills in what the item shows of its case; what is shielded stays out.
static Result<void> add_case(db::Reader& reader, ItemRecord& record, const std::vector<PaperRow>& papers, Date today) {
    const auto whole = TRY(read_case_file(reader, *record.item.case_id));
    if (const auto* shield = whole.shield_of(ShieldField::proposal, today)) {
        record.shielded_by = shield->legal_basis;
    }
    const auto file = public_part(whole, today);
    record.case_number = file.matter.number.to_string();
    record.case_path = file.matter.url();
    if (record.title.empty()) record.title = file.matter.title;
    for (const auto& paper : papers) {
        if (paper.item != record.item.id) continue;
        const auto document = std::ranges::find(file.documents, paper.document, &Document::id);
        if (document == file.documents.end()) continue;
        const bool is_open = document->state == DocumentState::available && !document->title.empty();
        const auto path =
            is_open ? fmt::format("{}/documents/{}", record.case_path, document->id.to_string()) : std::string{};
        record.papers.push_back({paper.document, document->title, path, paper.added_at, paper.late_consent});
    }
    return {};
}

template <class Row>
static std::vector<Row> rows_of(const std::vector<Row>& all, AgendaItemId item) {
    std::vector<Row> found;
    std::ranges::copy_if(all, std::back_inserter(found), [&](const Row& row) { return row.item_id == item; });
    return found;
}

/// Only that something was proposed and decided remains of what is shielded.
static void leave_out_words(ItemRecord& record) {
    for (auto& proposal : record.proposals) {
        proposal.points.clear();
        proposal.reason.clear();
    }
    for (auto& dissent : record.dissents)
        dissent.text.clear();
    for (auto& course : record.elections) {
        course.election.post.clear();
        for (auto& option : course.election.options)
            option = {{}, std::vector<std::string>(option.names.size())};
    }
    record.item.decision.clear();
    record.item.note.clear();
}

static Result<std::vector<ItemRecord>> items_of(db::Reader& reader, MeetingId meeting, Date today) {
    const auto papers = TRY(papers_of(reader, meeting));
    const auto proposals = TRY(proposals_of(reader, meeting));
    const auto votes = TRY(votes_of(reader, meeting));
    const auto dissents = TRY(dissents_of(reader, meeting));
    const auto elections = TRY(elections_of(reader, meeting));
    auto impartiality = TRY(impartiality_in(reader, meeting));
    for (auto& raised : impartiality)
        raised.reason.clear(); // kept for those who may see what is shielded, and for no page of the meeting
    std::vector<ItemRecord> records;
    for (auto& item : TRY(agenda_of(reader, meeting))) {
        ItemRecord record;
        record.title = item.title;
        record.item = std::move(item);
        record.proposals = rows_of(proposals, record.item.id);
        record.votes = rows_of(votes, record.item.id);
        record.dissents = rows_of(dissents, record.item.id);
        for (const auto& course : elections) {
            if (course.election.item_id == record.item.id) record.elections.push_back(course);
        }
        record.impartiality = rows_of(impartiality, record.item.id);
        if (record.item.case_id) TRY(add_case(reader, record, papers, today));
        if (record.item.approves_meeting) {
            record.approves_number = TRY(load_meeting(reader, *record.item.approves_meeting)).number_text();
        }
        if (record.item.referred_to) {
            record.referred_to_name = TRY(load_body(reader, *record.item.referred_to)).name_nb;
        }
        if (!record.shielded_by.empty()) leave_out_words(record);
        records.push_back(std::move(record));
    }
    return records;
}

Result<MeetingRecord> read_meeting_record(db::Reader& reader, const Meeting& meeting, Date today,
                                          i18n::Language language) {
    MeetingRecord record;
    record.meeting = meeting;
    record.body = TRY(load_body(reader, meeting.body_id));
    record.rules = meeting.rules_number
                       ? TRY(rules_by_number(reader, meeting.body_id, *meeting.rules_number, meeting.day_held()))
                       : TRY(rules_in_force(reader, meeting.body_id, meeting.day()));
    record.appointments = TRY(appointments_of_body(reader, meeting.body_id));
    record.presence = TRY(presence_of(reader, meeting.id));
    record.handovers = TRY(handovers_of(reader, meeting.id));
    record.items = TRY(items_of(reader, meeting.id, today));
    if (meeting.mode == VoteMode::written) {
        record.demand = TRY(demand_of(reader, meeting.id));
        const auto written = TRY(written_ballots_of(reader, meeting.id));
        for (auto& item : record.items)
            item.written = rows_of(written, item.item.id);
    }
    auto names = TRY(names_of(reader, record.appointments, language));
    record.people = std::move(names.people);
    record.organisations = std::move(names.organisations);
    return record;
}

} // namespace governance
