#include "archive/actions/noark_journals.hpp"

#include "archive/actions/noark_parts.hpp"

namespace archive {

static void write_head(xml::Writer& out, const NoarkSource& source, const std::vector<JournalLine>& lines) {
    const auto& records = source.records();
    const xml::Element head{out, "journalhode"};
    out.text("journalStartDato", to_string(lines.front().entered));
    out.text("journalSluttDato", to_string(lines.back().entered));
    out.text("seleksjon", records.name);
    out.text("antallJournalposter", std::to_string(lines.size()));
    const xml::Element creator{out, "arkivskaper"};
    out.text("arkivskaperID", records.owner_number.empty() ? records.owner.to_string() : records.owner_number);
    out.text("arkivskaperNavn", records.owner_name);
}

static void write_case_of(xml::Writer& out, JournalKind kind, const JournalLine& line) {
    {
        const xml::Element theme{out, "klasse"};
        out.text("klasseID", line.theme);
        out.text("tittel", line.theme_name);
    }
    const xml::Element folder{out, "saksmappe"};
    out.text("mappeID", line.case_number);
    out.text("saksaar", std::to_string(line.case_year));
    out.text("sakssekvensnummer", std::to_string(line.case_serial));
    if (kind == JournalKind::running) out.text("tittel", line.case_title);
    out.text("offentligTittel", line.open_case_title);
    out.text("administrativEnhet", line.unit);
    out.text("saksansvarlig", line.responsible);
    if (kind == JournalKind::open && !line.case_basis.empty()) {
        out.text("tilgangsrestriksjon", "Unntatt offentlighet");
        out.text("skjermingshjemmel", line.case_basis);
    }
}

static void write_entry(xml::Writer& out, JournalKind kind, const JournalLine& line) {
    const xml::Element entry{out, "journalpost"};
    out.text("systemID", line.id);
    out.text("registreringsID", line.registration);
    out.text("journalaar", std::to_string(line.place.year));
    out.text("journalsekvensnummer", std::to_string(line.place.number));
    out.text("journalpostnummer", std::to_string(line.number));
    if (kind == JournalKind::running) out.text("tittel", line.title);
    out.text("offentligTittel", line.open_title);
    out.text("journaldato", to_string(line.entered));
    out.text("dokumentetsDato", to_string(line.dated));
    if (kind == JournalKind::running) out.text("antallVedlegg", std::to_string(line.attachments));
    if (!line.basis.empty()) {
        out.text("tilgangsrestriksjon", "Unntatt offentlighet");
        out.text("skjermingshjemmel", line.basis);
    }
    write_party(out, line.party_kind, line.party);
}

Result<void> write_journal(xml::Writer& out, JournalKind kind, const NoarkSource& source,
                           const std::vector<JournalLine>& lines) {
    const auto* root = kind == JournalKind::running ? "loependeJournal" : "offentligJournal";
    out.open(root, {{"xmlns", std::string{"http://www.arkivverket.no/standarder/noark5/"} + root}});
    write_head(out, source, lines);
    for (const auto& line : lines) {
        const xml::Element registration{out, "journalregistrering"};
        write_case_of(out, kind, line);
        write_entry(out, kind, line);
    }
    out.close();
    return out.finish();
}

Result<void> write_changes(xml::Writer& out, const std::vector<NoarkChange>& changes) {
    out.open("endringslogg", {{"xmlns", "http://www.arkivverket.no/standarder/noark5/endringslogg"}});
    for (const auto& change : changes) {
        const xml::Element element{out, "endring"};
        out.text("referanseArkivenhet", change.unit);
        out.text("referanseMetadata", change.metadata);
        out.text("endretDato", to_string(change.at));
        out.text("endretAv", change.who);
        out.text("tidligereVerdi", change.before);
        out.text("nyVerdi", change.after);
    }
    out.close();
    return out.finish();
}

} // namespace archive
