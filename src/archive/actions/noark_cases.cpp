// The cases, a class for each theme: documents, shielding, notes.
#include "archive/actions/noark_structure_writer.hpp"

#include "archive/domain/derived_id.hpp"
#include "archive/domain/noark_words.hpp"

#include <fmt/format.h>

namespace archive {

using governance::CaseAccount;
using governance::ShieldedPart;

namespace {

constexpr const char* no_theme = "uten-tema";

std::string unit_of(const CaseAccount& matter) {
    return matter.owner_body_name.empty() ? matter.owner_name : matter.owner_body_name;
}

std::string responsible_for(const CaseAccount& matter) {
    return matter.handler.empty() ? unit_of(matter) : matter.handler;
}

} // namespace

Result<void> StructureWriter::write_cases() {
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

void StructureWriter::begin_class(const std::string& theme, const CaseToKeep& kept) {
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

Result<void> StructureWriter::write_case(const CaseToKeep& kept, const std::string& theme) {
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
        if (each.slug != theme) out_.text("referanseSekundaerKlassifikasjon", derived_id("klasse Los " + each.slug));
    }
    written_.changes.insert(written_.changes.end(), kept.history.changes.begin(), kept.history.changes.end());
    return {};
}

void StructureWriter::write_notes(const CaseToKeep& kept) {
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

Result<void> StructureWriter::write_registration(const CaseToKeep& kept, const Registration& registration,
                                                 const std::string& theme) {
    const auto& matter = kept.account;
    const auto& main = *registration.main;
    const auto place = source_.numbers().of(main.id);
    const auto party = party_of(matter, main);
    const auto id = derived_id("journalpost " + main.id.to_string());
    const auto by = kept.history.added_by.contains(main.id.to_string()) ? kept.history.added_by.at(main.id.to_string())
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

void StructureWriter::add_line(const CaseToKeep& kept, const Registration& registration, const std::string& theme,
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

} // namespace archive
