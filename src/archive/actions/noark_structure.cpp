#include "archive/actions/noark_structure.hpp"

#include "archive/actions/noark_documents.hpp"
#include "archive/domain/derived_id.hpp"
#include "archive/domain/noark_words.hpp"
#include "governance/accounts.hpp"

#include <fmt/format.h>
#include <set>

namespace archive {

namespace {

using governance::CaseAccount;
using governance::ItemAccount;
using governance::MeetingAccount;
using governance::ShieldedPart;

constexpr const char* no_theme = "uten-tema";

std::string unit_of(const CaseAccount& matter) {
    return matter.owner_body_name.empty() ? matter.owner_name : matter.owner_body_name;
}

std::string responsible_for(const CaseAccount& matter) {
    return matter.handler.empty() ? unit_of(matter) : matter.handler;
}

class StructureWriter {
public:
    StructureWriter(xml::Writer& out, NoarkSource& source, const std::filesystem::path& folder,
                    const Progress& progress)
        : out_{out}, source_{source}, documents_{out, source, folder, written_.counts}, progress_{progress} {}

    Result<StructureWritten> write() {
        const auto& records = source_.records();
        out_.open("arkiv", {{"xmlns", "http://www.arkivverket.no/standarder/noark5/arkivstruktur"},
                            {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
        out_.text("systemID", derived_id("arkiv " + records.id.to_string()));
        out_.text("tittel", records.name);
        out_.text("arkivstatus", "Avsluttet");
        out_.text("dokumentmedium", "Elektronisk arkiv");
        period_of_making();
        out_.open("arkivskaper");
        out_.text("arkivskaperID", records.owner_number.empty() ? records.owner.to_string() : records.owner_number);
        out_.text("arkivskaperNavn", records.owner_name);
        out_.text("beskrivelse", records.name);
        out_.close();
        TRY(write_cases());
        TRY(write_meetings());
        out_.close();
        TRY(out_.finish());
        return std::move(written_);
    }

private:
    void period_of_making() {
        out_.text("opprettetDato", to_string(source_.first()));
        out_.text("opprettetAv", "Samband");
        out_.text("avsluttetDato", to_string(source_.last()));
        out_.text("avsluttetAv", "Samband");
    }

    void begin_part(const std::string& name) {
        out_.open("arkivdel");
        out_.text("systemID", derived_id(fmt::format("arkivdel {} {}", name, source_.records().id.to_string())));
        out_.text("tittel", fmt::format("{}: {}", source_.records().name, name));
        out_.text("arkivdelstatus", "Avsluttet periode");
        out_.text("dokumentmedium", "Elektronisk arkiv");
        period_of_making();
        out_.text("arkivperiodeStartDato", to_string(norwegian_date(source_.first())));
        out_.text("arkivperiodeSluttDato", to_string(norwegian_date(source_.last())));
    }

    Result<void> write_cases() {
        const auto& cases = source_.records().cases;
        if (cases.empty()) return {};
        begin_part("saker");
        out_.open("klassifikasjonssystem");
        out_.text("systemID", derived_id("klassifikasjonssystem Los"));
        out_.text("klassifikasjonstype", "Emnebasert");
        out_.text("tittel", "Los");
        out_.text("opprettetDato", to_string(source_.first()));
        out_.text("opprettetAv", "Samband");
        for (std::size_t i = 0; i < cases.size(); ++i) {
            const bool begins = i == 0 || cases[i].theme != cases[i - 1].theme;
            const bool ends = i + 1 == cases.size() || cases[i].theme != cases[i + 1].theme;
            const auto kept = TRY(source_.read_case(cases[i].id));
            if (begins) begin_class(cases[i].theme, kept);
            TRY(write_case(kept, cases[i].theme));
            if (ends) out_.close();
            told("saker", static_cast<int>(i) + 1, static_cast<int>(cases.size()));
        }
        out_.close();
        out_.close();
        return {};
    }

    void begin_class(const std::string& theme, const CaseToKeep& kept) {
        const auto id = theme.empty() ? std::string{no_theme} : theme;
        std::string name = "Uten tema";
        for (const auto& each : kept.account.themes) {
            if (each.slug == theme) name = each.name;
        }
        const auto& rule = rule_for(source_.plan(), theme);
        if (rule.decision == Disposal::destroy) written_.counts.has_to_destroy = true;
        out_.open("klasse");
        out_.text("systemID", derived_id("klasse Los " + id));
        out_.text("klasseID", id);
        out_.text("tittel", name);
        out_.text("opprettetDato", to_string(source_.first()));
        out_.text("opprettetAv", "Samband");
        write_retention(out_, rule, norwegian_date(source_.newest_of(theme)));
    }

    void write_folder_head(const std::string& id, const std::string& number, const std::string& title,
                           const std::string& open_title) {
        out_.text("systemID", id);
        out_.text("mappeID", number);
        out_.text("tittel", title);
        out_.text("offentligTittel", open_title);
    }

    void write_times(Instant made, const std::string& by, Instant ended, const std::string& ended_by) {
        out_.text("opprettetDato", to_string(made));
        out_.text("opprettetAv", by);
        out_.text("avsluttetDato", to_string(ended));
        out_.text("avsluttetAv", ended_by);
    }

    Result<void> write_case(const CaseToKeep& kept, const std::string& theme) {
        const auto& matter = kept.account;
        ++written_.counts.cases;
        ++written_.counts.folders;
        if (!matter.shields.empty()) written_.counts.has_shielded = true;
        const xml::Element folder{out_, "mappe", {{"xsi:type", "saksmappe"}}};
        write_folder_head(matter.id.to_string(), matter.number, matter.title,
                          matter.shield_of(ShieldedPart::title) ? shielded_title : matter.title);
        out_.text_if("beskrivelse", matter.summary);
        for (const auto& each : matter.themes)
            out_.text("noekkelord", each.name);
        out_.text("dokumentmedium", "Elektronisk arkiv");
        write_times(matter.planned_at, kept.history.created_by, *kept.history.closed_at, kept.history.closed_by);
        write_notes(kept);
        write_shields(out_, matter.shields);
        for (const auto& registration : kept.registrations)
            TRY(write_registration(kept, registration, theme));
        out_.text("saksaar", std::to_string(matter.year));
        out_.text("sakssekvensnummer", std::to_string(matter.serial));
        out_.text("saksdato", to_string(norwegian_date(matter.planned_at)));
        out_.text("administrativEnhet", unit_of(matter));
        out_.text("saksansvarlig", responsible_for(matter));
        out_.text("saksstatus", case_status(matter.state));
        for (const auto& each : matter.themes) {
            if (each.slug != theme)
                out_.text("referanseSekundaerKlassifikasjon", derived_id("klasse Los " + each.slug));
        }
        written_.changes.insert(written_.changes.end(), kept.history.changes.begin(), kept.history.changes.end());
        return {};
    }

    void write_notes(const CaseToKeep& kept) {
        const auto& matter = kept.account;
        const auto closed = *kept.history.closed_at;
        write_note(out_, {"Bakgrunn", matter.background, matter.planned_at, kept.history.created_by});
        write_note(out_, {"Forslag til vedtak", numbered(matter.points), matter.planned_at, kept.history.created_by});
        for (const auto& step : matter.steps) {
            if (!step.outcome) continue;
            auto words = fmt::format("{}: {}", step.body_name, outcome_word(*step.outcome));
            if (!step.points.empty()) words += "\n" + numbered(step.points);
            write_note(out_, {"Vedtak", words, step.treated_at.value_or(closed), step.body_name});
        }
        write_note(out_, {"Avslutning", matter.closing_note, closed, kept.history.closed_by});
    }

    Result<void> write_registration(const CaseToKeep& kept, const Registration& registration,
                                    const std::string& theme) {
        const auto& matter = kept.account;
        const auto& main = *registration.main;
        const auto place = source_.numbers().of(main.id);
        const auto party = party_of(matter, main);
        const auto id = derived_id("journalpost " + main.id.to_string());
        const auto by = kept.history.added_by.contains(main.id.to_string())
                            ? kept.history.added_by.at(main.id.to_string())
                            : kept.history.created_by;
        ++written_.counts.registrations;
        const xml::Element element{out_, "registrering", {{"xsi:type", "journalpost"}}};
        out_.text("systemID", id);
        out_.text("opprettetDato", to_string(main.added_at));
        out_.text("opprettetAv", by);
        out_.text("arkivertDato", to_string(*kept.history.closed_at));
        out_.text("arkivertAv", kept.history.closed_by);
        if (main.shield) write_shield_of_document(out_, *main.shield);
        TRY(documents_.describe(kept, main, true, 1));
        int number = 1;
        for (const auto* attachment : registration.attachments)
            TRY(documents_.describe(kept, *attachment, false, ++number));
        const auto registration_id = fmt::format("{}-{}", matter.number, registration.number);
        out_.text("registreringsID", registration_id);
        out_.text("tittel", main.title);
        out_.text("offentligTittel", main.shield ? shielded_title : main.title);
        out_.text("dokumentmedium", "Elektronisk arkiv");
        write_party(out_, party.kind, party.name);
        out_.text("journalaar", std::to_string(place.year));
        out_.text("journalsekvensnummer", std::to_string(place.number));
        out_.text("journalpostnummer", std::to_string(registration.number));
        out_.text("journalposttype", journal_kind(main.role));
        out_.text("journalstatus", main.removed_at ? "Utgår" : "Arkivert");
        out_.text("journaldato", to_string(norwegian_date(main.added_at)));
        out_.text("dokumentetsDato", to_string(main.dated));
        out_.text("antallVedlegg", std::to_string(registration.attachments.size()));
        add_line(kept, registration, theme, id, registration_id);
        return {};
    }

    void add_line(const CaseToKeep& kept, const Registration& registration, const std::string& theme,
                  const std::string& id, const std::string& registration_id) {
        const auto& matter = kept.account;
        const auto& main = *registration.main;
        JournalLine line;
        line.place = source_.numbers().of(main.id);
        line.case_year = matter.year;
        line.case_serial = matter.serial;
        line.case_number = matter.number;
        line.case_title = matter.title;
        const auto* shield = matter.shield_of(ShieldedPart::title);
        line.open_case_title = shield ? shielded_title : matter.title;
        line.case_basis = shield ? shield->legal_basis : "";
        line.unit = unit_of(matter);
        line.responsible = matter.shield_of(ShieldedPart::handler) ? unit_of(matter) : responsible_for(matter);
        line.theme = theme.empty() ? no_theme : theme;
        for (const auto& each : matter.themes) {
            if (each.slug == theme) line.theme_name = each.name;
        }
        if (line.theme_name.empty()) line.theme_name = "Uten tema";
        line.id = id;
        line.registration = registration_id;
        line.title = main.title;
        line.open_title = main.shield ? shielded_title : main.title;
        line.basis = main.shield ? main.shield->legal_basis : "";
        const auto party = party_of(matter, main);
        line.party_kind = party.kind;
        line.party = party.name;
        line.number = registration.number;
        line.attachments = static_cast<int>(registration.attachments.size());
        line.entered = norwegian_date(main.added_at);
        line.dated = main.dated;
        written_.lines.push_back(std::move(line));
    }

    Result<void> write_meetings() {
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

    Result<void> write_meeting(const MeetingAccount& meeting, const std::set<governance::MeetingId>& here) {
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

    void begin_registration(const MeetingAccount& meeting, const std::string& id, Instant made) {
        ++written_.counts.registrations;
        out_.open("registrering", {{"xsi:type", "moeteregistrering"}});
        out_.text("systemID", id);
        out_.text("opprettetDato", to_string(made));
        out_.text("opprettetAv", meeting.body_name);
        out_.text("arkivertDato", to_string(*meeting.closed_at));
        out_.text("arkivertAv", meeting.body_name);
    }

    void end_registration(const MeetingAccount& meeting, std::string_view kind, std::string_view item_type) {
        write_party(out_, "Intern avsender", meeting.body_name);
        out_.text("moeteregistreringstype", kind);
        out_.text_if("moetesakstype", item_type);
        out_.text("administrativEnhet", meeting.body_name);
        out_.text("saksbehandler", meeting.body_name);
        out_.close();
    }

    void write_item(const MeetingAccount& meeting, const ItemAccount& item) {
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

    void write_treatment(const ItemAccount& item, Instant closed) {
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

    Result<void> write_minutes(const MeetingAccount& meeting) {
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

    void told(std::string_view step, int done, int of) const {
        if (progress_) progress_(step, done, of);
    }

    xml::Writer& out_;
    NoarkSource& source_;
    StructureWritten written_;
    NoarkDocuments documents_;
    const Progress& progress_;
};

} // namespace

Result<StructureWritten> write_structure(xml::Writer& out, NoarkSource& source, const std::filesystem::path& folder,
                                         const Progress& progress) {
    return StructureWriter{out, source, folder, progress}.write();
}

} // namespace archive
