#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarut_v1.hpp"
#include "dispatch/http/wire.hpp"

#include <array>
#include <fmt/format.h>

namespace dispatch::svarut_v1 {

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
