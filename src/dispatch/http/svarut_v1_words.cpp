#include "dispatch/domain/plain_number.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarut_v1.hpp"
#include "dispatch/http/wire.hpp"

#include <array>
#include <fmt/format.h>

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

static constexpr std::array<std::pair<std::string_view, std::string_view>, 25> words_of_v1{{
    {"title", "tittel"},
    {"recipient", "mottaker"},
    {"exposedTo", "eksponertFor"},
    {"sendingSystem", "avgivendeSystem"},
    {"dispatchType", "forsendelsesType"},
    {"externalReference", "eksternReferanse"},
    {"accountingCode", "konteringsKode"},
    {"isEncrypted", "kryptert"},
    {"replyTo", "svarSendesTil"},
    {"replyToDispatch", "svarPaForsendelse.id"},
    {"address", "postAdresse"},
    {"name", "navn"},
    {"town", "postSted"},
    {"postalCode", "postNummer"},
    {"identityNumber", "digitalAdresse.fodselsNummer"},
    {"organisationNumber", "digitalAdresse.organisasjonsNummer"},
    {"documents", "dokumenter"},
    {"mediaType", "mimeType"},
    {"giroPages", "giroarkSider"},
    {"links", "lenker"},
    {"url", "urlLenke"},
    {"text", "urlTekst"},
    {"lead", "ledeTekst"},
    {"signing", "signering"},
    {"kind", "dokumentType"},
}};

std::string_view wire_status(Status status) {
    switch (status) {
    case Status::received:
        return "MOTTATT";
    case Status::accepted:
    case Status::sent_to_altinn: // Told when it lies in the inbox: VARSLET.
        return "AKSEPTERT";
    case Status::rejected:
    case Status::failed_in_reception:
        return "AVVIST";
    case Status::ready_for_receiver:
        return "KLAR_FOR_MOTTAK";
    case Status::notified:
        return "VARSLET";
    case Status::read:
        return "LEST";
    case Status::sent_digitally:
        return "SENDT_DIGITALT";
    case Status::sent_to_print:
        return "SENDT_PRINT";
    case Status::printed:
        return "PRINTET";
    case Status::not_delivered:
        return "IKKE_LEVERT";
    case Status::handled_manually:
        return "MANUELT_HANDTERT";
    case Status::sent_to_digital_mailbox:
        return "SENDT_SDP";
    case Status::delivered_to_digital_mailbox:
        return "LEVERT_SDP";
    }
    return "MOTTATT";
}

/// What came of letters that others carry onwards.
static std::string sentence_about_carrying(HappeningKind kind) {
    switch (kind) {
    case HappeningKind::waits_for_digital_mailbox:
        return "Venter på sending til digital postkasse";
    case HappeningKind::digital_mailbox_away:
        return "Digital postkasse svarer ikke; prøves igjen";
    case HappeningKind::digital_mailbox_failed:
        return "Kunne ikke leveres til digital postkasse";
    case HappeningKind::sent_to_digital_mailbox:
        return "Sendt til digital postkasse";
    case HappeningKind::delivered_to_digital_mailbox:
        return "Levert til digital postkasse";
    case HappeningKind::waits_for_altinn:
        return "Venter på sending til Altinn";
    case HappeningKind::altinn_away:
        return "Altinn svarer ikke; prøves igjen";
    case HappeningKind::altinn_failed:
        return "Kunne ikke leveres i Altinn";
    case HappeningKind::sent_to_altinn:
        return "Sendt til Altinn";
    case HappeningKind::delivered_to_altinn:
        return "Lagt i mottakerens innboks i Altinn";
    default:
        return {};
    }
}

