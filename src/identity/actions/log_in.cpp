#include "identity/actions/log_in.hpp"

#include "identity/domain/errors.hpp"
#include "identity/store/holding_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace identity {

static journal::Event session_event(std::string_view type, directory::PersonId person, std::string_view way_in) {
    journal::Event event;
    event.type = type;
    event.subjects = {{"person", person.to_string()}};
    event.body.text("wayIn", way_in);
    event.visibility = journal::Visibility::internal;
    return event;
}

static Principal plain(const Arrival& arrival) {
    Principal principal;
    principal.kind = PrincipalKind::person;
    principal.id = arrival.person_id.to_string();
    principal.name = arrival.person_name;
    return principal;
}

/// Which role somebody acts in who has chosen none: the first that they got, or one over the same that includes it.
/// Altinn may say more of them later the same day.
static const Holding& widest_like_first(const std::vector<Holding>& held) {
    const auto* chosen = &held.front();
    for (const auto& each : held) {
        if (each.scope_id == chosen->scope_id && includes(each.role, chosen->role)) chosen = &each;
    }
    return *chosen;
}

Result<std::string> log_in(const Services& services, const Options& options, const Arrival& arrival) {
    const auto now = services.clock.now();
    const auto token = services.random.token(32);
    store::Session session;
    session.id = SessionId::make(now, services.random);
    session.csrf_token = services.random.token(24);
    session.person_id = arrival.person_id;
    session.holding_id = arrival.holding_id;
    session.assurance = arrival.assurance;
    session.began_at = session.seen_at = now;
    session.ends_at = now + options.session_age_max;
    session.way_in = arrival.way_in;
    session.provider_token = arrival.provider_token;
    session.provider_session = arrival.provider_session;
    TRY(services.database.write([&](db::Transaction& transaction) -> Result<void> {
        if (!session.holding_id) {
            const auto held = TRY(store::holdings_on(transaction, arrival.person_id, norwegian_date(now)));
            if (!held.empty()) session.holding_id = widest_like_first(held).id;
        }
        TRY(store::insert(transaction, session, token));
        const auto event = session_event("identity.logged_in", arrival.person_id, arrival.way_in);
        TRY(services.journal.append(transaction, plain(arrival), event, now));
        return {};
    }));
    return token;
}

Result<std::optional<store::Session>> log_out(const Services& services, const Principal& principal,
                                              std::string_view token) {
    const auto now = services.clock.now();
    return services.database.write([&](db::Transaction& transaction) -> Result<std::optional<store::Session>> {
        auto session = TRY(store::find_session(transaction, token));
        if (!session || session->ends_at <= now) return std::optional<store::Session>{};
        TRY(store::end_session(transaction, session->id, now));
        const auto event = session_event("identity.logged_out", session->person_id, session->way_in);
        TRY(services.journal.append(transaction, principal, event, now));
        return session;
    });
}

Result<void> revoke_session(const Services& services, const Principal& principal, SessionId id) {
    TRY(principal.require(right::logged_in));
    const auto now = services.clock.now();
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto session = TRY(store::find_session_by_id(transaction, id));
        if (!session || session->person_id.to_string() != principal.id) return session_not_found.error();
        TRY(store::end_session(transaction, id, now));
        const auto event = session_event("identity.session_revoked", session->person_id, session->way_in);
        TRY(services.journal.append(transaction, principal, event, now));
        return {};
    });
}

Result<void> change_role(const Services& services, const Principal& principal, std::optional<HoldingId> holding) {
    TRY(principal.require(right::logged_in));
    const auto session = TRY(SessionId::parse(principal.session_id));
    const auto person = TRY(directory::PersonId::parse(principal.id));
    const auto now = services.clock.now();
    return services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const auto held = TRY(store::holdings_on(transaction, person, norwegian_date(now)));
        if (holding && std::ranges::find(held, *holding, &Holding::id) == held.end()) return holding_not_found.error();
        TRY(store::set_holding(transaction, session, holding));
        TRY(services.journal.append(transaction, principal, session_event("identity.role_changed", person, ""), now));
        return {};
    });
}

std::string_view cookie_name(const Options& options) {
    return options.is_secure ? "__Host-samband" : "samband";
}

std::string cookie_for(const Options& options, std::string_view token) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax{}", cookie_name(options), token,
                       options.is_secure ? "; Secure" : "");
}

std::string cookie_removed(const Options& options) {
    return cookie_for(options, "") + "; Max-Age=0";
}

} // namespace identity
