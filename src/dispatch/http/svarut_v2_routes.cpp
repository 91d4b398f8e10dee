#include "dispatch/actions/content.hpp"
#include "dispatch/actions/settle.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarut_v1.hpp"
#include "dispatch/http/svarut_v3.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/signing_store.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch::svarut_v2 {

namespace {

template <class T>
http::Response told(const T& answer) {
    return http::json_text(json::write(answer));
}

Error one_fault(Fault fault) {
    std::vector<Fault> faults;
    faults.push_back(std::move(fault));
    return all_at_once(std::move(faults));
}

/// The dispatch in the path, when the integration may send for its account; else it is not there.
Result<Dispatch> own_dispatch(const http::Call& call, db::Reader& reader) {
    auto found = TRY(store::find(reader, TRY(id_in_path(call))));
    if (!found || !call.principal.may(right::send_for, found->account_id.to_string()))
        return dispatch_not_found.error();
    return *std::move(found);
}

// --- Sending ---

Result<http::Response> send(const Office& office, const http::Command& command) {
    auto lease = TRY(office.services.database.reader());
    const auto account = TRY(account_in_path(command, *lease));
    lease.reset();
    auto parts = TRY(sent_parts(command));
    const auto sent = TRY(json::read_foreign<Forsendelse>(parts.metadata));
    Arrival arrival{envelope_of(sent), std::move(parts.uploads), key_of(command), {}};
    const auto accepted = TRY(take_in(office, command, account, std::move(arrival)));
    return told(ForsendelseId{accepted});
}

// --- What became of it ---

Result<http::Response> show_statuses(const http::Command& command) {
    const auto lease = TRY(command.services.database.reader());
    const auto account = TRY(account_in_path(command, *lease));
    const auto asked = TRY(json::parse(command.request.body));
    const auto ids = TRY(asked_ids(asked.find("forsendelseIds")));
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

// --- What the sender may still do ---

Result<http::Response> set_read(const Office& office, const http::Command& command) {
    const auto sent = TRY(json::read_foreign<LestAv>(command.request.body));
    std::vector<Fault> faults;
    if (!sent.fnr || !directory::identity_hash({}, *sent.fnr)) faults.push_back(platform::not_an_id.at("#/fnr"));
    if (!sent.tidspunkt) faults.push_back(platform::field_missing.at("#/tidspunkt"));
    if (!faults.empty()) return all_at_once(std::move(faults));
    const auto read_at = std::chrono::duration_cast<std::chrono::milliseconds>(sent.tidspunkt->time_since_epoch());
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        auto found = TRY(own_dispatch(command, transaction));
        const Settling settling{transaction, office, command.principal, command.now};
        auto reader = reader_elsewhere(settling, found, sent.eksternt_systemnavn.value_or(""), read_at);
        return mark_read(settling, std::move(found), HappeningKind::read_elsewhere, std::move(reader));
    }));
    return http::no_content();
}

/// SvarUt keeps a generated file beside the originals, which the narrower kind of deletion spares. Here the originals
/// are all there is, so both kinds are the same.
Result<http::Response> destroy(const Office& office, const http::Command& command) {
    const auto kind = command.request.query.first("slettetype").value_or("ORIGINALDOKUMENTER");
    if (kind != "ORIGINALDOKUMENTER" && kind != "ALLE") {
        return one_fault(platform::not_one_of.at("#/slettetype", {{"allowed", "ORIGINALDOKUMENTER, ALLE"}}));
    }
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto found = TRY(own_dispatch(command, transaction));
        return destroy_contents({transaction, office, command.principal, command.now}, {found.id}, found.account_id);
    }));
    return http::no_content();
}

// --- What there is to send to ---

Result<http::Response> show_types(const http::Query& query) {
    Forsendelsestyper answer;
    answer.forsendelsestyper = TRY(store::known_types(query.reader));
    return told(answer);
}

