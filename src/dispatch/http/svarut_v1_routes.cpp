#include "dispatch/actions/settle.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarut_v1_handlers.hpp"
#include "dispatch/rights.hpp"
#include "platform/errors.hpp"

namespace dispatch::svarut_v1 {

Result<Dispatch> own_dispatch(const http::Call& call, db::Reader& reader) {
    const auto account = TRY(sending_account(reader, call.principal));
    return store::of_account(reader, TRY(id_in_path(call)), account.id);
}

constexpr http::Protocol protocol{refusal};

http::About about(std::string_view operation, std::string_view summary, const json::Type* answer) {
    http::About said{.operation = operation, .summary = summary, .formats = {http::Format::json}};
    said.answer = answer;
    said.protocol = &protocol;
    return said;
}

namespace {

// --- Sending ---

Result<http::Response> send(const Office& office, const http::Command& command, std::optional<DispatchId> id) {
    const auto account = TRY(sending_account(office, command.principal));
    auto parts = TRY(sent_parts(command));
    const auto sent = TRY(json::read_foreign<Forsendelse>(parts.metadata));
    Arrival arrival{envelope_of(sent), std::move(parts.uploads), key_of(command), id};
    const auto accepted = TRY(take_in(office, command, account, std::move(arrival)));
    return answered(ForsendelsesId{accepted});
}

Result<http::Response> start(const http::Command& command) {
    TRY(command.principal.require(right::send, command.principal.id));
    return answered(ForsendelsesId{DispatchId::make(command.now, command.services.random).to_string()});
}

// --- What the sender may still do ---

Result<http::Response> set_read(const Office& office, const http::Command& command) {
    const auto sent = TRY(json::read_foreign<LestAv>(command.request.body));
    std::vector<Fault> faults;
    if (!sent.lest_av_fodsels_nummer || !directory::identity_hash({}, *sent.lest_av_fodsels_nummer)) {
        faults.push_back(platform::not_an_id.at("#/lestAvFodselsNummer"));
    }
    if (!sent.navn_pa_eksternt_system) faults.push_back(platform::field_missing.at("#/navnPaEksterntSystem"));
    if (!sent.dato_lest) faults.push_back(platform::field_missing.at("#/datoLest"));
    if (!faults.empty()) return all_at_once(std::move(faults));
    const std::chrono::milliseconds read_at{*sent.dato_lest};
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        auto found = TRY(own_dispatch(command, transaction));
        const Settling settling{transaction, office, command.principal, command.now};
        auto reader = reader_elsewhere(settling, found, *sent.navn_pa_eksternt_system, read_at);
        return mark_read(settling, std::move(found), HappeningKind::read_elsewhere, std::move(reader));
    }));
    return http::Response{.status = 200};
}

Result<http::Response> destroy(const Office& office, const http::Command& command) {
    const auto asked = TRY(json::parse(command.request.body));
    const auto ids = TRY(asked_ids(&asked));
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto account = TRY(sending_account(transaction, command.principal));
        return destroy_contents({transaction, office, command.principal, command.now}, ids, account.id);
    }));
    return http::no_content();
}

http::About about_sending(std::string_view operation, std::string_view summary) {
    return taking_letters(about(operation, summary, json::type_of<ForsendelsesId>()));
}

void add_changes(http::Router& router, const Office& office) {
    router.post(
        "/tjenester/api/forsendelse/v1/sendForsendelse", right::send,
        [&office](const http::Command& command) { return send(office, command, std::nullopt); },
        about_sending("svarutV1Send", "Sends a dispatch: metadata first, then its files."));
    router.post(
        "/tjenester/api/forsendelse/v1/{forsendelse}/sendForsendelse", right::send,
        [&office](const http::Command& command) -> Result<http::Response> {
            return send(office, command, TRY(id_in_path(command)));
        },
        about_sending("svarutV1SendWithId", "The same under an id that was asked for before; a retry is safe."));
    router.post("/tjenester/api/forsendelse/v1/startNyForsendelse", right::send, start,
                about("svarutV1Start", "Gives an id to send under.", json::type_of<ForsendelsesId>()));
    router.post(
        "/tjenester/api/forsendelse/v1/{forsendelse}/settLest", right::send,
        [&office](const http::Command& command) { return set_read(office, command); },
        about("svarutV1SetRead", "Says that the recipient has read it in another system.", nullptr));
    auto destroying =
        about("svarutV1Destroy", "Destroys the content of dispatches that have reached their end.", nullptr);
    destroying.status = 204;
    router.post(
        "/tjenester/api/forsendelse/v1/slettFiler", right::send,
        [&office](const http::Command& command) { return destroy(office, command); }, destroying);
}

} // namespace

} // namespace dispatch::svarut_v1

namespace dispatch {

void add_svarut_v1_routes(http::Router& router, const Office& office) {
    svarut_v1::add_changes(router, office);
    svarut_v1::add_questions(router, office);
    svarut_v1::add_receiver_questions(router);
}

} // namespace dispatch
