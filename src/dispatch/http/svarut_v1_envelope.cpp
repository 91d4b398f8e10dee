#include "dispatch/domain/plain_number.hpp"
#include "dispatch/http/svarut_v1.hpp"

namespace dispatch::svarut_v1 {

static std::string text_or_empty(const Text& text) {
    return text.value_or(std::string{});
}

static std::optional<Instant> instant_of(const Maybe<std::int64_t>& milliseconds) {
    if (!milliseconds) return std::nullopt;
    return Instant{std::chrono::milliseconds{*milliseconds}};
}

static std::vector<Extra> extras_of(const Maybe<std::vector<EkstraMetadata>>& sent) {
    std::vector<Extra> extras;
    for (const auto& each : sent.value_or(std::vector<EkstraMetadata>{})) {
        extras.push_back({text_or_empty(each.key), text_or_empty(each.value)});
    }
    return extras;
}

static Party party_of(const DigitalAdresse& sent) {
    Party party;
    party.identity_number = text_or_empty(sent.fodsels_nummer);
    party.organisation_number = plain_organisation_number(text_or_empty(sent.organisasjons_nummer));
    return party;
}

static Party party_of(const Adresse& sent) {
    Party party = sent.digital_adresse ? party_of(*sent.digital_adresse) : Party{};
    if (!sent.post_adresse) return party;
    const auto& address = *sent.post_adresse;
    party.address = {text_or_empty(address.navn),        text_or_empty(address.adresse1),
                     text_or_empty(address.adresse2),    text_or_empty(address.adresse3),
                     text_or_empty(address.post_nummer), text_or_empty(address.post_sted),
                     text_or_empty(address.land)};
    return party;
}

static ArchiveReference reference_of(const Noark& sent) {
    ArchiveReference reference;
    reference.sakssekvensnummer = sent.saks_sekvens_nummer;
    reference.saksaar = sent.saks_aar;
    reference.journalaar = sent.journal_aar;
    reference.journalsekvensnummer = sent.journal_sekvens_nummer;
    reference.journalpostnummer = sent.journal_post_nummer;
    reference.journalposttype = sent.journal_post_type;
    reference.journalstatus = sent.journal_status;
    reference.journaldato = instant_of(sent.journal_dato);
    reference.dokumentets_dato = instant_of(sent.dokumentets_dato);
    reference.tittel = sent.tittel;
    reference.saksbehandler = sent.saks_behandler;
    reference.extra = extras_of(sent.ekstra_metadata);
    return reference;
}

static Document document_of(const Dokument& sent) {
    Document document;
    document.name = text_or_empty(sent.filnavn);
    document.media_type = text_or_empty(sent.mime_type);
    document.kind = text_or_empty(sent.dokument_type);
    document.is_to_be_signed = sent.skal_signeres.value_or(false);
    document.is_sensitive = sent.inneholder_personsensitiv_informasjon.value_or(false);
    document.is_left_out_of_print = sent.ekskluderes_fra_utskrift.value_or(false);
    document.giro_pages = sent.giroark_sider.value_or(std::vector<std::int64_t>{});
    document.extra = extras_of(sent.ekstra_metadata);
    return document;
}

Envelope envelope_of(const Forsendelse& sent) {
    Envelope envelope;
    envelope.title = text_or_empty(sent.tittel);
    if (sent.mottaker) envelope.recipient = party_of(*sent.mottaker);
    for (const auto& each : sent.eksponert_for.value_or(std::vector<DigitalAdresse>{})) {
        envelope.exposed_to.push_back(party_of(each));
    }
    envelope.sending_system = text_or_empty(sent.avgivende_system);
    envelope.accounting_code = text_or_empty(sent.konterings_kode);
    envelope.dispatch_type = text_or_empty(sent.forsendelses_type);
    envelope.external_reference = text_or_empty(sent.ekstern_referanse);
    envelope.is_digital_only = sent.kun_digital_levering.value_or(false);
    envelope.is_encrypted = sent.kryptert.value_or(false);
    envelope.needs_high_level = sent.krev_niva4_innlogging.value_or(false);
    envelope.is_confidential = sent.taushetsbelagt_post.value_or(false);
    envelope.can_be_replied_to = sent.svar_pa_forsendelse_link.value_or(false);
    const auto print = sent.utskrifts_konfigurasjon.value_or(UtskriftsKonfigurasjon{});
    envelope.prints_in_colour = print.utskrift_med_farger.value_or(false);
    envelope.prints_on_both_sides = print.tosidig.value_or(false);
    if (sent.svar_sendes_til) envelope.reply_to = party_of(*sent.svar_sendes_til);
    if (sent.svar_pa_forsendelse) envelope.reply_to_dispatch = sent.svar_pa_forsendelse->id;
    envelope.signing_ends_at = instant_of(sent.signering_utloper);
    const auto signature = text_or_empty(sent.signatur_type);
    if (signature == "AUTENTISERT_SIGNATUR") envelope.signature_kind = SignatureKind::authenticated;
    if (signature == "AVANSERT_SIGNATUR") envelope.signature_kind = SignatureKind::advanced;
    if (sent.metadata_fra_avleverende_system)
        envelope.from_archive = reference_of(*sent.metadata_fra_avleverende_system);
    if (sent.metadata_for_import) envelope.for_import = reference_of(*sent.metadata_for_import);
    for (const auto& each : sent.dokumenter.value_or(std::vector<Dokument>{})) {
        envelope.documents.push_back(document_of(each));
    }
    for (const auto& each : sent.lenker.value_or(std::vector<Lenke>{})) {
        envelope.links.push_back(
            {text_or_empty(each.url_lenke), text_or_empty(each.url_tekst), text_or_empty(each.lede_tekst)});
    }
    return envelope;
}

} // namespace dispatch::svarut_v1
