// The meetings: what was treated in each, and its minutes.
#include "archive/actions/noark_structure_writer.hpp"

#include "archive/domain/derived_id.hpp"
#include "archive/domain/noark_words.hpp"

#include <fmt/format.h>

namespace archive {

using governance::ItemAccount;
using governance::MeetingAccount;

Result<void> StructureWriter::write_meetings() {
    const auto& meetings = source_.records().meetings;
    if (meetings.empty()) return {};
    begin_part("møter");
    std::set<governance::MeetingId> here;
    for (const auto& each : meetings)
        here.insert(each.id);
    int done = 0;
    for (const auto& each : meetings) {
        TRY(write_meeting(TRY(source_.read_meeting(each.id)), here));
        told("møter", ++done, static_cast<int>(meetings.size()));
    }
    out_.close();
    return {};
}

Result<void> StructureWriter::write_meeting(const MeetingAccount& meeting,
                                            const std::set<governance::MeetingId>& here) {
    ++written_.counts.meetings;
    ++written_.counts.folders;
    const auto title = fmt::format("{}, møte {}", meeting.body_name, meeting.number_text());
    const xml::Element folder{out_, "mappe", {{"xsi:type", "moetemappe"}}};
    write_folder_head(meeting.id.to_string(), meeting.number_text(), title, title);
    out_.text("dokumentmedium", "Elektronisk arkiv");
    write_times(meeting.noticed_at.value_or(meeting.starts_at), meeting.body_name, *meeting.closed_at,
                meeting.body_name);
    for (const auto& item : meeting.items)
        write_item(meeting, item);
    if (meeting.minutes) TRY(write_minutes(meeting));
    out_.text("moetenummer", meeting.number_text());
    out_.text("utvalg", meeting.body_name);
    out_.text("moetedato", to_string(norwegian_date(meeting.opened_at.value_or(meeting.starts_at))));
    out_.text_if("moetested", meeting.place);
    if (meeting.previous && here.contains(*meeting.previous))
        out_.text("referanseForrigeMoete", meeting.previous->to_string());
    if (meeting.next && here.contains(*meeting.next)) out_.text("referanseNesteMoete", meeting.next->to_string());
    for (const auto& attendee : meeting.attendees) {
        if (!attendee.was_present) continue;
        const xml::Element element{out_, "moetedeltaker"};
        out_.text("moetedeltakerNavn", attendee.name);
        out_.text("moetedeltakerFunksjon", member_function(attendee.role));
    }
    return {};
}

void StructureWriter::begin_registration(const MeetingAccount& meeting, const std::string& id, Instant made) {
    ++written_.counts.registrations;
    out_.open("registrering", {{"xsi:type", "moeteregistrering"}});
    out_.text("systemID", id);
    out_.text("opprettetDato", to_string(made));
    out_.text("opprettetAv", meeting.body_name);
    out_.text("arkivertDato", to_string(*meeting.closed_at));
    out_.text("arkivertAv", meeting.body_name);
}

void StructureWriter::end_registration(const MeetingAccount& meeting, std::string_view kind,
                                       std::string_view item_type) {
    write_party(out_, "Intern avsender", meeting.body_name);
    out_.text("moeteregistreringstype", kind);
    out_.text_if("moetesakstype", item_type);
    out_.text("administrativEnhet", meeting.body_name);
    out_.text("saksbehandler", meeting.body_name);
    out_.close();
}

void StructureWriter::write_item(const MeetingAccount& meeting, const ItemAccount& item) {
    const auto closed = *meeting.closed_at;
    begin_registration(meeting, item.id.to_string(), meeting.noticed_at.value_or(meeting.starts_at));
    const auto& basis = item.shielded_by.empty() ? item.closed_basis : item.shielded_by;
    if (!basis.empty()) {
        written_.counts.has_shielded = true;
        const xml::Element shield{out_, "skjerming"};
        out_.text("tilgangsrestriksjon", "Unntatt offentlighet");
        out_.text("skjermingshjemmel", basis);
        out_.text("skjermingMetadata", "Skjerming merknadstekst");
    }
    out_.text_if("registreringsID", item.number_text());
    out_.text("tittel", item.title.empty() ? std::string{meeting_item_type(item.kind)} : item.title);
    out_.text_if("beskrivelse", item.text);
    out_.text("dokumentmedium", "Elektronisk arkiv");
    write_treatment(item, closed);
    if (item.case_id) {
        const xml::Element reference{out_, "kryssreferanse"};
        out_.text("referanseTilMappe", item.case_id->to_string());
    }
    end_registration(meeting, "Saksprotokoll", meeting_item_type(item.kind));
}

void StructureWriter::write_treatment(const ItemAccount& item, Instant closed) {
    const auto decided = item.decided_at.value_or(closed);
    write_note(out_, {"Innstilling", numbered(item.recommendation), decided, {}});
    for (const auto& vote : item.votes) {
        auto words = fmt::format("{} for, {} mot, {} blanke", vote.in_favour, vote.against, vote.blank);
        for (const auto& ballot : vote.ballots)
            words += fmt::format("\n{}: {}", ballot.name, ballot_word(ballot.choice));
        write_note(out_, {"Votering", words, vote.at, {}});
    }
    for (const auto& dissent : item.dissents)
        write_note(out_, {"Protokolltilførsel", fmt::format("{}: {}", dissent.name, dissent.text), decided, {}});
    if (item.outcome) {
        auto words = std::string{outcome_word(*item.outcome)};
        if (!item.decision.empty()) words += "\n" + numbered(item.decision);
        write_note(out_, {"Vedtak", words, decided, {}});
    }
    write_note(out_, {"Protokoll", item.note, decided, {}});
}

Result<void> StructureWriter::write_minutes(const MeetingAccount& meeting) {
    const auto& minutes = *meeting.minutes;
    const auto title = "Protokoll, møte " + meeting.number_text();
    begin_registration(meeting, derived_id("møteprotokoll " + meeting.id.to_string()), minutes.published_at);
    TRY(documents_.describe_minutes(meeting));
    out_.text("tittel", title);
    out_.text("offentligTittel", title);
    out_.text("dokumentmedium", "Elektronisk arkiv");
    end_registration(meeting, "Møteprotokoll", {});
    return {};
}

} // namespace archive
