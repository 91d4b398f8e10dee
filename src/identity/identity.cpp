#include "identity/identity.hpp"

#include "identity/actions/log_in.hpp"
#include "identity/store/holding_store.hpp"
#include "identity/store/session_store.hpp"
#include "platform/log/log.hpp"

namespace identity {

/// How often the time a session was last seen is written down; a page view must not cost a write each.
static constexpr auto seen_interval = std::chrono::minutes{5};

static Result<Principal> somebody(db::Reader& reader, const store::Session& session, Date today) {
    const auto people = TRY(directory::people_by_id(reader, {session.person_id}));
    if (people.empty()) return Principal{};
    Principal principal;
    principal.kind = PrincipalKind::person;
    principal.id = session.person_id.to_string();
    principal.name = people.front().name;
    if (session.holding_id) {
        const auto holding = TRY(store::find_holding(reader, *session.holding_id));
        const bool is_held =
            holding && holding->valid_from <= today && (!holding->valid_to || *holding->valid_to > today);
        if (is_held) {
            std::string organisation_name;
            if (!holding->organisation_id.empty()) {
                const auto id = TRY(directory::OrganisationId::parse(holding->organisation_id));
                organisation_name = TRY(directory::find_organisation(reader, id)).name;
            }
            principal = principal_of(*holding, people.front().name, organisation_name);
        }
    }
    principal.session_id = session.id.to_string();
    principal.csrf_token = session.csrf_token;
    principal.assurance = session.assurance;
    return principal;
}

Result<Principal> authenticate_session(const Services& services, const Options& options, const http::Request& request) {
    const auto token = request.cookie(cookie_name(options));
    if (!token || token->empty()) return Principal{};
    const auto now = services.clock.now();
    auto reader = TRY(services.database.reader());
    const auto session = TRY(store::find_session(*reader, *token));
    const bool is_over = !session || session->ends_at <= now ||
                         now - session->seen_at > std::chrono::microseconds{options.session_idle_max};
    if (is_over) return Principal{};
    auto principal = TRY(somebody(*reader, *session, norwegian_date(now)));
    reader.reset();
    if (now - session->seen_at > seen_interval) {
        // A full disk must not keep anybody from reading: the session then only seems idle for longer than it was.
        const auto noted = services.database.write(
            [&](db::Transaction& transaction) { return store::set_seen(transaction, session->id, now); });
        if (!noted) logging::warning("identity.session_not_noted", noted.error());
    }
    return principal;
}

Result<std::set<std::string>> organisations_spoken_for(db::Reader& reader, Right right, Date on) {
    return store::scopes_on(reader, right, on);
}

Result<std::map<std::string, std::vector<std::string>>> people_who_speak(db::Reader& reader, Right right, Date on) {
    return store::people_by_scope(reader, right, on);
}

directory::Referrer referrer() {
    return {"identity.referrer.roles", store::count_for_organisation, store::move_organisation};
}

Result<Principal> Authenticator::authenticate(const http::Request& request) {
    if (const auto token = request.bearer_token()) return authenticate_machine(services_, outside_, *token);
    return authenticate_session(services_, options_, request);
}

} // namespace identity
