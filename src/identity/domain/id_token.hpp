#pragma once
// What the id_token of a log-in must say. Source: OpenID Connect Core §3.1.3.7; ID-porten, id_token.
#include "platform/clock.hpp"
#include "platform/json/value.hpp"

#include <string>
#include <vector>

namespace identity {

/// The kind of authorization_details (RFC 9396) that names organisations. Source: Ansattporten, integration guide.
inline constexpr std::string_view altinn_service_type = "ansattporten:altinn:service";

/// An organisation that Ansattporten says the person may act for.
struct Represented {
    std::string organisation_number;
    std::string name;
};

struct IdClaims {
    std::string subject;
    std::string identity_number; ///< Claim pid; empty when the provider gives none.
    std::string name;            ///< Empty with ID-porten, which gives no name.
    int assurance = 0;
    std::string provider_session; ///< Claim sid.
    std::string locale;
    std::vector<Represented> represented; ///< From authorization_details of type ansattporten:altinn:service.
};

struct IdRules {
    std::string_view issuer, client_id, nonce;
    int assurance_min = 0;
    Instant now;
};

/// Fails with identity.token_issuer_wrong, identity.token_audience_wrong, identity.token_expired,
/// identity.token_not_yet_valid, identity.nonce_wrong, identity.assurance_too_low.
Result<IdClaims> check_id_claims(const json::Value& claims, const IdRules&);

} // namespace identity
