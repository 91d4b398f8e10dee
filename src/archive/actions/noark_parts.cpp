#include "archive/actions/noark_parts.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace archive {

using governance::ShieldAccount;
using governance::ShieldedPart;

void write_note(xml::Writer& out, const NoarkNote& note) {
    if (note.text.empty()) return;
    const xml::Element element{out, "merknad"};
    out.text("merknadstekst", note.text);
    out.text("merknadstype", note.kind);
    out.text("merknadsdato", to_string(note.at));
    out.text("merknadRegistrertAv", note.who.empty() ? "Samband" : note.who);
}

std::string bases_of(const std::vector<ShieldAccount>& shields) {
    std::vector<std::string> bases;
    std::string all;
    for (const auto& shield : shields) {
        if (std::ranges::find(bases, shield.legal_basis) != bases.end()) continue;
        bases.push_back(shield.legal_basis);
        all += (all.empty() ? "" : "; ") + shield.legal_basis;
    }
    return all;
}

void write_shields(xml::Writer& out, const std::vector<ShieldAccount>& shields) {
    if (shields.empty()) return;
    const auto has = [&](ShieldedPart part) {
        return std::ranges::find(shields, part, &ShieldAccount::part) != shields.end();
    };
    const xml::Element element{out, "skjerming"};
    out.text("tilgangsrestriksjon", "Unntatt offentlighet");
    out.text("skjermingshjemmel", bases_of(shields));
    if (has(ShieldedPart::title)) out.text("skjermingMetadata", "Skjerming tittel mappe - utvalgte ord");
    if (has(ShieldedPart::background) || has(ShieldedPart::proposal))
        out.text("skjermingMetadata", "Skjerming merknadstekst");
    out.text("skjermingMetadata", "Midlertidig skjerming");
    out.text("skjermingOpphoererDato", to_string(std::ranges::max(shields, {}, &ShieldAccount::until).until));
}

void write_shield_of_document(xml::Writer& out, const ShieldAccount& shield) {
    const xml::Element element{out, "skjerming"};
    out.text("tilgangsrestriksjon", "Unntatt offentlighet");
    out.text("skjermingshjemmel", shield.legal_basis);
    out.text("skjermingMetadata", "Skjerming tittel dokumentbeskrivelse");
    out.text("skjermingDokument", "Skjerming av hele dokumentet");
    out.text("skjermingOpphoererDato", to_string(shield.until));
}

void write_party(xml::Writer& out, std::string_view kind, std::string_view name) {
    const xml::Element element{out, "korrespondansepart"};
    out.text("korrespondanseparttype", kind);
    out.text("korrespondansepartNavn", name);
}

void write_retention(xml::Writer& out, const RetentionRule& rule, Date newest_closed) {
    static constexpr std::array<std::string_view, 3> words{"Bevares", "Kasseres", "Vurderes senere"};
    const xml::Element element{out, "kassasjon"};
    out.text("kassasjonsvedtak", words[static_cast<std::size_t>(rule.decision)]);
    out.text("kassasjonshjemmel", rule.basis);
    out.text("bevaringstid", std::to_string(rule.years));
    out.text("kassasjonsdato", to_string(disposal_day(rule, newest_closed)));
}

std::string numbered(const std::vector<std::string>& points) {
    if (points.size() == 1) return points.front();
    std::string all;
    for (std::size_t i = 0; i < points.size(); ++i)
        all += fmt::format("{}{}. {}", i == 0 ? "" : "\n", i + 1, points[i]);
    return all;
}

NoarkParty party_of(const governance::CaseAccount& matter, const governance::DocumentAccount& document) {
    const auto& unit = matter.owner_body_name.empty() ? matter.owner_name : matter.owner_body_name;
    // Who sent an answer stands in the document; there is no field for it.
    if (document.role == governance::DocumentRole::hoeringssvar) return {"Avsender", "Ikke oppgitt"};
    return {"Intern avsender", unit};
}

} // namespace archive
