#include "dispatch/domain/checks.hpp"

#include "directory/directory.hpp"
#include "dispatch/domain/errors.hpp"
#include "platform/content/media_kind.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"
#include "platform/unicode.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace dispatch {

namespace {

constexpr std::string_view pdf_type = "application/pdf";

class Checking {
public:
    Checking(const Envelope& envelope, const std::vector<Upload>& uploads, Instant now)
        : envelope_{envelope}, uploads_{uploads}, now_{now} {}

    std::vector<Fault> faults() {
        check_words();
        check_party(envelope_.recipient, "#/recipient", may_be_printed(envelope_));
        check_exposed();
        if (envelope_.is_digital_only && !envelope_.recipient.is_digital()) {
            add(recipient_without_number.at("#/recipient"));
        }
        if (envelope_.reply_to) check_party(*envelope_.reply_to, "#/replyTo", true);
        check_documents();
        check_links();
        check_signing();
        return std::move(faults_);
    }

private:
    void add(Fault fault) { faults_.push_back(std::move(fault)); }

    void check_length(std::string_view text, std::size_t length_max, const std::string& pointer) {
        const auto length = unicode::length(text);
        if (length <= length_max) return;
        add(platform::too_long.at(
            pointer, {{"length", static_cast<std::int64_t>(length)}, {"max", static_cast<std::int64_t>(length_max)}}));
    }

    void check_present(std::string_view text, const std::string& pointer) {
        if (unicode::trimmed(text).empty()) add(platform::field_missing.at(pointer));
    }

