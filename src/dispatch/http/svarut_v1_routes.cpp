#include "dispatch/actions/content.hpp"
#include "dispatch/actions/settle.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarut_v1.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/signing_store.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>

namespace dispatch::svarut_v1 {

namespace {

template <class T>
http::Response answered(const T& answer) {
    return http::json_text(json::write(answer));
}

std::int64_t milliseconds(Instant at) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
}

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

// --- What became of it ---

ForsendelseStatus status_of(const Dispatch& dispatch) {
    return {{dispatch.id.to_string()}, milliseconds(dispatch.status_at), std::string{wire_status(dispatch.status)}};
}

Result<Dispatch> own_dispatch(const http::Call& call, db::Reader& reader) {
    const auto account = TRY(sending_account(reader, call.principal));
    return store::of_account(reader, TRY(id_in_path(call)), account.id);
}

Result<http::Response> show_status(const http::Query& query) {
    const auto found = TRY(own_dispatch(query, query.reader));
    return answered(status_of(found));
}

Result<http::Response> show_statuses(const http::Command& command) {
    const auto lease = TRY(command.services.database.reader());
    const auto account = TRY(sending_account(*lease, command.principal));
    const auto asked = TRY(json::parse(command.request.body));
    const auto ids = TRY(asked_ids(&asked));
    Statuser answer;
    for (const auto& dispatch : TRY(asked_dispatches(*lease, ids, account))) {
        answer.statuser.push_back(status_of(dispatch));
    }
    return answered(answer);
}

Result<http::Response> show_history(const http::Query& query) {
    const auto found = TRY(own_dispatch(query, query.reader));
    const auto documents = TRY(store::documents(query.reader, found.id)).size();
    Historikk answer;
    for (const auto& happening : TRY(store::history(query.reader, found.id))) {
        answer.hendelses_logger.push_back({display_time(happening.at), wire_sentence(happening, documents)});
    }
    return answered(answer);
}

Result<http::Response> show_signing_history(const Office& office, const http::Query& query) {
    const auto found = TRY(own_dispatch(query, query.reader));
    SigneringsHistorikk answer{{found.id.to_string()}, {}};
    if (found.wrapped_key) {
        const auto envelope = TRY(open_envelope(office, found));
        if (envelope.signing_ends_at) {
            answer.logg.push_back(
                {display_time(found.received_at), "SigneringsoppdragRegistrert", signing_sentence(envelope)});
            if (const auto signing = TRY(store::signing_of(query.reader, found.id))) {
                const bool is_given = signing->decision == SigningDecision::given;
                answer.logg.push_back({display_time(signing->decided_at),
                                       is_given ? "SigneringsoppdragFullfort" : "SigneringsoppdragAvvistAvMottaker",
                                       is_given ? "Signert av mottaker" : "Signering avvist av mottaker"});
            }
        }
    }
    return answered(answer);
}

Result<http::Response> show_documents(const Office& office, const http::Query& query) {
    const auto found = TRY(own_dispatch(query, query.reader));
    Dokumenter answer;
    if (!found.wrapped_key) return answered(answer);
    const auto envelope = TRY(open_envelope(office, found));
    for (std::size_t i = 0; i < envelope.documents.size(); ++i) {
        const auto& document = envelope.documents[i];
        const auto url = fmt::format("{}/forsendelse/{}/{}", query.public_url, found.id.to_string(), i);
        DokumentMetadata shown;
        shown.mime_type = document.media_type;
        shown.filnavn = document.name;
        shown.kan_signeres = document.is_to_be_signed;
        shown.inneholder_personsensitiv_informasjon = document.is_sensitive;
        shown.size_in_bytes = document.bytes;
        shown.sha256hash = document.sha256;
        shown.dokument_type = document.kind;
        shown.nedlasnings_url = url;
        if (document.is_to_be_signed) shown.signerings_url = url + "/signering";
        shown.ekstra_metadata = document.extra;
        answer.dokument_metadata.push_back(std::move(shown));
    }
    return answered(answer);
}

Result<http::Response> show_referred(const http::Query& query) {
    const auto account = TRY(sending_account(query.reader, query.principal));
    // Clients write the reference into the path as it is, so it may hold slashes.
    static constexpr std::string_view before = "/eksternref/";
    const auto& path = query.request.path;
    const auto reference = std::string_view{path}.substr(path.find(before) + before.size());
    ForsendelseIder answer;
    for (const auto& id : TRY(store::with_reference(query.reader, account.id, reference))) {
        answer.forsendelse_ider.push_back({id.to_string()});
    }
    return answered(answer);
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

// --- What there is to send to ---

Result<http::Response> show_types(const http::Query& query) {
    TRY(query.principal.require(right::send, query.principal.id));
    ForsendelseTyper answer;
    answer.forsendelse_typer = TRY(store::known_types(query.reader));
    return answered(answer);
}

Result<http::Response> receivers_answer(const http::Query& query, const store::AddressFilter& filter) {
    TRY(query.principal.require(right::send, query.principal.id));
    Treff answer;
    for (const auto& each : TRY(store::receiver_addresses(query.reader, filter))) {
        answer.treff.push_back({each.organisation_number, each.dispatch_type, each.receiver_name,
                                each.receiver_id.to_string(), each.level});
    }
    return answered(answer);
}

Result<http::Response> show_receivers_of(const http::Query& query) {
    store::AddressFilter filter;
    filter.organisation_number = query.request.path_value("organisasjonsNummer");
    return receivers_answer(query, filter);
}

Result<http::Response> show_receivers(const http::Query& query) {
    const auto text = [&](std::string_view name) -> std::optional<std::string> {
        const auto found = query.request.query.first(name);
        if (!found || found->empty()) return std::nullopt;
        return std::string{*found};
    };
    store::AddressFilter filter;
    filter.organisation_number = text("organisasjonsNummer");
    filter.dispatch_type = text("forsendelsesType");
    const auto level = text("niva");
    if (level) filter.level = *level == "4" ? 4 : 3;
    return receivers_answer(query, filter);
}

constexpr http::Protocol protocol{refusal};

http::About about(std::string_view operation, std::string_view summary, const json::Type* answer) {
    http::About said{.operation = operation, .summary = summary, .formats = {http::Format::json}};
    said.answer = answer;
    said.protocol = &protocol;
    return said;
}

http::About about_sending(std::string_view operation, std::string_view summary) {
    return taking_letters(about(operation, summary, json::type_of<ForsendelsesId>()));
}

void add_questions(http::Router& router, const Office& office) {
    using json::type_of;
    router.get("/tjenester/api/forsendelse/v1/{forsendelse}/status", right::send, show_status,
               about("svarutV1Status", "What became of one dispatch.", type_of<ForsendelseStatus>()));
    router.post("/tjenester/api/forsendelse/v1/statuser", right::send, show_statuses,
                about("svarutV1Statuses", "What became of several.", type_of<Statuser>()));
    router.get("/tjenester/api/forsendelse/v1/{forsendelse}/historikk", right::send, show_history,
               about("svarutV1History", "All that happened to one dispatch.", type_of<Historikk>()));
    router.get(
        "/tjenester/api/forsendelse/v1/{forsendelse}/signeringhistorikk", right::send,
        [&office](const http::Query& query) { return show_signing_history(office, query); },
        about("svarutV1SigningHistory", "What happened to a request for a signature.", type_of<SigneringsHistorikk>()));
    router.get(
        "/tjenester/api/forsendelse/v1/{forsendelse}/dokumentMetadata", right::send,
        [&office](const http::Query& query) { return show_documents(office, query); },
        about("svarutV1Documents", "The documents of one dispatch, with their digests.", type_of<Dokumenter>()));
    router.get("/tjenester/api/forsendelse/v1/eksternref/{reference}", right::send, show_referred,
               about("svarutV1Reference", "The dispatches with the sender's reference.", type_of<ForsendelseIder>()));
    struct Slashes {
        std::string_view pattern, operation;
    };
    for (const auto& [pattern, operation] :
         {Slashes{"/tjenester/api/forsendelse/v1/eksternref/{reference}/{second}", "svarutV1Reference2"},
          Slashes{"/tjenester/api/forsendelse/v1/eksternref/{reference}/{second}/{third}", "svarutV1Reference3"},
          Slashes{"/tjenester/api/forsendelse/v1/eksternref/{reference}/{second}/{third}/{fourth}",
                  "svarutV1Reference4"},
          Slashes{"/tjenester/api/forsendelse/v1/eksternref/{reference}/{second}/{third}/{fourth}/{fifth}",
                  "svarutV1Reference5"},
          Slashes{"/tjenester/api/forsendelse/v1/eksternref/{reference}/{second}/{third}/{fourth}/{fifth}/{sixth}",
                  "svarutV1Reference6"}}) {
        router.get(pattern, right::send, show_referred,
                   about(operation, "The same for a reference with slashes in it.", type_of<ForsendelseIder>()));
    }
    router.get("/tjenester/api/forsendelse/v1/forsendelseTyper", right::send, show_types,
               about("svarutV1Types", "The types that receivers can be chosen by.", type_of<ForsendelseTyper>()));
    router.get("/tjenester/api/forsendelse/v1/mottakersystem", right::send, show_receivers,
               about("svarutV1Receivers", "The receivers that fit.", type_of<Treff>()));
    router.get("/tjenester/api/forsendelse/v1/mottakersystem/{organisasjonsNummer}", right::send, show_receivers_of,
               about("svarutV1ReceiversOf", "The receivers of one organisation.", type_of<Treff>()));
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
}

} // namespace dispatch
