#include "dispatch/http/fiks.hpp"
#include "dispatch/http/svarut_v2.hpp"

#include <array>

namespace dispatch::svarut_v2 {

static std::string or_empty(const Text& text) {
    return text.value_or(std::string{});
}

Party party_numbered(std::string digital_id) {
    static constexpr std::size_t organisation_number_length = 9;
    Party party;
    (digital_id.size() == organisation_number_length ? party.organisation_number : party.identity_number) =
        std::move(digital_id);
    return party;
}

static Party addressed(const Adresse& sent) {
    auto party = party_numbered(or_empty(sent.digital_id));
    party.address = {or_empty(sent.navn),          or_empty(sent.adresselinje1), or_empty(sent.adresselinje2),
                     or_empty(sent.adresselinje3), or_empty(sent.postnummer),    or_empty(sent.poststed),
                     or_empty(sent.land)};
    return party;
}

std::vector<Extra> extras_of(const Maybe<std::vector<EkstraMetadata>>& sent) {
    std::vector<Extra> extras;
    for (const auto& each : sent.value_or(std::vector<EkstraMetadata>{})) {
        extras.push_back({or_empty(each.key), or_empty(each.value)});
    }
    return extras;
}

std::vector<Hyperlink> links_of(const Maybe<std::vector<Lenke>>& sent) {
    std::vector<Hyperlink> links;
    for (const auto& each : sent.value_or(std::vector<Lenke>{})) {
        links.push_back({or_empty(each.url), or_empty(each.tekst), or_empty(each.ledetekst)});
    }
    return links;
}

std::optional<SignatureKind> signature_kind_of(const Text& sent) {
    if (sent == "AUTENTISERT_SIGNATUR") return SignatureKind::authenticated;
    if (sent == "AVANSERT_SIGNATUR") return SignatureKind::advanced;
    return std::nullopt;
}

ArchiveReference reference_of(const Noark& sent) {
    ArchiveReference reference;
    reference.sakssekvensnummer = sent.sakssekvensnummer;
    reference.saksaar = sent.saksaar;
    reference.journalaar = sent.journalaar;
    reference.journalsekvensnummer = sent.journalsekvensnummer;
    reference.journalpostnummer = sent.journalpostnummer;
    reference.journalposttype = sent.journalposttype;
    reference.journalstatus = sent.journalstatus;
    reference.journaldato = sent.journaldato;
    reference.dokumentets_dato = sent.dokumentets_dato;
    reference.tittel = sent.tittel;
    reference.saksbehandler = sent.saksbehandler;
    reference.mappe_id = sent.mappe_id;
    reference.mappe_system_id = sent.mappe_system_id;
    reference.system_id = sent.system_id;
    reference.registrerings_id = sent.registrerings_id;
    reference.extra = extras_of(sent.ekstra_metadata);
    return reference;
}

static Document announced(const Dokument& sent) {
    Document document;
    document.name = or_empty(sent.filnavn);
    document.media_type = or_empty(sent.mime_type);
    document.kind = or_empty(sent.dokument_type);
    document.is_to_be_signed = sent.skal_signeres.value_or(false);
    document.is_sensitive = sent.inneholder_personsensitiv_informasjon.value_or(false);
    document.is_left_out_of_print = sent.skal_ekskluderes_fra_utskrift.value_or(false);
    document.giro_pages = sent.giroark_sider.value_or(std::vector<std::int64_t>{});
    document.extra = extras_of(sent.ekstra_metadata);
    return document;
}

Envelope envelope_of(const Forsendelse& sent) {
    Envelope envelope;
    envelope.title = or_empty(sent.tittel);
    if (sent.mottaker) envelope.recipient = addressed(*sent.mottaker);
    for (const auto& digital_id : sent.eksponert_for.value_or(std::vector<std::string>{})) {
        envelope.exposed_to.push_back(party_numbered(digital_id));
    }
    envelope.sending_system = or_empty(sent.avgivende_system);
    envelope.sending_actor = or_empty(sent.avgivende_system_aktor);
    envelope.accounting_code = or_empty(sent.konteringskode);
    envelope.dispatch_type = or_empty(sent.forsendelsestype);
    envelope.external_reference = or_empty(sent.ekstern_referanse);
    envelope.correlation_id = or_empty(sent.korrelasjonsid);
    envelope.is_digital_only = sent.kun_digital_levering.value_or(false);
    envelope.is_encrypted = sent.kryptert.value_or(false);
    envelope.needs_high_level = sent.krev_niva4_innlogging.value_or(false);
    envelope.is_confidential = sent.taushetsbelagt_post.value_or(false);
    envelope.can_be_replied_to = sent.svar_pa_forsendelse_link.value_or(false);
    const auto print = sent.utskriftskonfigurasjon.value_or(Utskriftskonfigurasjon{});
    envelope.prints_in_colour = print.utskrift_med_farger.value_or(false);
    envelope.prints_on_both_sides = print.tosidig.value_or(false);
    if (sent.svar_sendes_til) envelope.reply_to = addressed(*sent.svar_sendes_til);
    envelope.reply_to_dispatch = sent.svar_pa_forsendelse;
    envelope.signing_ends_at = sent.signering_utloper;
    envelope.signature_kind = signature_kind_of(sent.signatur_type);
    if (sent.metadata_fra_avleverende_system)
        envelope.from_archive = reference_of(*sent.metadata_fra_avleverende_system);
    if (sent.metadata_for_import) envelope.for_import = reference_of(*sent.metadata_for_import);
    for (const auto& each : sent.dokumenter.value_or(std::vector<Dokument>{})) {
        envelope.documents.push_back(announced(each));
    }
    envelope.links = links_of(sent.lenker);
    return envelope;
}

wire::Words words() {
    static constexpr std::array<wire::Words::value_type, 29> words_of_v2{{
        {"title", "tittel"},
        {"recipient", "mottaker"},
        {"exposedTo", "eksponertFor"},
        {"sendingSystem", "avgivendeSystem"},
        {"sendingActor", "avgivendeSystemAktor"},
        {"dispatchType", "forsendelsestype"},
        {"externalReference", "eksternReferanse"},
        {"correlationId", "korrelasjonsid"},
        {"accountingCode", "konteringskode"},
        {"isEncrypted", "kryptert"},
        {"replyTo", "svarSendesTil"},
        {"replyToDispatch", "svarPaForsendelse"},
        {"address", ""},
        {"name", "navn"},
        {"town", "poststed"},
        {"postalCode", "postnummer"},
        {"identityNumber", "digitalId"},
        {"organisationNumber", "digitalId"},
        {"documents", "dokumenter"},
        {"mediaType", "mimeType"},
        {"giroPages", "giroarkSider"},
        {"links", "lenker"},
        {"text", "tekst"},
        {"lead", "ledetekst"},
        {"signing", "signeringUtloper"},
        {"kind", "dokumentType"},
        {"line1", "adresselinje1"},
        {"line2", "adresselinje2"},
        {"line3", "adresselinje3"},
    }};
    return words_of_v2;
}

http::Response refusal(const http::Call& call, const Error& error) {
    return fiks::refusal_of_integration(call, error, words());
}

} // namespace dispatch::svarut_v2