/// What came of asking the registers, and of telling the recipient.
static std::string sentence_about_asking(HappeningKind kind) {
    switch (kind) {
    case HappeningKind::waits_for_register:
        return "Venter på svar fra et nasjonalt register";
    case HappeningKind::register_away:
        return "Kontakt- og reservasjonsregisteret svarte ikke; sendes på papir";
    case HappeningKind::reserved:
        return "Mottaker er reservert mot digital post";
    case HappeningKind::notice_mailed:
        return "Varsel sendt på e-post";
    case HappeningKind::notice_texted:
        return "Varsel sendt på SMS";
    case HappeningKind::reminder_mailed:
        return "Påminnelse sendt på e-post";
    case HappeningKind::reminder_texted:
        return "Påminnelse sendt på SMS";
    case HappeningKind::notice_impossible:
        return "Mottaker kan ikke varsles";
    default:
        return sentence_about_carrying(kind);
    }
}

std::string wire_sentence(const Happening& happening, std::size_t documents) {
    switch (happening.kind) {
    case HappeningKind::received:
        return "Mottatt, og tildelt forsendelse-id";
    case HappeningKind::metadata_valid:
        return "Metadata er validert OK";
    case HappeningKind::originals_stored:
        return fmt::format("Orginaldokumenter er lagret ({} dokument)", documents); // Spelt as SvarUt spells it.
    case HappeningKind::file_generated:
        return "Forsendelsesfil generert";
    case HappeningKind::accepted:
        return "Akseptert for ekspedering";
    case HappeningKind::rejected:
        return "Avvist: " + happening.detail;
    case HappeningKind::ready_for_receiver:
        return "Klar for mottak av " + happening.detail;
    case HappeningKind::receiver_failed:
        return "Mottak feilet, prøves igjen: " + happening.detail;
    case HappeningKind::receiver_gave_up:
        return "Mottak feilet permanent: " + happening.detail;
    case HappeningKind::notified:
        return "Lagt i mottakerens innboks";
    case HappeningKind::waits_for_print:
        return "Venter på utskrift";
    case HappeningKind::not_delivered:
        return "Ikke levert: ingen digital kanal nådde mottakeren";
    case HappeningKind::read:
        return "Lest av mottaker";
    case HappeningKind::read_elsewhere:
        return "Lest i " + (happening.detail.empty() ? "et eksternt system" : happening.detail);
    case HappeningKind::content_destroyed:
        return "Filene er slettet";
    case HappeningKind::fetched:
        return "Hentet av " + happening.detail;
    case HappeningKind::recalled:
        return "Stoppet av avsender";
    case HappeningKind::recall_refused:
        return "Avsender ba om stopp, men for sent";
    case HappeningKind::waits_for_scanner:
        return "Venter på viruskontroll";
    case HappeningKind::sent_digitally:
        return "Lesefristen er ute, og brevet skrives ikke ut";
    case HappeningKind::sent_to_print:
        return "Sendt til utskrift";
    case HappeningKind::printed:
        return "Skrevet ut og lagt i posten";
    case HappeningKind::print_failed:
        return "Utskriften feilet, og prøves igjen: " + happening.detail;
    case HappeningKind::gave_up:
        return "Ga opp etter for lang ventetid";
    case HappeningKind::signature_given:
        return "Signert av mottaker";
    case HappeningKind::signature_refused:
        return "Signering avvist av mottaker";
    default:
        return sentence_about_asking(happening.kind);
    }
    return {};
}

std::string signing_sentence(const Envelope& envelope) {
    const auto* kind =
        envelope.signature_kind == SignatureKind::advanced ? "AVANSERT_SIGNATUR" : "AUTENTISERT_SIGNATUR";
    return fmt::format("Signeringsoppdrag av type {} registrert og utløper {}", kind,
                       display_time(*envelope.signing_ends_at).substr(0, 10));
}

http::Response refusal(const http::Call& call, const Error& error) {
    const Feil feil{wire::code(error), wire::message(call, error, words_of_v1)};
    const auto status = wire::status(call, error);
    auto response = http::json_text(json::write(feil), status);
    response.with("cache-control", "no-store");
    if (status == 401) response.with("www-authenticate", R"(Basic realm="samband", charset="UTF-8")");
    if (error.retry_after_s || error.kind == ErrorKind::unavailable) {
        response.with("retry-after", std::to_string(error.retry_after_s.value_or(5)));
    }
    return response;
}

} // namespace dispatch::svarut_v1
