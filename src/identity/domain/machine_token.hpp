#pragma once
// What a machine's token must say, and what its scopes let it do. Source: Maskinporten, access token; RFC 7519.
#include "platform/clock.hpp"
#include "platform/json/value.hpp"
#include "platform/principal.hpp"

#include <span>
#include <string>
#include <vector>

namespace identity {

/// The scope that systems ask for when they send digital post (KS Fiks). It gives no right by itself.
inline constexpr std::string_view post_scope = "ks:fiks";

/// A scope and the rights it gives, each for the organisation that the token was issued to.
struct ScopeLine {
    std::string_view scope; ///< "samband:cases.write"
    std::span<const Right> rights;
};
std::span<const ScopeLine> scope_table();

struct MachineClaims {
    std::string organisation_number; ///< Of the consumer: nine digits.
    std::string client_id;
    std::vector<std::string> scopes; ///< Those that we know.
};

struct MachineRules {
    std::string_view issuer, audience;
    Instant now;
    /// A token that names no audience is taken; one that names another never is.
    bool may_lack_audience = false;
};

/// Fails with identity.token_issuer_wrong, identity.token_audience_wrong, identity.token_expired,
/// identity.token_not_yet_valid (more than 10 s ahead), identity.token_consumer_missing, identity.token_scope_missing.
Result<MachineClaims> check_machine_claims(const json::Value& claims, const MachineRules&);

/// A claim's seconds since 1970, kept within years 1970 to 9999: a token may hold any number.
Instant instant_of_claim(std::int64_t seconds);

/// "0192:987654321" with authority iso6523-actorid-upis gives "987654321"; anything else gives "".
std::string organisation_number_of(const json::Value* party);

} // namespace identity