/// Words of letters and digits with a full stop between.
bool is_type_name(std::string_view name) {
    const bool is_of_length = !name.empty() && name.size() <= 200;
    return is_of_length && !name.starts_with('.') && !name.ends_with('.') &&
           name.find("..") == std::string_view::npos && std::ranges::all_of(name, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || letter == '.' || static_cast<unsigned char>(letter) >= 0x80;
           });
}

Result<store::AddressFilter> receivers_asked_for(const http::Query& query) {
    const auto given = [&](std::string_view name) { return query.request.query.first(name); };
    store::AddressFilter filter;
    std::vector<Fault> faults;
    if (const auto number = given("organisasjonsnummer")) {
        filter.organisation_number = std::string{*number};
        const bool is_number = number->size() == 9 && number->find_first_not_of("0123456789") == std::string_view::npos;
        if (!is_number) faults.push_back(platform::not_an_id.at("#/organisasjonsnummer"));
    }
    if (const auto type = given("forsendelseType")) {
        filter.dispatch_type = std::string{*type};
        if (!is_type_name(*type)) faults.push_back(platform::bad_value.at("#/forsendelseType"));
    }
    if (const auto level = given("niva")) {
        const bool is_digit = level->size() == 1 && level->front() >= '0' && level->front() <= '9';
        filter.level = is_digit ? level->front() - '0' : 0;
        if (!is_digit) {
            faults.push_back(platform::number_out_of_range.at("#/niva", {{"minimum", "0"}, {"maximum", "9"}}));
        }
    }
    if (!faults.empty()) return all_at_once(std::move(faults));
    return filter;
}

Result<http::Response> show_receivers(const http::Query& query) {
    const auto filter = TRY(receivers_asked_for(query));
    Mottakersystemer answer;
    for (const auto& each : TRY(store::receiver_addresses(query.reader, filter))) {
        answer.mottakersystemer.push_back({each.receiver_id.to_string(), each.receiver_name, each.organisation_number,
                                           each.dispatch_type, each.level});
    }
    return told(answer);
}

constexpr http::Protocol protocol_of_v2{refusal};

http::About about(std::string_view operation, std::string_view summary, const json::Type* answer) {
    http::About said{.operation = operation, .summary = summary, .formats = {http::Format::json}};
    said.answer = answer;
    said.protocol = &protocol_of_v2;
    return said;
}

http::About about_change(std::string_view operation, std::string_view summary) {
    auto said = about(operation, summary, nullptr);
    said.status = 204;
    return said;
}

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
    router.get("/api/v2/forsendelsestyper", right::send_for, show_types,
               about("svarutV2Types", "The types that receivers can be chosen by.", type_of<Forsendelsestyper>()));
    router.get("/api/v2/mottakersystem", right::send_for, show_receivers,
               about("svarutV2Receivers", "The receivers that fit.", type_of<Mottakersystemer>()));
}

} // namespace

} // namespace dispatch::svarut_v2

namespace dispatch {

void add_svarut_v2_routes(http::Router& router, const Office& office) {
    using namespace svarut_v2;
    const auto with_office = [&office](auto handler) {
        return [&office, handler](const http::Command& command) { return handler(office, command); };
    };
    const auto about_sending = [](std::string_view operation, std::string_view summary) {
        return taking_letters(about(operation, summary, json::type_of<ForsendelseId>()));
    };
    router.post("/api/v2/kontoer/{konto}/forsendelser", right::send_for, with_office(send),
                about_sending("svarutV2Send", "Sends a dispatch: metadata first, then its files."));
    router.post("/api/v2/kontoer/{konto}/forsendelser/", right::send_for, with_office(send),
                about_sending("svarutV2SendWithSlash", "The same: KS's own client writes a slash at the end."));
    add_questions(router, office);
    router.post("/api/v2/forsendelser/{forsendelse}/lest", right::send_for, with_office(set_read),
                about_change("svarutV2SetRead", "Says that the recipient has read it in another system."));
    router.remove("/api/v2/forsendelser/{forsendelse}/dokumenter", right::send_for, with_office(destroy),
                  about_change("svarutV2Destroy", "Destroys the content of a dispatch that has reached its end."));
}

} // namespace dispatch
