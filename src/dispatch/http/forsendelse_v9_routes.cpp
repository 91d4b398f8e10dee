#include "dispatch/actions/uploads.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/forsendelse_v9.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarut_v1.hpp"
#include "dispatch/rights.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"

#include <algorithm>

namespace dispatch::forsendelse_v9 {

namespace {

/// Of a message with its documents inside: it is held in memory. What is larger comes as attachments.
constexpr std::size_t held_bytes_max = 16 << 20;

/// The bytes of the message's documents, under the names that it gives them. What has none is told by the checks.
Result<std::vector<Upload>> uploads_of(const Office& office, const http::Command& command, const crypto::Key& key,
                                       const xml::Node& letter, const Envelope& envelope) {
    const auto& files = command.request.files;
    const auto documents = letter.all("dokumenter");
    std::vector<Upload> uploads;
    auto next_number = files.size();
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto content = content_of(*documents[i]);
        const auto& name = envelope.documents[i].name;
        if (content.attachment.empty()) {
            const auto bytes = crypto::from_base64(content.base64);
            if (bytes) uploads.push_back(TRY(store_upload(office, key, next_number++, name, *bytes)));
            continue;
        }
        const auto file = std::ranges::find(files, content.attachment, &http::UploadedFile::field);
        if (file == files.end()) continue;
        const auto number = static_cast<std::size_t>(file - files.begin());
        uploads.push_back({name, file->first_bytes, file->size, file->sha256, file->digest.to_string(), number});
    }
    return uploads;
}

/// Gateways choose the id themselves, so that a message that got no answer can be sent again.
Result<http::Response> send(const Office& office, const http::Command& command, const Account& account,
                            const xml::Node& asked) {
    const auto* letter = asked.find("forsendelse");
    if (letter == nullptr) return metadata_missing.error();
    std::vector<Fault> faults;
    auto envelope = envelope_of(*letter, faults);
    const auto id = DispatchId::parse(asked.text_of("forsendelsesid"));
    if (!id) faults.push_back(platform::not_an_id.at("#/forsendelsesid"));
    auto key = key_of(command);
    auto uploads = TRY(uploads_of(office, command, key, *letter, envelope));
    std::optional<DispatchId> chosen;
    if (id) chosen = *id;
    Arrival arrival{std::move(envelope), std::move(uploads), std::move(key), chosen, std::move(faults)};
    Answer answer{"sendForsendelseMedId"};
    answer.text(TRY(take_in(office, command, account, std::move(arrival))));
    return std::move(answer).written();
}

Result<http::Response> show_statuses(db::Reader& reader, const Account& account, const xml::Node& asked) {
    json::Array ids;
    for (const auto* id : asked.all("forsendelseider")) {
        ids.emplace_back(id->text);
    }
    const json::Value list{std::move(ids)};
    Answer answer{"retrieveForsendelseStatuser"};
    for (const auto& dispatch : TRY(asked_dispatches(reader, TRY(asked_ids(&list)), account))) {
        answer.members({{"forsendelseStatus", std::string{svarut_v1::wire_status(dispatch.status)}},
                        {"forsendelsesid", dispatch.id.to_string()},
                        {"sisteStatusEndring", to_string(dispatch.status_at)}});
    }
    return std::move(answer).written();
}

Result<http::Response> show_referred(db::Reader& reader, const Account& account, const xml::Node& asked) {
    Answer answer{"retrieveForsendelseIdByEksternRef"};
    for (const auto& id : TRY(store::with_reference(reader, account.id, asked.text_of("eksternRef")))) {
        answer.text(id.to_string());
    }
    return std::move(answer).written();
}

Result<http::Response> show_types(db::Reader& reader) {
    Answer answer{"retreiveForsendelseTyper"}; // Spelt as SvarUt spells it.
    for (const auto& type : TRY(store::known_types(reader))) {
        answer.text(type);
    }
    return std::move(answer).written();
}

/// The element in the body of a message, whether it came alone or with attachments.
Result<xml::Node> operation_in(const http::Command& command) {
    const auto& fields = command.request.form.fields();
    const auto& text = fields.empty() ? command.request.body : fields.front().second;
    auto message = TRY(xml::parse(text, "SOAP"));
    const auto* body = message.name == "Envelope" ? message.find("Body") : nullptr;
    if (body == nullptr || body->children.size() != 1) return operation_unknown.error({{"name", message.name}});
    return body->children.front();
}

Result<http::Response> call_operation(const Office& office, const http::Command& command) {
    auto lease = TRY(office.services.database.reader());
    const auto account = TRY(sending_account(*lease, command.principal));
    const auto asked = TRY(operation_in(command));
    if (asked.name == "retrieveForsendelseStatuser") return show_statuses(*lease, account, asked);
    if (asked.name == "retrieveForsendelseIdByEksternRef") return show_referred(*lease, account, asked);
    if (asked.name == "retreiveForsendelseTyper") return show_types(*lease);
    if (asked.name != "sendForsendelseMedId") return operation_unknown.error({{"name", asked.name}});
    lease.reset();
    return send(office, command, account, asked);
}

constexpr http::Protocol soap_protocol{refusal};

} // namespace

} // namespace dispatch::forsendelse_v9

namespace dispatch {

void add_forsendelse_v9_routes(http::Router& router, const Office& office) {
    using namespace forsendelse_v9;
    http::About calling{.operation = "forsendelsesServiceV9",
                        .summary = "SvarUt's SOAP service, version 9: the four operations that gateways call.",
                        .formats = {http::Format::binary}};
    calling.protocol = &soap_protocol;
    calling = taking_letters(std::move(calling));
    calling.takes_related = true;
    calling.held_max = held_bytes_max;
    router.post(
        path, right::send, [&office](const http::Command& command) { return call_operation(office, command); },
        std::move(calling));
    http::About describing{.operation = "forsendelsesServiceV9Description",
                           .summary = "Its description (WSDL).",
                           .formats = {http::Format::binary}};
    describing.protocol = &soap_protocol;
    router.get(
        path, ::right::everybody,
        [](const http::Query& query) -> Result<http::Response> {
            return http::plain(description(query.public_url), "text/xml; charset=utf-8");
        },
        std::move(describing));
}

} // namespace dispatch
