#include "dispatch/http/svarinn_v2.hpp"

#include <fmt/format.h>

namespace dispatch::svarinn_v2 {

static Part part_of(const Party& party) {
    const auto& address = party.address;
    Part part{address.name,
              address.line1,
              address.line2,
              address.line3,
              address.postal_code,
              address.town,
              address.country,
              {},
              {}};
    if (!party.organisation_number.empty()) part.organisasjonsnummer = party.organisation_number;
    if (!party.identity_number.empty()) part.fodselsnummer = party.identity_number;
    return part;
}

static Noark reference_shown(const ArchiveReference& reference) {
    Noark shown;
    shown.sakssekvensnummer = reference.sakssekvensnummer.value_or(0);
    shown.saksaar = reference.saksaar.value_or(0);
    shown.journalaar = reference.journalaar;
    shown.journalsekvensnummer = reference.journalsekvensnummer;
    shown.journalpostnummer = reference.journalpostnummer;
    shown.journalposttype = reference.journalposttype;
    shown.journalstatus = reference.journalstatus;
    shown.journaldato = reference.journaldato;
    shown.dokumentets_dato = reference.dokumentets_dato;
    shown.tittel = reference.tittel;
    shown.saksbehandler = reference.saksbehandler;
    shown.virksomhetsspesifikke_metadata = receiving::with_xml_names(reference.extra);
    return shown;
}

/// The sender writes one list; here it is told apart what names the folder and what names the entry.
static NoarkForImport import_shown(const ArchiveReference& reference) {
    NoarkForImport shown;
    shown.mappe_id = {reference.mappe_id, reference.mappe_system_id, reference.saksaar, reference.sakssekvensnummer};
    shown.journalpost_id = {reference.system_id, reference.registrerings_id, reference.journalpostnummer};
    shown.journalposttype = reference.journalposttype;
    shown.journalstatus = reference.journalstatus;
    shown.dokumentets_dato = reference.dokumentets_dato;
    shown.tittel = reference.tittel;
    return shown;
}

Forsendelse shown(const receiving::Waiting& waiting, std::string_view base) {
    const auto& envelope = waiting.envelope;
    Forsendelse out;
    out.id = waiting.dispatch.id.to_string();
    const auto& sender = waiting.sender;
    out.avsender = {sender.name, sender.line1, sender.line2, sender.line3, sender.postal_code, sender.town};
    if (envelope.reply_to) {
        out.svar_sendes_til = part_of(*envelope.reply_to);
    }
    out.mottaker = part_of(envelope.recipient);
    out.tittel = envelope.title;
    out.dato = waiting.dispatch.received_at;
    out.metadata_fra_avleverende_system = reference_shown(envelope.from_archive.value_or(ArchiveReference{}));
    if (envelope.for_import) out.metadata_for_import = import_shown(*envelope.for_import);
    out.sikkerhetsniva = waiting.dispatch.level == 4 ? "HOYESTE" : "BETYDELIG";
    for (const auto& document : envelope.documents) {
        out.filer.push_back({document.name, document.media_type, document.sha256, document.kind, document.bytes,
                             receiving::with_xml_names(document.extra)});
    }
    out.svar_pa_forsendelse = envelope.reply_to_dispatch;
    out.type = envelope.dispatch_type;
    out.ekstern_ref = envelope.external_reference;
    for (const auto& link : envelope.links) {
        out.lenker.push_back({link.lead, link.url, link.text});
    }
    out.nedlastingslenke = fmt::format("{}/forsendelser/{}", base, out.id);
    out.avgivende_system = envelope.sending_system;
    out.taushetsbelagt_post = envelope.is_confidential;
    return out;
}

} // namespace dispatch::svarinn_v2
