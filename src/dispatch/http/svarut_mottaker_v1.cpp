// SvarUt's interface for recipients, v1: what a service for replies asks on behalf of a citizen who is logged in.
// Source: ks-no/fiks-svarut-specs, svarut-mottaker-api-v1.json.
#include "dispatch/actions/content.hpp"
#include "dispatch/actions/open_letter.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/fiks.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/http/svarinn_v1.hpp"
#include "platform/errors.hpp"

namespace dispatch::svarut_mottaker_v1 {

struct AvsenderKonto {
    std::string id, fiks_organisasjon_id;
    bool aktiv = true;
};
BOOST_DESCRIBE_STRUCT(AvsenderKonto, (), (id, fiks_organisasjon_id, aktiv))

/// Addresses are written as SvarInn v1 writes them.
struct SvarMetadata {
    AvsenderKonto avsender_konto;
    std::string forsendelse_id, tittel;
    svarinn_v1::Mottaker mottaker;
    std::optional<svarinn_v1::Mottaker> svar_sendes_til;
    bool kan_svare_paa_forsendelse = false;
};
BOOST_DESCRIBE_STRUCT(SvarMetadata, (),
                      (avsender_konto, forsendelse_id, tittel, mottaker, svar_sendes_til, kan_svare_paa_forsendelse))

/// Whose letter it is not may not ask, whether there is one or not.
static Result<Dispatch> own_letter(const http::Query& query) {
    const auto not_theirs = platform::right_missing.error({{"right", std::string{::right::logged_in.name}}});
    const auto id = DispatchId::parse(query.request.path_value("forsendelse"));
    if (!id) return not_theirs;
    auto found = readable_letter(query.reader, query.principal, *id);
    if (!found && found.error().code == dispatch_not_found.name) return not_theirs;
    return TRY(std::move(found)).letter.dispatch;
}

static Result<http::Response> show_reply_metadata(const Office& office, const http::Query& query) {
    const auto dispatch = TRY(own_letter(query));
    const auto envelope = TRY(open_envelope(office, dispatch));
    const auto account = TRY(store::account(query.reader, dispatch.account_id));
    SvarMetadata shown;
    shown.avsender_konto.id = dispatch.account_id.to_string();
    if (account) shown.avsender_konto.fiks_organisasjon_id = account->organisation_id.to_string();
    shown.avsender_konto.aktiv = account && !account->closed_at;
    shown.forsendelse_id = dispatch.id.to_string();
    shown.tittel = envelope.title;
    shown.mottaker = svarinn_v1::party_shown(envelope.recipient);
    if (envelope.reply_to) shown.svar_sendes_til = svarinn_v1::party_shown(*envelope.reply_to);
    shown.kan_svare_paa_forsendelse = envelope.can_be_replied_to;
    return http::json_text(json::write(shown));
}

static http::Response refusal(const http::Call& call, const Error& error) {
    return fiks::refusal_of_integration(call, error, {});
}
static constexpr http::Protocol protocol_for_recipients{refusal};

} // namespace dispatch::svarut_mottaker_v1

namespace dispatch {

void add_svarut_mottaker_v1_routes(http::Router& router, const Office& office) {
    using namespace svarut_mottaker_v1;
    http::About said{.operation = "svarutReplyMetadata",
                     .summary = "To whom the recipient of a dispatch may reply.",
                     .formats = {http::Format::json}};
    said.answer = json::type_of<SvarMetadata>();
    said.protocol = &protocol_for_recipients;
    router.get(
        "/api/v1/mottaker/forsendelser/{forsendelse}/svar-metadata", ::right::logged_in,
        [&office](const http::Query& query) { return show_reply_metadata(office, query); }, said);
}

} // namespace dispatch
