#pragma once
// Beginning, changing and ending a session.
#include "identity/identity.hpp"
#include "identity/store/session_store.hpp"

namespace identity {

/// What a way in has found out about somebody.
struct Arrival {
    directory::PersonId person_id;
    std::string person_name;
    std::optional<HoldingId> holding_id; ///< The role to act in; nothing: the first one held, else on their own behalf.
    std::string assurance;
    std::string way_in;
    std::string provider_token, provider_session;
};

/// The token for the cookie. A new session each time: a token that was known before never becomes a logged-in one.
Result<std::string> log_in(const Services&, const Options&, const Arrival&);
/// Ends the session of the token; nothing happens when there is none.
Result<std::optional<store::Session>> log_out(const Services&, const Principal&, std::string_view token);
/// Ends one session of the principal's own. Fails with identity.session_not_found.
Result<void> revoke_session(const Services&, const Principal&, SessionId);
/// Lets the session act in another role that the person holds today, or (nothing) on their own behalf.
/// Fails with identity.holding_not_found.
Result<void> change_role(const Services&, const Principal&, std::optional<HoldingId>);

/// The cookie's name and the whole Set-Cookie value: HttpOnly, SameSite=Lax, for this host only.
std::string_view cookie_name(const Options&);
std::string cookie_for(const Options&, std::string_view token);
std::string cookie_removed(const Options&);

} // namespace identity
