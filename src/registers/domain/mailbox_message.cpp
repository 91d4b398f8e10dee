#include "registers/domain/mailbox_message.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "registers/domain/shortened.hpp"
#include "registers/errors.hpp"

#include <fmt/format.h>

namespace registers {

using namespace std::chrono_literals;

static constexpr auto answer_expected_in = 24h;
static constexpr std::size_t title_length_max = 255; // ikkesensitivtittel

static json::Value organisation_identifier(const std::string& number) {
    return json::Object{{"authority", "iso6523-actorid-upis"}, {"value", "0192:" + number}};
}

static json::Value header_of_message(const ReceiptWords& words, std::string_view standard, Instant now) {
    const auto party = [](const std::string& number) {
        return json::Value{json::Array{json::Object{{"identifier", organisation_identifier(number)}}}};
    };
    const json::Value scope =
        json::Object{{"type", "ConversationId"},
                     {"instanceIdentifier", words.letter},
                     {"identifier", "urn:fdc:digdir.no:2020:profile:egovernment:innbyggerpost:digital:ver1.0"},
                     {"scopeInformation",
                      json::Array{json::Object{{"expectedResponseDateTime", to_string(now + answer_expected_in)}}}}};
    return json::Object{{"headerVersion", "1.0"},
                        {"sender", party(words.provider_number)},
                        {"receiver", party(words.addressee_number)},
                        {"documentIdentification", json::Object{{"standard", standard},
                                                                {"typeVersion", "1.0"},
                                                                {"instanceIdentifier", words.id},
                                                                {"type", words.type},
                                                                {"creationDateAndTime", to_string(now)}}},
                        {"businessScope", json::Object{{"scope", json::Array{scope}}}}};
}

json::Value letter_message(const MailboxLetter& letter, const crypto::BusinessKey& key, std::string_view sealed,
                           std::string_view token, Instant now) {
    const ReceiptWords words{letter.id, letter.id, key.organisation_number(), letter.mailbox.provider_number,
                             {},        "digital"};
    json::Value sender = json::Object{{"virksomhetsidentifikator", organisation_identifier(letter.sender_number)}};
    json::Value fingerprint = json::Object{{"digestMethod", "http://www.w3.org/2001/04/xmlenc#sha256"},
                                           {"digestValue", crypto::to_base64(crypto::view(crypto::sha256(sealed)))}};
    json::Value digital =
        json::Object{{"avsender", std::move(sender)},
                     {"mottaker", json::Object{{"postkasseadresse", letter.mailbox.address}}},
                     {"dokumentpakkefingeravtrykk", std::move(fingerprint)},
                     {"maskinportentoken", token},
                     {"sikkerhetsnivaa", letter.needs_high_level ? 4 : 3},
                     {"aapningskvittering", true},
                     // It is shown in notices, so it says who wrote and not about what.
                     {"ikkesensitivtittel", shortened("Brev fra " + letter.sender_name, title_length_max)},
                     {"spraak", letter.language}};
    json::Value document = json::Object{
        {"standardBusinessDocumentHeader", header_of_message(words,
                                                             "urn:fdc:digdir.no:2020:innbyggerpost:xsd::innbyggerpost##"
                                                             "urn:fdc:digdir.no:2020:innbyggerpost:schema:digital::1.0",
                                                             now)},
        {"digital", std::move(digital)}};
    return json::Object{{"standardBusinessDocument", std::move(document)}};
}

json::Value receipt_message(const ReceiptWords& words, Instant now) {
    const auto standard = fmt::format("urn:fdc:digdir.no:2020:innbyggerpost:xsd::innbyggerpost##"
                                      "urn:fdc:digdir.no:2020:innbyggerpost:schema:{}::1.0",
                                      words.type);
    const auto party = [](const std::string& number) {
        return json::Value{json::Object{{"virksomhetsidentifikator", organisation_identifier(number)}}};
    };
    json::Object content{{"avsender", party(words.sender_number)},
                         {"mottaker", party(words.addressee_number)},
                         {"tidspunkt", to_string(now)}};
    if (words.type == "feil") content.push_back({"feiltype", "SERVER"});
    if (words.type == "varslingfeiletkvittering") content.push_back({"varslingskanal", "epost"});
    json::Value document = json::Object{{"standardBusinessDocumentHeader", header_of_message(words, standard, now)},
                                        {words.type, std::move(content)}};
    return json::Object{{"standardBusinessDocument", std::move(document)}};
}

std::string number_in(std::string_view identifier) {
    static constexpr std::string_view scheme = "0192:";
    return identifier.starts_with(scheme) ? std::string{identifier.substr(scheme.size())} : std::string{};
}

const json::Value* member_at(const json::Value& value, std::initializer_list<std::string_view> names) {
    const auto* found = &value;
    for (const auto name : names) {
        found = found->find(name);
        if (found == nullptr) return nullptr;
    }
    return found;
}

static std::optional<MailboxReceiptKind> kind_of_receipt(std::string_view type) {
    if (type == "leveringskvittering") return MailboxReceiptKind::delivered;
    if (type == "aapningskvittering") return MailboxReceiptKind::opened;
    if (type == "feil") return MailboxReceiptKind::failed;
    if (type == "varslingfeiletkvittering") return MailboxReceiptKind::notice_failed;
    return std::nullopt;
}

Result<MailboxReceipt> receipt_in(const crypto::BusinessDocument& document) {
    const auto faulty = [](const char* what) { return receipt_faulty.error({{"what", std::string{what}}}); };
    const auto* header = member_at(document.content, {"standardBusinessDocument", "standardBusinessDocumentHeader"});
    if (header == nullptr) return faulty("standardBusinessDocumentHeader");
    const auto* identification = header->find("documentIdentification");
    const auto id = identification == nullptr ? std::string_view{} : identification->text_of("instanceIdentifier");
    if (!Uuid::parse(id)) return faulty("instanceIdentifier");
    const auto kind = kind_of_receipt(identification->text_of("type"));
    if (!kind) return faulty("type");
    const auto* content = member_at(document.content, {"standardBusinessDocument", identification->text_of("type")});
    if (content == nullptr) return faulty("content");
    const auto* scopes = member_at(*header, {"businessScope", "scope"});
    MailboxReceipt receipt{
        std::string{id}, {}, document.organisation_number, *kind, content->text_of("feiltype") == "KLIENT"};
    if (scopes != nullptr && scopes->array() != nullptr) {
        for (const auto& scope : *scopes->array()) {
            if (scope.text_of("type") == "ConversationId") receipt.letter = scope.text_of("instanceIdentifier");
        }
    }
    if (receipt.letter.empty()) return faulty("ConversationId");
    return receipt;
}

} // namespace registers
