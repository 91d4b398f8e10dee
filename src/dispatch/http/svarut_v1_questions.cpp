#include "dispatch/actions/content.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarut_v1_handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/signing_store.hpp"

#include <fmt/format.h>

namespace dispatch::svarut_v1 {

namespace {

std::int64_t milliseconds(Instant at) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
}

ForsendelseStatus status_of(const Dispatch& dispatch) {
    return {{dispatch.id.to_string()}, milliseconds(dispatch.status_at), std::string{wire_status(dispatch.status)}};
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

} // namespace

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
}

} // namespace dispatch::svarut_v1
