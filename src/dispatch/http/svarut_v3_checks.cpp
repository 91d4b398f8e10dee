// What v3 asks for beyond what all interfaces do. Places are in the protocol's own words.
#include "dispatch/http/svarut_v3.hpp"
#include "platform/errors.hpp"
#include "platform/unicode.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace dispatch::svarut_v3 {

namespace {

constexpr std::size_t short_text_max = 100; ///< Names, systems, references, kinds, keys.
constexpr std::size_t address_line_max = 70;
constexpr std::size_t postal_code_max = 20;
constexpr std::size_t media_type_max = 127;
constexpr std::size_t printed_media_type_max = 50;
constexpr std::size_t extra_max = 20;
constexpr std::size_t extra_value_max = 500;
constexpr std::size_t archive_title_max = 1000;
constexpr std::int64_t year_min = 1000;

class Asking {
public:
    Asking(const Forsendelse& sent, Kind kind, const std::vector<std::string>& types)
        : sent_{sent}, kind_{kind}, types_{types} {}

    std::vector<Fault> faults() {
        length(sent_.avgivende_system_aktor, short_text_max, "#/avgivendeSystemAktor");
        ask_recipient();
        ask_reply();
        const auto documents = sent_.dokumenter.value_or(std::vector<Dokument>{});
        for (std::size_t i = 0; i < documents.size(); ++i) {
            ask_document(documents[i], fmt::format("#/dokumenter/{}", i));
        }
        if (kind_ != Kind::print) one_of(sent_.sikkerhetsniva, levels, "#/sikkerhetsniva");
        if (kind_ == Kind::organisation) {
            one_of(sent_.forsendelsestype, types_, "#/forsendelsestype");
            ask_archive(sent_.metadata_fra_avleverende_system, "#/metadataFraAvleverendeSystem");
            ask_archive(sent_.metadata_for_import, "#/metadataForImport");
        }
        return std::move(faults_);
    }

private:
    static constexpr std::array<std::string_view, 2> levels{"BETYDELIG", "HOYESTE"};
    static constexpr std::array<std::string_view, 3> reply_types{"PERSON", "ORGANISASJON", "NHN_MOTTAKER"};

    void length(const Text& text, std::size_t length_max, const std::string& pointer) {
        const auto found = unicode::length(text.value_or(""));
        if (found <= length_max) return;
        faults_.push_back(platform::too_long.at(
            pointer, {{"length", static_cast<std::int64_t>(found)}, {"max", static_cast<std::int64_t>(length_max)}}));
    }

    void needed(const Text& text, const std::string& pointer) {
        if (unicode::trimmed(text.value_or("")).empty()) faults_.push_back(platform::field_missing.at(pointer));
    }

    template <class Words>
    void one_of(const Text& text, const Words& allowed, const std::string& pointer) {
        if (!text || std::ranges::find(allowed, *text) != allowed.end()) return;
        faults_.push_back(platform::not_one_of.at(pointer, {{"allowed", fmt::format("{}", fmt::join(allowed, ", "))}}));
    }

    void from(const Maybe<std::int64_t>& number, std::int64_t minimum, const std::string& pointer) {
        if (!number || *number >= minimum) return;
        faults_.push_back(platform::number_out_of_range.at(
            pointer, {{"minimum", std::to_string(minimum)}, {"maximum", std::string{"2147483647"}}}));
    }

    void ask_recipient() {
        const auto recipient = sent_.mottaker.value_or(Mottaker{});
        length(recipient.navn, short_text_max, "#/mottaker/navn");
        if (kind_ != Kind::print) needed(recipient.digital_id, "#/mottaker/digitalId");
        if (recipient.adresse) ask_address(*recipient.adresse, "#/mottaker/adresse");
        if (kind_ == Kind::print && !recipient.adresse) needed({}, "#/mottaker/adresse/adresselinje1");
    }