    /// Letters of the Norwegian alphabet, digits, "-" and "."; newer interfaces allow "_" too, and we take it from all.
    static bool is_accounting_code(std::string_view text) {
        for (const std::string_view special : {"ø", "æ", "å", "Æ", "Ø", "Å"}) {
            if (text.find(special) == std::string_view::npos) continue;
            std::string rest{text};
            for (auto at = rest.find(special); at != std::string::npos; at = rest.find(special)) {
                rest.replace(at, special.size(), "x");
            }
            return is_accounting_code(rest);
        }
        return text.size() <= 20 && std::ranges::all_of(text, [](char letter) {
                   return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                          (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' || letter == '_';
               });
    }

    void check_words() {
        check_present(envelope_.title, "#/title");
        check_length(envelope_.title, title_length_max, "#/title");
        check_length(envelope_.sending_system, 100, "#/sendingSystem");
        check_length(envelope_.dispatch_type, 100, "#/dispatchType");
        check_length(envelope_.external_reference, 100, "#/externalReference");
        check_length(envelope_.correlation_id, 100, "#/correlationId");
        if (!is_accounting_code(envelope_.accounting_code)) add(accounting_code_faulty.at("#/accountingCode"));
        if (envelope_.needs_high_level && !envelope_.is_encrypted) add(level_needs_encryption.at("#/isEncrypted"));
        if (envelope_.can_be_replied_to && (!envelope_.reply_to || envelope_.reply_to->organisation_number.empty())) {
            add(reply_needs_organisation.at("#/replyTo"));
        }
        if (envelope_.reply_to_dispatch && !Uuid::parse(*envelope_.reply_to_dispatch)) {
            add(platform::not_an_id.at("#/replyToDispatch"));
        }
    }

    void check_numbers(const Party& party, const std::string& pointer) {
        if (!party.identity_number.empty() && !party.organisation_number.empty()) {
            add(recipient_two_numbers.at(pointer));
        }
        if (!party.identity_number.empty()) {
            const auto hash = directory::identity_hash({}, party.identity_number);
            if (!hash) add({pointer + "/identityNumber", hash.error().code, {}});
        }
        if (!party.organisation_number.empty()) {
            const auto number = directory::checked_organisation_number(party.organisation_number);
            if (!number) add({pointer + "/organisationNumber", number.error().code, number.error().values});
        }
    }

    /// Postal codes are not held to four digits: real senders swap code and town.
    void check_party(const Party& party, const std::string& pointer, bool needs_address) {
        const auto& address = party.address;
        check_present(address.name, pointer + "/address/name");
        check_numbers(party, pointer);
        if (!needs_address) return;
        const bool is_norwegian = address.country.empty() || address.country == "Norge" || address.country == "NORGE" ||
                                  address.country == "Noreg" || address.country == "NO";
        check_present(address.town, pointer + "/address/town");
        if (is_norwegian) check_present(address.postal_code, pointer + "/address/postalCode");
    }

    void check_name(const std::string& name, const std::string& pointer, std::set<std::string>& seen) {
        check_present(name, pointer);
        check_length(name, file_name_length_max, pointer);
        if (!is_fit_file_name(name)) add(file_name_forbidden.at(pointer));
        if (!seen.insert(folded_file_name(name)).second) add(file_name_twice.at(pointer, {{"name", name}}));
    }

    const Upload* upload_named(const std::string& name) const {
        const auto found = std::ranges::find(uploads_, name, &Upload::name);
        return found == uploads_.end() ? nullptr : &*found;
    }

    bool are_too_many(std::size_t count, std::size_t count_max, std::string pointer) {
        if (count <= count_max) return false;
        add(platform::too_many_items.at(std::move(pointer), {{"count", static_cast<std::int64_t>(count)},
                                                             {"max", static_cast<std::int64_t>(count_max)}}));
        return true;
    }

    void check_exposed() {
        if (are_too_many(envelope_.exposed_to.size(), exposed_max, "#/exposedTo")) return;
        for (std::size_t i = 0; i < envelope_.exposed_to.size(); ++i)
            check_numbers(envelope_.exposed_to[i], fmt::format("#/exposedTo/{}", i));
    }

    void check_documents() {
        if (are_too_many(envelope_.documents.size(), documents_max, "#/documents")) return;
        std::set<std::string> names;
        std::uint64_t printed_bytes = 0;
        for (std::size_t i = 0; i < envelope_.documents.size(); ++i) {
            const auto& document = envelope_.documents[i];
            const auto pointer = fmt::format("#/documents/{}", i);
            check_name(document.name, pointer + "/name", names);
            check_present(document.media_type, pointer + "/mediaType");
            const bool is_printed = may_be_printed(envelope_) && !document.is_left_out_of_print;
            if (is_printed && document.media_type != pdf_type) {
                add(not_printable.at(pointer + "/mediaType", {{"name", document.name}}));
            }
            if (std::ranges::any_of(document.giro_pages, [](std::int64_t page) { return page < 1; })) {
                add(platform::number_out_of_range.at(pointer + "/giroPages", {{"minimum", "1"}, {"maximum", "99999"}}));
            }
            printed_bytes += check_content(document, pointer);
        }
        for (const auto& upload : uploads_) {
            const bool is_announced = std::ranges::any_of(
                envelope_.documents, [&](const Document& each) { return each.name == upload.name; });
            if (!is_announced) add(document_unannounced.at("#/documents", {{"name", upload.name}}));
        }
        if (may_be_printed(envelope_) && printed_bytes >= printed_bytes_max) {
            add(too_large_for_print.at("#/documents", {{"max", "350"}}));
        }
    }

    /// Gives the bytes that would be printed.
    std::uint64_t check_content(const Document& document, const std::string& pointer) {
        const auto* upload = upload_named(document.name);
        if (upload == nullptr) {
            add(document_missing.at(pointer, {{"name", document.name}}));
            return 0;
        }
        if (upload->bytes == 0) {
            add(document_empty.at(pointer, {{"name", document.name}}));
            return 0;
        }
        if (upload->is_closed) return 0;
        const bool differs =
            !document.sha256.empty() && document.sha256 != crypto::to_hex(crypto::view(upload->sha256));
        if (differs) add(document_differs.at(pointer + "/sha256", {{"name", document.name}}));
        if (document.media_type == pdf_type && content::recognise(upload->first_bytes) != content::MediaKind::pdf) {
            add(document_not_pdf.at(pointer, {{"name", document.name}}));
        } else if (is_of_another_type(document.media_type, upload->first_bytes)) {
            add(document_of_another_type.at(pointer, {{"name", document.name}, {"type", document.media_type}}));
        }
        return document.is_left_out_of_print ? 0 : upload->bytes;
    }

    void check_links() {
        if (envelope_.links.size() > links_max) {
            add(platform::too_many_items.at("#/links", {{"count", static_cast<std::int64_t>(envelope_.links.size())},
                                                        {"max", static_cast<std::int64_t>(links_max)}}));
        }
        for (std::size_t i = 0; i < envelope_.links.size(); ++i) {
            const auto& link = envelope_.links[i];
            const auto pointer = fmt::format("#/links/{}", i);
            const bool is_web = link.url.starts_with("https://") || link.url.starts_with("http://");
            if (!is_web || link.url.find_first_of(" \"<>\\") != std::string::npos) {
                add(platform::not_one_of.at(pointer + "/url", {{"allowed", "https://…, http://…"}}));
            }
            check_length(link.url, 1000, pointer + "/url");
            check_present(link.text, pointer + "/text");
            check_length(link.text, 100, pointer + "/text");
            check_length(link.lead, 100, pointer + "/lead");
        }
    }

    void check_signing() {
        const auto signed_ones = std::ranges::count_if(envelope_.documents, &Document::is_to_be_signed);
        const bool is_asked_for = signed_ones > 0 || envelope_.signing_ends_at || envelope_.signature_kind;
        if (!is_asked_for) return;
        const auto refuse = [this](const char* why) { add(signing_faulty.at("#/signing", {{"why", why}})); };
        if (signed_ones != 1) refuse("one_document");
        for (const auto& document : envelope_.documents) {
            if (document.is_to_be_signed && document.media_type != pdf_type) refuse("pdf");
        }
        if (!envelope_.signature_kind) refuse("kind");
        // It needs a signing service, and none is connected: better told now than to a recipient who cannot sign.
        if (envelope_.signature_kind == SignatureKind::advanced) refuse("advanced");
        if (!envelope_.signing_ends_at || *envelope_.signing_ends_at < now_ + std::chrono::days{1}) refuse("deadline");
        if (envelope_.recipient.identity_number.empty()) refuse("person");
        if (!envelope_.reply_to || envelope_.reply_to->organisation_number.empty()) refuse("reply");
    }

    const Envelope& envelope_;
    const std::vector<Upload>& uploads_;
    Instant now_;
    std::vector<Fault> faults_;
};

} // namespace

bool is_of_another_type(std::string_view media_type, std::string_view first_bytes) {
    using enum content::MediaKind;
    for (const auto kind : {odt, ods, odp, png, jpeg, gif, webp}) {
        if (media_type == content::media_type(kind)) return content::recognise(first_bytes) != kind;
    }
    return false;
}

Error all_at_once(std::vector<Fault> faults) {
    auto error = content_faulty.error({{"count", static_cast<std::int64_t>(faults.size())}});
    error.faults = std::move(faults);
    return error;
}

std::vector<Fault> faults_of(const Envelope& envelope, const std::vector<Upload>& uploads, Instant now) {
    return Checking{envelope, uploads, now}.faults();
}

std::vector<Upload> in_order(const Envelope& envelope, const std::vector<Upload>& uploads) {
    std::vector<Upload> ordered;
    for (const auto& document : envelope.documents) {
        const auto found = std::ranges::find(uploads, document.name, &Upload::name);
        ensure(found != uploads.end());
        ordered.push_back(*found);
    }
    return ordered;
}

} // namespace dispatch
