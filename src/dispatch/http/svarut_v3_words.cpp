#include "dispatch/domain/plain_number.hpp"
#include "dispatch/http/fiks.hpp"
#include "dispatch/http/svarut_v1.hpp"
#include "dispatch/http/svarut_v3.hpp"

#include <array>

namespace dispatch::svarut_v3 {

static std::string or_empty(const Text& text) {
    return text.value_or(std::string{});
}

static PostalAddress postal(const Text& name, const Maybe<Adresse>& sent) {
    const auto address = sent.value_or(Adresse{});
    return {or_empty(name),
            or_empty(address.adresselinje1),
            or_empty(address.adresselinje2),
            or_empty(address.adresselinje3),
            or_empty(address.postnummer),
            or_empty(address.poststed),
            or_empty(address.landkode ? address.landkode : address.land)};
}

static Party recipient_of(const Mottaker& sent, Kind kind) {
    Party party;
    if (kind == Kind::person) party.identity_number = or_empty(sent.digital_id);
    if (kind == Kind::organisation) party.organisation_number = plain_organisation_number(or_empty(sent.digital_id));
    party.address = postal(sent.navn, sent.adresse);
    return party;
}

/// A recipient in the health network has a number that nobody else knows; the reply goes by the address.
static Party reply_of(const SvarSendesTil& sent) {
    const auto digital_id = or_empty(sent.digital_id);
    Party party;
    if (sent.type == "PERSON") {
        party.identity_number = digital_id;
    } else if (sent.type == "ORGANISASJON") {
        party.organisation_number = plain_organisation_number(digital_id);
    } else if (!sent.type) {
        party = svarut_v2::party_numbered(digital_id);
    }
    party.address = postal(sent.navn, sent.adresse);
    return party;
}

static Document announced(const Dokument& sent, Kind kind) {
    Document document;
    document.name = or_empty(sent.filnavn);
    document.media_type = or_empty(sent.mime_type);
    if (sent.giroark_side) document.giro_pages = {*sent.giroark_side};
    if (kind == Kind::print) return document;
    document.is_left_out_of_print = sent.skal_ekskluderes_fra_utskrift.value_or(false);
    if (kind == Kind::person) {
        document.is_to_be_signed = sent.skal_signeres.value_or(false);
    } else {
        document.kind = or_empty(sent.dokument_type);
        document.is_sensitive = sent.inneholder_personsensitiv_informasjon.value_or(false);
        document.extra = svarut_v2::extras_of(sent.ekstra_metadata);
    }
    return document;
}

static void add_what_persons_have(Envelope& envelope, const Forsendelse& sent) {
    if (!sent.signering) return;
    envelope.signing_ends_at = sent.signering->signering_utloper;
    envelope.signature_kind = svarut_v2::signature_kind_of(sent.signering->signatur_type);
}

static void add_what_organisations_have(Envelope& envelope, const Forsendelse& sent) {
    envelope.dispatch_type = or_empty(sent.forsendelsestype);
    envelope.is_confidential = sent.taushetsbelagt_post.value_or(false);
    if (sent.metadata_fra_avleverende_system)
        envelope.from_archive = svarut_v2::reference_of(*sent.metadata_fra_avleverende_system);
    if (sent.metadata_for_import) envelope.for_import = svarut_v2::reference_of(*sent.metadata_for_import);
}

static void add_what_is_digital(Envelope& envelope, const Forsendelse& sent) {
    for (const auto& digital_id : sent.eksponert_for.value_or(std::vector<std::string>{})) {
        envelope.exposed_to.push_back(svarut_v2::party_numbered(digital_id));
    }
    envelope.is_digital_only = sent.kun_digital_levering.value_or(false);
    envelope.needs_high_level = sent.sikkerhetsniva == "HOYESTE";
    for (const auto& name :
         {sent.kan_svare_via_edialog, sent.kan_svare_paa_forsendelse, sent.kan_svare_pa_forsendelse}) {
        envelope.can_be_replied_to = envelope.can_be_replied_to || name.value_or(false);
    }
    envelope.links = svarut_v2::links_of(sent.lenker);
}

Envelope envelope_of(const Forsendelse& sent, Kind kind) {
    Envelope envelope;
    envelope.title = or_empty(sent.tittel);
    if (sent.mottaker) envelope.recipient = recipient_of(*sent.mottaker, kind);
    envelope.sending_system = or_empty(sent.avgivende_system);
    envelope.sending_actor = or_empty(sent.avgivende_system_aktor);
    envelope.accounting_code = or_empty(sent.konteringskode);
    envelope.external_reference = or_empty(sent.ekstern_referanse);
    envelope.correlation_id = or_empty(sent.korrelasjonsid);
    envelope.is_encrypted = sent.kryptert.value_or(false);
    envelope.prints_on_both_sides =
        sent.utskriftskonfigurasjon.value_or(Utskriftskonfigurasjon{}).tosidig.value_or(false);
    if (sent.svar_sendes_til) envelope.reply_to = reply_of(*sent.svar_sendes_til);
    envelope.reply_to_dispatch = sent.svar_pa_forsendelse_id;
    for (const auto& each : sent.dokumenter.value_or(std::vector<Dokument>{})) {
        envelope.documents.push_back(announced(each, kind));
    }
    if (kind != Kind::print) add_what_is_digital(envelope, sent);
    if (kind == Kind::person) add_what_persons_have(envelope, sent);
    if (kind == Kind::organisation) add_what_organisations_have(envelope, sent);
    return envelope;
}

std::string_view wire_status(Status status, bool is_destroyed, StatusWords words) {
    if (is_destroyed) return "SLETTET";
    if (status == Status::failed_in_reception) return "FEILET_UNDER_MOTTAK";
    if (status == Status::sent_to_altinn && words == StatusWords::newest) return "SENDT_ALTINN";
    if (status != Status::notified || words == StatusWords::older) return svarut_v1::wire_status(status);
    return words == StatusWords::newest ? "LEVERT_ALTINN" : "AKSEPTERT";
}

wire::Words words() {
    static constexpr std::array<wire::Words::value_type, 30> words_of_v3{{
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
        {"replyToDispatch", "svarPaForsendelseId"},
        {"address/name", "navn"},
        {"address", "adresse"},
        {"name", "navn"},
        {"town", "poststed"},
        {"postalCode", "postnummer"},
        {"identityNumber", "digitalId"},
        {"organisationNumber", "digitalId"},
        {"documents", "dokumenter"},
        {"mediaType", "mimeType"},
        {"giroPages", "giroarkSide"},
        {"links", "lenker"},
        {"text", "tekst"},
        {"lead", "ledetekst"},
        {"signing", "signering"},
        {"kind", "dokumentType"},
        {"line1", "adresselinje1"},
        {"line2", "adresselinje2"},
        {"line3", "adresselinje3"},
    }};
    return words_of_v3;
}

http::Response refusal(const http::Call& call, const Error& error) {
    return fiks::refusal_of_integration(call, error, words());
}

} // namespace dispatch::svarut_v3
