#include "registers/development_mailboxes.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/http/multipart.hpp"
#include "platform/xml/tree.hpp"
#include "platform/zip/zip_reader.hpp"
#include "registers/domain/mailbox_message.hpp"
#include "registers/errors.hpp"

#include <algorithm>

namespace registers {

namespace {

constexpr std::size_t letters_kept_max = 1000;

/// The parts of a request by their names.
class MessageParts : public http::MultipartReceiver {
public:
    Result<void> field(std::string name, std::string value) override {
        parts_[std::move(name)] = std::move(value);
        return {};
    }
    Result<void> file_begins(std::string name, std::string, std::string) override {
        open_ = &parts_[std::move(name)];
        return {};
    }
    Result<void> file_bytes(std::string_view bytes) override {
        open_->append(bytes);
        return {};
    }
    Result<void> file_ends() override { return {}; }
    [[nodiscard]] const std::string& part(const std::string& name) { return parts_[name]; }

private:
    std::map<std::string, std::string> parts_;
    std::string* open_ = nullptr;
};

Error faulty_message(const char* what) {
    return mailbox_message_faulty.error({{"what", std::string{what}}});
}

/// Every file but the signature itself, with its hash, must be signed for.
bool are_signed_for(const std::vector<zip::File>& files) {
    const auto signature = std::ranges::find(files, "META-INF/signatures.xml", &zip::File::name);
    if (signature == files.end()) return false;
    const auto tree = xml::parse(signature->content, "signatures.xml");
    const auto* signed_by = tree ? tree->find("Signature") : nullptr;
    const auto* information = signed_by == nullptr ? nullptr : signed_by->find("SignedInfo");
    if (information == nullptr) return false;
    const auto references = information->all("Reference");
    return std::ranges::all_of(files, [&](const zip::File& file) {
        if (file.name == signature->name) return true;
        const auto hash = crypto::to_base64(crypto::view(crypto::sha256(file.content)));
        return std::ranges::any_of(references, [&](const xml::Node* reference) {
            return reference->attribute("URI") == file.name && reference->text_of("DigestValue") == hash;
        });
    });
}

/// What the manifest says, and that what it names is there.
Result<std::vector<std::string>> titles_in(const std::vector<zip::File>& files, const std::string& address) {
    const auto manifest = std::ranges::find(files, "manifest.xml", &zip::File::name);
    if (manifest == files.end()) return faulty_message("manifest");
    const auto tree = xml::parse(manifest->content, "manifest.xml");
    if (!tree) return faulty_message("manifest");
    const auto* addressee = tree->find("mottaker");
    const auto* person = addressee == nullptr ? nullptr : addressee->find("person");
    if (person == nullptr || person->text_of("postkasseadresse") != address) return faulty_message("mottaker");
    std::vector<std::string> titles;
    for (const auto* kind : {"hoveddokument", "vedlegg"}) {
        for (const auto* document : tree->all(kind)) {
            if (std::ranges::find(files, document->attribute("href"), &zip::File::name) == files.end())
                return faulty_message("href");
            titles.push_back(document->text_of("tittel"));
        }
    }
    return titles;
}

std::string text_at(const json::Value& value, std::initializer_list<std::string_view> names) {
    const auto* found = member_at(value, names);
    return found == nullptr || found->text() == nullptr ? std::string{} : *found->text();
}

std::string_view token_in(std::string_view authorization) {
    static constexpr std::string_view bearer = "Bearer ";
    return authorization.starts_with(bearer) ? authorization.substr(bearer.size()) : std::string_view{};
}

} // namespace

DevelopmentMailboxes::DevelopmentMailboxes(Sources sources) : sources_{std::move(sources)} {}

Result<void> DevelopmentMailboxes::check_token(std::string_view authorization) const {
    const auto claims = sources_.verify(token_in(authorization));
    if (!claims || claims->text_of("scope") != DigitalMailboxes::scope) return token_refused.error();
    return {};
}

Result<DevelopmentMailboxes::Letter> DevelopmentMailboxes::opened(std::string_view message, const std::string& package,
                                                                  std::string_view token, Instant now) const {
    static constexpr std::uint64_t unpacked_max = 64 << 20;
    const auto document = crypto::open_document(message, sources_.trusted, now);
    if (!document) return faulty_message("forretningsmelding");
    const auto* header = member_at(document->content, {"standardBusinessDocument", "standardBusinessDocumentHeader"});
    const auto* digital = member_at(document->content, {"standardBusinessDocument", "digital"});
    if (header == nullptr || digital == nullptr) return faulty_message("digital");
    const auto hash = crypto::to_base64(crypto::view(crypto::sha256(package)));
    if (text_at(*digital, {"dokumentpakkefingeravtrykk", "digestValue"}) != hash) {
        return faulty_message("dokumentpakkefingeravtrykk");
    }
    if (digital->text_of("maskinportentoken") != token) return faulty_message("maskinportentoken");
    Letter letter{text_at(*header, {"documentIdentification", "instanceIdentifier"}),
                  text_at(*digital, {"mottaker", "postkasseadresse"}),
                  number_in(text_at(*digital, {"avsender", "virksomhetsidentifikator", "value"})),
                  document->organisation_number,
                  {},
                  digital->integer_of("sikkerhetsnivaa")};
    if (!Uuid::parse(letter.id)) return faulty_message("instanceIdentifier");
    const auto archive = crypto::cms_decrypt(package, sources_.mailbox_key);
    const auto files = archive ? zip::read(*archive, unpacked_max) : Result<std::vector<zip::File>>{archive.error()};
    if (!files) return faulty_message("dokumentpakke");
    if (!are_signed_for(*files)) return faulty_message("signatures.xml");
    letter.titles = TRY(titles_in(*files, letter.address));
    return letter;
}

Result<void> DevelopmentMailboxes::take(std::string_view authorization, std::string_view content_type,
                                        std::string_view body, Instant now) {
    TRY(check_token(authorization));
    MessageParts parts;
    const auto boundary = http::multipart_boundary(content_type);
    if (!boundary) return faulty_message("content-type");
    http::MultipartReader reader{*boundary, parts};
    if (!reader.take(body) || !reader.finish()) return faulty_message("multipart");
    auto letter =
        TRY(opened(parts.part("forretningsmelding"), parts.part("dokumentpakke"), token_in(authorization), now));
    const auto id = letter.id;
    {
        const std::lock_guard lock{mutex_};
        if (std::ranges::find(letters_, id, &Letter::id) != letters_.end()) return mailbox_message_taken.error();
        if (letters_.size() == letters_kept_max) letters_.pop_front();
        letters_.push_back(std::move(letter));
    }
    if (sources_.opened_after) {
        give_receipt(id, "leveringskvittering", now);
        give_receipt(id, "aapningskvittering", now + *sources_.opened_after);
    }
    return {};
}

Result<json::Value> DevelopmentMailboxes::statuses(std::string_view authorization, std::string_view id) const {
    TRY(check_token(authorization));
    const std::lock_guard lock{mutex_};
    json::Array found;
    if (std::ranges::find(letters_, id, &Letter::id) != letters_.end())
        found.emplace_back(json::Object{{"status", "SENDT"}});
    return json::Value{std::move(found)};
}

Result<json::Value> DevelopmentMailboxes::incoming(std::string_view authorization, Instant now) const {
    TRY(check_token(authorization));
    const std::lock_guard lock{mutex_};
    json::Array found;
    for (const auto& receipt : receipts_) {
        if (receipt.from <= now) found.emplace_back(json::Object{{"forretningsmelding", receipt.text}});
    }
    return json::Value{std::move(found)};
}

Result<void> DevelopmentMailboxes::mark_read(std::string_view authorization, std::string_view receipt) {
    TRY(check_token(authorization));
    const std::lock_guard lock{mutex_};
    std::erase_if(receipts_, [&](const WaitingReceipt& each) { return each.id == receipt; });
    return {};
}

std::string DevelopmentMailboxes::give_receipt(const std::string& letter, const std::string& type, Instant at) {
    const auto id = Uuid::make(at, sources_.random).to_string();
    const std::lock_guard lock{mutex_};
    const auto known = std::ranges::find(letters_, letter, &Letter::id);
    const bool is_known = known != letters_.end();
    const ReceiptWords words{id,
                             letter,
                             sources_.key.organisation_number(),
                             is_known ? known->handed_over_by : std::string{},
                             is_known ? known->sender_number : std::string{},
                             type};
    receipts_.push_back({id, crypto::sign_document(receipt_message(words, at), sources_.key), at});
    return id;
}

std::vector<DevelopmentMailboxes::Letter> DevelopmentMailboxes::letters() const {
    const std::lock_guard lock{mutex_};
    return {letters_.begin(), letters_.end()};
}

DigitalMailbox DevelopmentMailboxes::mailbox(std::string address) const {
    return {std::move(address), sources_.key.organisation_number(), sources_.mailbox_key.certificate_pem};
}

} // namespace registers
