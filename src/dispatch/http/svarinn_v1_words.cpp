#include "dispatch/http/svarinn_v1.hpp"

#include "dispatch/http/receiving.hpp"

#include <fmt/format.h>

namespace dispatch::svarinn_v1 {

namespace {

std::int64_t epoch_milliseconds(Instant at) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
}

std::optional<std::int64_t> maybe_milliseconds(const std::optional<Instant>& at) {
    if (!at) return std::nullopt;
    return epoch_milliseconds(*at);
}

Noark reference_shown(const ArchiveReference& reference) {
    Noark shown;
    shown.sakssekvensnummer = reference.sakssekvensnummer.value_or(0);
    shown.saksaar = reference.saksaar.value_or(0);
    shown.journalaar = reference.journalaar;
    shown.journalsekvensnummer = reference.journalsekvensnummer;
    shown.journalpostnummer = reference.journalpostnummer;
    shown.journalposttype = reference.journalposttype;
    shown.journalstatus = reference.journalstatus;
    shown.journaldato = maybe_milliseconds(reference.journaldato);
    shown.dokumentets_dato = maybe_milliseconds(reference.dokumentets_dato);
    shown.tittel = reference.tittel;
    shown.saks_behandler = reference.saksbehandler;
    shown.ekstra_metadata = receiving::with_xml_names(reference.extra);
    return shown;
}

NoarkForImport import_shown(const ArchiveReference& reference) {
    NoarkForImport shown;
    shown.sakssekvensnummer = reference.sakssekvensnummer.value_or(0);
    shown.saksaar = reference.saksaar.value_or(0);
    shown.journalposttype = reference.journalposttype;
    shown.journalstatus = reference.journalstatus;
    shown.dokumentets_dato = maybe_milliseconds(reference.dokumentets_dato);
    shown.tittel = reference.tittel;
    shown.mappe_id = reference.mappe_id;
    shown.system_id = reference.system_id;
    shown.registrerings_id = reference.registrerings_id;
    return shown;
}

} // namespace

Mottaker party_shown(const Party& party) {
    const auto& address = party.address;
    Mottaker shown{address.line1,
                   address.line2,
                   address.line3,
                   address.postal_code,
                   address.town,
                   address.name,
                   address.country,
                   {},
                   {}};
    if (!party.organisation_number.empty()) shown.orgnr = party.organisation_number;
    if (!party.identity_number.empty()) shown.fnr = party.identity_number;
    return shown;
}

Forsendelse shown(const Dispatch& dispatch, const Envelope& envelope, const PostalAddress& sender,
                  std::string_view public_url) {
    Forsendelse out;
    out.id = dispatch.id.to_string();
    out.tittel = envelope.title;
    out.avsender = {sender.line1, sender.line2, sender.line3, sender.name, sender.town, sender.postal_code};
    if (envelope.reply_to) {
        out.svar_sendes_til = party_shown(*envelope.reply_to);
    }
    out.mottaker = party_shown(envelope.recipient);
    out.date = epoch_milliseconds(dispatch.received_at);
    out.metadata_fra_avleverende_system = reference_shown(envelope.from_archive.value_or(ArchiveReference{}));
    if (envelope.for_import) out.metadata_for_import = import_shown(*envelope.for_import);
    out.status = "Klar for mottak";
    out.niva = std::to_string(dispatch.level);
    for (const auto& document : envelope.documents) {
        out.filmetadata.push_back({document.name, document.media_type, document.sha256, document.kind, document.bytes,
                                   receiving::with_xml_names(document.extra)});
    }
    out.svar_pa_forsendelse = envelope.reply_to_dispatch;
    out.forsendelse_type = envelope.dispatch_type;
    out.ekstern_ref = envelope.external_reference;
    for (const auto& link : envelope.links) {
        out.lenker.push_back({link.lead, link.url, link.text});
    }
    out.download_url = fmt::format("{}/tjenester/svarinn/forsendelse/{}", public_url, out.id);
    out.avgivende_system = envelope.sending_system;
    out.taushetsbelagt_post = envelope.is_confidential;
    return out;
}

} // namespace dispatch::svarinn_v1
