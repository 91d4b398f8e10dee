#include "dispatch/http/svarut_v3_nhn.hpp"

#include "directory/directory.hpp"
#include "dispatch/domain/errors.hpp"
#include "platform/content/media_kind.hpp"
#include "platform/errors.hpp"
#include "platform/unicode.hpp"

namespace dispatch::svarut_v3 {

namespace {

constexpr std::int64_t health_bytes_max = 18LL << 20;

class HealthFaults {
public:
    void add(Fault fault) { faults_.push_back(std::move(fault)); }

    void text(const Text& text, std::size_t length_max, bool is_needed, const std::string& pointer) {
        const auto given = text.value_or("");
        if (is_needed && unicode::trimmed(given).empty()) add(platform::field_missing.at(pointer));
        const auto length = unicode::length(given);
        if (length <= length_max) return;
        add(platform::too_long.at(
            pointer, {{"length", static_cast<std::int64_t>(length)}, {"max", static_cast<std::int64_t>(length_max)}}));
    }

    void person(const Text& first, const Text& middle, const Text& last, const std::string& pointer) {
        static constexpr std::size_t name_length_max = 30;
        text(first, name_length_max, true, pointer + "/fornavn");
        text(middle, name_length_max, false, pointer + "/mellomnavn");
        text(last, name_length_max, true, pointer + "/etternavn");
    }

    void recipient(const Helsemelding& sent) {
        const bool is_by_number = sent.mottakertype == "HER_ID";
        if (!is_by_number && sent.mottakertype != "FASTLEGE") {
            add(platform::not_one_of.at("#/mottakertype", {{"allowed", "FASTLEGE, HER_ID"}}));
        }
        if (is_by_number && sent.mottaker_her_id.value_or(0) < 1) {
            add(platform::field_missing.at("#/mottakerHerId"));
        }
    }

    void document(const std::vector<Upload>& uploads) {
        if (uploads.size() != 1) {
            add(platform::number_out_of_range.at("#/dokumenter", {{"minimum", "1"}, {"maximum", "1"}}));
            return;
        }
        const auto& upload = uploads.front();
        if (content::recognise(upload.first_bytes) != content::MediaKind::pdf) {
            add(document_not_pdf.at("#/dokumenter/0", {{"name", upload.name}}));
        }
        if (static_cast<std::int64_t>(upload.bytes) > health_bytes_max) {
            add(platform::field_too_large.at("#/dokumenter/0", {{"field", upload.name}, {"limit", health_bytes_max}}));
        }
    }

    std::vector<Fault> taken() { return std::move(faults_); }

private:
    std::vector<Fault> faults_;
};

} // namespace

std::vector<Fault> faults_of(const Helsemelding& sent, const std::vector<Upload>& uploads) {
    static constexpr std::size_t title_max = 200, description_max = 5000, telephone_max = 20;
    HealthFaults faults;
    faults.add(health_network_missing.at("#"));
    faults.text(sent.tittel, title_max, true, "#/tittel");
    faults.text(sent.beskrivelse, description_max, false, "#/beskrivelse");
    faults.recipient(sent);
    const auto contact = sent.avsender_kontakt.value_or(AvsenderKontakt{});
    faults.person(contact.fornavn, contact.mellomnavn, contact.etternavn, "#/avsenderKontakt");
    faults.text(contact.telefonnummer, telephone_max, true, "#/avsenderKontakt/telefonnummer");
    const auto patient = sent.pasient.value_or(Pasient{});
    faults.person(patient.fornavn, patient.mellomnavn, patient.etternavn, "#/pasient");
    if (!directory::identity_hash({}, patient.fodselsnummer.value_or(""))) {
        faults.add(platform::not_an_id.at("#/pasient/fodselsnummer"));
    }
    faults.document(uploads);
    return faults.taken();
}

} // namespace dispatch::svarut_v3