    /// Postal codes are taken in any form: real senders swap code and town.
    void ask_address(const Adresse& address, const std::string& pointer) {
        needed(address.adresselinje1, pointer + "/adresselinje1");
        length(address.adresselinje1, address_line_max, pointer + "/adresselinje1");
        length(address.adresselinje2, address_line_max, pointer + "/adresselinje2");
        length(address.adresselinje3, address_line_max, pointer + "/adresselinje3");
        length(address.poststed, address_line_max, pointer + "/poststed");
        length(address.postnummer, postal_code_max, pointer + "/postnummer");
        const auto is_capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
        if (address.landkode &&
            (address.landkode->size() != 2 || !std::ranges::all_of(*address.landkode, is_capital))) {
            faults_.push_back(platform::not_one_of.at(pointer + "/landkode", {{"allowed", "NO, SE, DK, …"}}));
        }
    }

    void ask_reply() {
        if (!sent_.svar_sendes_til) return;
        const auto& reply = *sent_.svar_sendes_til;
        one_of(reply.type, reply_types, "#/svarSendesTil/type");
        needed(reply.digital_id, "#/svarSendesTil/digitalId");
        length(reply.navn, short_text_max, "#/svarSendesTil/navn");
        ask_address(reply.adresse.value_or(Adresse{}), "#/svarSendesTil/adresse");
    }

    void ask_document(const Dokument& document, const std::string& pointer) {
        length(document.mime_type, kind_ == Kind::print ? printed_media_type_max : media_type_max,
               pointer + "/mimeType");
        if (kind_ != Kind::organisation) return;
        length(document.dokument_type, short_text_max, pointer + "/dokumentType");
        ask_extras(document.ekstra_metadata, pointer + "/ekstraMetadata");
    }

    void ask_extras(const Maybe<std::vector<EkstraMetadata>>& sent, const std::string& pointer) {
        const auto extras = sent.value_or(std::vector<EkstraMetadata>{});
        if (extras.size() > extra_max) {
            faults_.push_back(platform::too_many_items.at(
                pointer, {{"count", static_cast<std::int64_t>(extras.size())}, {"max", std::int64_t{extra_max}}}));
            return;
        }
        for (std::size_t i = 0; i < extras.size(); ++i) {
            needed(extras[i].key, fmt::format("{}/{}/key", pointer, i));
            length(extras[i].key, short_text_max, fmt::format("{}/{}/key", pointer, i));
            length(extras[i].value, extra_value_max, fmt::format("{}/{}/value", pointer, i));
        }
    }

    void ask_archive(const Maybe<Noark>& sent, const std::string& pointer) {
        if (!sent) return;
        from(sent->saksaar, year_min, pointer + "/saksaar");
        from(sent->journalaar, year_min, pointer + "/journalaar");
        from(sent->sakssekvensnummer, 1, pointer + "/sakssekvensnummer");
        from(sent->journalsekvensnummer, 1, pointer + "/journalsekvensnummer");
        from(sent->journalpostnummer, 1, pointer + "/journalpostnummer");
        for (const auto& [text, name] : {std::pair{&sent->mappe_id, "mappeId"},
                                         {&sent->mappe_system_id, "mappeSystemId"},
                                         {&sent->system_id, "systemId"},
                                         {&sent->registrerings_id, "registreringsId"},
                                         {&sent->journalposttype, "journalposttype"},
                                         {&sent->journalstatus, "journalstatus"},
                                         {&sent->saksbehandler, "saksbehandler"}}) {
            length(*text, short_text_max, fmt::format("{}/{}", pointer, name));
        }
        length(sent->tittel, archive_title_max, pointer + "/tittel");
        ask_extras(sent->ekstra_metadata, pointer + "/ekstraMetadata");
    }

    const Forsendelse& sent_;
    Kind kind_;
    const std::vector<std::string>& types_;
    std::vector<Fault> faults_;
};

} // namespace

std::vector<Fault> faults_of(const Forsendelse& sent, Kind kind, const std::vector<std::string>& types) {
    return Asking{sent, kind, types}.faults();
}

} // namespace dispatch::svarut_v3
