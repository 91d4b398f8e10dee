#include "dispatch/http/forsendelse_v9.hpp"

#include "dispatch/domain/plain_number.hpp"
#include "dispatch/http/svarut_v2.hpp"
#include "platform/errors.hpp"
#include "platform/http/percent.hpp"
#include "platform/unicode.hpp"

#include <charconv>
#include <fmt/format.h>

namespace dispatch::forsendelse_v9 {

namespace {

bool truth_of(const xml::Node& node, std::string_view name) {
    const auto text = node.text_of(name);
    return text == "true" || text == "1";
}

/// Reads values of one message, and notes those that are none.
class Reading {
public:
    explicit Reading(std::vector<Fault>& faults) : faults_{faults} {}

    std::optional<std::int64_t> number(const std::string& text, const std::string& pointer) {
        std::int64_t found = 0;
        const auto* end = text.data() + text.size();
        const auto [stopped, error] = std::from_chars(text.data(), end, found);
        if (error == std::errc{} && stopped == end) return found;
        if (!text.empty()) faults_.push_back(platform::not_a_number.at(pointer));
        return std::nullopt;
    }

    /// Numbers that senders cannot leave out are 0 when there is none.
    std::optional<std::int64_t> number_in(const xml::Node& node, std::string_view name, const std::string& pointer) {
        const auto found = number(node.text_of(name), fmt::format("{}/{}", pointer, name));
        return found == 0 ? std::nullopt : found;
    }

    /// A time without an offset is Norwegian.
    std::optional<Instant> time_in(const xml::Node& node, std::string_view name, const std::string& pointer) {
        const auto text = node.text_of(name);
        if (text.empty()) return std::nullopt;
        if (const auto exact = parse_instant(text)) return *exact;
        if (const auto local = parse_instant(text + "Z")) return *local - norwegian_offset(*local);
        faults_.push_back(platform::not_a_time.at(fmt::format("{}/{}", pointer, name)));
        return std::nullopt;
    }

private:
    std::vector<Fault>& faults_;
};

std::optional<std::string> maybe_text(const xml::Node& node, std::string_view name) {
    auto text = node.text_of(name);
    if (text.empty()) return std::nullopt;
    return text;
}

Party party_of(const xml::Node& sent) {
    Party party;
    if (const auto* digital = sent.find("digitalAdresse")) {
        party.identity_number = digital->text_of("fnr");
        party.organisation_number = plain_organisation_number(digital->text_of("orgnr"));
    }
    if (const auto* address = sent.find("postAdresse")) {
        party.address = {address->text_of("navn"),     address->text_of("adresse1"), address->text_of("adresse2"),
                         address->text_of("adresse3"), address->text_of("postnr"),   address->text_of("poststed"),
                         address->text_of("land")};
    }
    return party;
}

ArchiveReference reference_of(const xml::Node& sent, const std::string& pointer, Reading& reading) {
    ArchiveReference reference;
    reference.sakssekvensnummer = reading.number_in(sent, "sakssekvensnummer", pointer);
    reference.saksaar = reading.number_in(sent, "saksaar", pointer);
    reference.journalaar = reading.number_in(sent, "journalaar", pointer);
    reference.journalsekvensnummer = reading.number_in(sent, "journalsekvensnummer", pointer);
    reference.journalpostnummer = reading.number_in(sent, "journalpostnummer", pointer);
    reference.journalposttype = maybe_text(sent, "journalposttype");
    reference.journalstatus = maybe_text(sent, "journalstatus");
    reference.journaldato = reading.time_in(sent, "journaldato", pointer);
    reference.dokumentets_dato = reading.time_in(sent, "dokumentetsDato", pointer);
    reference.tittel = maybe_text(sent, "tittel");
    reference.saksbehandler = maybe_text(sent, "saksbehandler");
    for (const auto* extra : sent.all("ekstraMetadata")) {
        reference.extra.push_back({extra->text_of("key"), extra->text_of("value")});
    }
    return reference;
}

Document document_of(const xml::Node& sent, const std::string& pointer, Reading& reading) {
    Document document;
    // Names of uploads are composed when they arrive, so those that announce them must be too.
    document.name = unicode::composed(sent.text_of("filnavn"));
    document.media_type = sent.text_of("mimetype");
    document.kind = sent.text_of("dokumentType");
    document.is_to_be_signed = truth_of(sent, "skalSigneres");
    document.is_left_out_of_print = truth_of(sent, "ekskluderesFraPrint");
    for (const auto* page : sent.all("giroarkSider")) {
        if (const auto number = reading.number(page->text, pointer + "/giroarkSider")) {
            document.giro_pages.push_back(*number);
        }
    }
    return document;
}

} // namespace

Envelope envelope_of(const xml::Node& sent, std::vector<Fault>& faults) {
    Reading reading{faults};
    Envelope envelope;
    envelope.title = sent.text_of("tittel");
    if (const auto* recipient = sent.find("mottaker")) envelope.recipient = party_of(*recipient);
    envelope.sending_system = sent.text_of("avgivendeSystem");
    envelope.accounting_code = sent.text_of("konteringskode");
    envelope.dispatch_type = sent.text_of("forsendelseType");
    envelope.external_reference = sent.text_of("eksternref");
    envelope.is_digital_only = truth_of(sent, "kunDigitalLevering");
    envelope.is_encrypted = truth_of(sent, "kryptert");
    envelope.needs_high_level = truth_of(sent, "krevNiva4Innlogging");
    envelope.can_be_replied_to = truth_of(sent, "svarPaForsendelseLink");
    if (const auto* print = sent.find("printkonfigurasjon")) {
        envelope.prints_in_colour = truth_of(*print, "fargePrint");
        envelope.prints_on_both_sides = truth_of(*print, "tosidig");
    }
    if (const auto* reply = sent.find("svarSendesTil")) envelope.reply_to = party_of(*reply);
    envelope.reply_to_dispatch = maybe_text(sent, "svarPaForsendelse");
    envelope.signing_ends_at = reading.time_in(sent, "signeringUtloper", "#");
    envelope.signature_kind = svarut_v2::signature_kind_of(maybe_text(sent, "signaturtype"));
    if (const auto* archive = sent.find("metadataFraAvleverendeSystem")) {
        envelope.from_archive = reference_of(*archive, "#/metadataFraAvleverendeSystem", reading);
    }
    if (const auto* import = sent.find("metadataForImport")) {
        envelope.for_import = reference_of(*import, "#/metadataForImport", reading);
    }
    for (const auto* document : sent.all("dokumenter")) {
        const auto pointer = fmt::format("#/dokumenter/{}", envelope.documents.size());
        envelope.documents.push_back(document_of(*document, pointer, reading));
    }
    for (const auto* link : sent.all("lenker")) {
        envelope.links.push_back({link->text_of("urlLenke"), link->text_of("urlTekst"), link->text_of("ledetekst")});
    }
    return envelope;
}

Content content_of(const xml::Node& dokument) {
    const auto* data = dokument.find("data");
    if (data == nullptr) return {};
    if (const auto* include = data->find("Include")) {
        auto address = include->attribute("href");
        static constexpr std::string_view scheme = "cid:";
        if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
        const auto name = http::percent_decoded(address);
        return {name ? *name : std::string{address}, {}};
    }
    Content inside;
    for (const char letter : data->text) {
        const bool is_blank = letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
        if (!is_blank) inside.base64 += letter;
    }
    return inside;
}

} // namespace dispatch::forsendelse_v9
