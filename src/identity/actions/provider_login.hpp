#pragma once
// Logging in with an OpenID provider: the authorisation code flow with PKCE, state and nonce.
// Source: OpenID Connect Core §3.1, RFC 7636, RFC 9207; ID-porten, Ansattporten.
#include "identity/actions/log_in.hpp"
#include "identity/domain/id_token.hpp"
#include "identity/identity.hpp"

namespace identity {

/// What the provider says about itself (OpenID Connect Discovery).
struct Provider {
    std::string authorization_endpoint, token_endpoint, jwks_uri, end_session_endpoint;
    bool names_itself = false; ///< Its answers carry iss (RFC 9207), so one without is not its own.
};
/// Fetched each time a log-in begins or ends: a provider that moves is followed at once.
/// Fails with identity.provider_missing, identity.provider_answer_faulty, platform.outside_unreachable.
Result<Provider> discover(const ProviderOptions&);

/// What the browser carries, sealed, from leaving to coming back.
struct Departure {
    std::string state, nonce, verifier, return_path;
    std::string assurance_min; ///< The acr that is asked for, and below which nobody comes in.
    std::int64_t left_at = 0;  ///< Seconds since 1970.
};
Departure make_departure(Random&, Instant now, std::string return_path, std::string assurance_min);
std::string sealed(const Outside&, const Departure&, Random&);
/// Fails with identity.login_not_begun: no such cookie, another's, or older than ten minutes.
Result<Departure> opened(const Outside&, std::string_view cookie, Instant now);

/// Where to send the browser.
std::string departure_address(const Provider&, const ProviderOptions&, const Departure&, std::string_view redirect_uri,
                              std::string_view language);

/// Trades the code for an id_token and checks it. Fails with identity.login_refused (the provider says no),
/// identity.provider_answer_faulty, and the errors of check_id_claims.
struct Identified {
    IdClaims claims;
    std::string id_token;
};
Result<Identified> trade_code(const Outside&, const Provider&, const Departure&, std::string_view code,
                              std::string_view redirect_uri, Instant now);

/// The person of the claims, registered when new, and a role for each organisation that Ansattporten names.
/// Fails with identity.identity_number_missing.
Result<Arrival> welcome(const Services&, const Outside&, const Identified&);

/// Where to end the session at the provider; "" when it has no such place.
std::string goodbye_address(const Provider&, std::string_view id_token, std::string_view back_to);

/// Ends the sessions of the provider's session; its front-channel log-out calls this.
Result<void> end_from_outside(const Services&, std::string_view provider_session);

} // namespace identity
