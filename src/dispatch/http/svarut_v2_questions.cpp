#include "dispatch/actions/content.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarut_v1.hpp"
#include "dispatch/http/svarut_v2_handlers.hpp"
#include "dispatch/http/svarut_v3.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/signing_store.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>

namespace dispatch::svarut_v2 {

namespace {

Result<http::Response> show_statuses(const http::Command& command) {
    const auto lease = TRY(command.services.database.reader());
    const auto account = TRY(account_in_path(command, *lease));
    const auto asked = TRY(json::parse(command.request.body));
    const auto ids = TRY(asked_ids(asked.find("forsendelseIds"), "forsendelseIds"));
    Statuser answer;
    for (const auto& dispatch : TRY(asked_dispatches(*lease, ids, account))) {
        answer.statuser.push_back(
            {dispatch.id.to_string(), dispatch.status_at, std::string{svarut_v1::wire_status(dispatch.status)}});
    }
    return told(answer);
}

Result<std::vector<DispatchId>> referred_to(const http::Query& query, const Account& account) {
    const auto reference = query.request.query.first("eksternRef");
    if (!reference || reference->empty()) return one_fault(platform::field_missing.at("#/eksternRef"));
    return store::with_reference(query.reader, account.id, *reference);
}

Result<http::Response> show_referred(const http::Query& query) {
    const auto account = TRY(account_in_path(query, query.reader));
    ForsendelseIds answer;
    for (const auto& id : TRY(referred_to(query, account))) {
        answer.forsendelse_ids.push_back(id.to_string());
    }
    return told(answer);
}

/// The statuses here are those of v3.
Result<http::Response> show_referred_metadata(const Office& office, const http::Query& query) {
    const auto account = TRY(account_in_path(query, query.reader));
    const auto ids = TRY(referred_to(query, account));
    const auto known = TRY(words_of_caller(query.reader, query.principal));
    ReferertForsendelser answer;
    for (const auto& dispatch : TRY(asked_dispatches(query.reader, ids, account))) {
        const auto status = svarut_v3::wire_status(dispatch.status, !dispatch.wrapped_key, known);
        ReferertForsendelse shown{dispatch.id.to_string(), dispatch.received_at, {}, std::string{status}};
        if (dispatch.wrapped_key) {
            const auto envelope = TRY(open_envelope(office, dispatch));
            if (!envelope.sending_system.empty()) shown.avgivende_system = envelope.sending_system;
        }
        answer.forsendelser.push_back(std::move(shown));
    }
    return told(answer);
}

Result<http::Response> show_happenings(const http::Query& query) {
    const auto found = TRY(own_dispatch(query, query.reader));
    const auto documents = TRY(store::documents(query.reader, found.id)).size();
    Hendelser answer;
    for (const auto& happening : TRY(store::history(query.reader, found.id))) {
        answer.hendelser.push_back({happening.at, svarut_v1::wire_sentence(happening, documents)});
    }
    return told(answer);
}

/// Whether a request for a signature stands, ran out, or fell with the letter.
std::string_view signing_status(const Dispatch& dispatch, const Envelope& envelope, Instant now) {
    const bool is_refused = dispatch.status == Status::rejected || dispatch.status == Status::failed_in_reception;
    if (is_refused) return "AVVIST_AV_SVARUT";
    return *envelope.signing_ends_at <= now ? "UTLOPT" : "VENTER_SIGNERING";
}

Result<http::Response> show_signing_happenings(const Office& office, const http::Query& query) {
    const auto found = TRY(own_dispatch(query, query.reader));
    Signeringshendelser answer;
    if (!found.wrapped_key) return told(answer);
    const auto envelope = TRY(open_envelope(office, found));
    if (!envelope.signing_ends_at) return told(answer);
    answer.hendelser.push_back({found.received_at, "VENTER_SIGNERING", svarut_v1::signing_sentence(envelope)});
    if (const auto signing = TRY(store::signing_of(query.reader, found.id))) {
        const bool is_given = signing->decision == SigningDecision::given;
        answer.hendelser.push_back({signing->decided_at, is_given ? "SIGNERT_AV_MOTTAKER" : "AVVIST_AV_MOTTAKER",
                                    is_given ? "Signert av mottaker" : "Signering avvist av mottaker"});
        return told(answer);
    }
    const auto status = signing_status(found, envelope, query.now);
    if (status == "AVVIST_AV_SVARUT") {
        answer.hendelser.push_back({found.status_at, std::string{status}, "Forsendelsen ble avvist"});
    } else if (status == "UTLOPT") {
        answer.hendelser.push_back({*envelope.signing_ends_at, std::string{status}, "Fristen for signering er ute"});
    }
    return told(answer);
}

Result<http::Response> show_documents(const Office& office, const http::Query& query) {
    const auto found = TRY(own_dispatch(query, query.reader));
    Metadata answer;
    if (!found.wrapped_key) return told(answer);
    const auto envelope = TRY(open_envelope(office, found));
    for (std::size_t i = 0; i < envelope.documents.size(); ++i) {
        const auto& document = envelope.documents[i];
        const auto url = fmt::format("{}/forsendelse/{}/{}", query.public_url, found.id.to_string(), i);
        DokumentMetadata shown;
        shown.filnavn = document.name;
        shown.mime_type = document.media_type;
        shown.dokument_type = document.kind;
        shown.storrelse = document.bytes;
        shown.sha256_hash = document.sha256;
        shown.nedlasning_url = url;
        shown.kan_signeres = document.is_to_be_signed;
        if (document.is_to_be_signed) shown.signering_url = url + "/signering";
        shown.ekstra_metadata = document.extra;
        shown.inneholder_personsensitiv_informasjon = document.is_sensitive;
        answer.dokumenter.push_back(std::move(shown));
    }
    return told(answer);
}

} // namespace

void add_questions(http::Router& router, const Office& office) {
    using json::type_of;
    const auto with_office = [&office](auto handler) {
        return [&office, handler](const http::Query& query) { return handler(office, query); };
    };
    router.post("/api/v2/kontoer/{konto}/forsendelser/status-sok", right::send_for, show_statuses,
                about("svarutV2Statuses", "What became of up to a thousand dispatches.", type_of<Statuser>()));
    router.get("/api/v2/kontoer/{konto}/forsendelser", right::send_for, show_referred,
               about("svarutV2Reference", "The dispatches with the sender's reference.", type_of<ForsendelseIds>()));
    router.get("/api/v2/kontoer/{konto}/forsendelser/metadata", right::send_for, with_office(show_referred_metadata),
               about("svarutV2ReferenceMetadata", "The same, with when they came and what became of them.",
                     type_of<ReferertForsendelser>()));
    router.get("/api/v2/forsendelser/{forsendelse}/hendelser", right::send_for, show_happenings,
               about("svarutV2History", "All that happened to one dispatch.", type_of<Hendelser>()));
    router.get(
        "/api/v2/forsendelser/{forsendelse}/signeringshendelser", right::send_for, with_office(show_signing_happenings),
        about("svarutV2SigningHistory", "What happened to a request for a signature.", type_of<Signeringshendelser>()));
    router.get("/api/v2/forsendelser/{forsendelse}/metadata", right::send_for, with_office(show_documents),
               about("svarutV2Documents", "The documents of one dispatch, with their digests.", type_of<Metadata>()));
}

} // namespace dispatch::svarut_v2
