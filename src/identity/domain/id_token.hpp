#pragma once
// What the id_token of a log-in must say. Source: OpenID Connect Core §3.1.3.7; ID-porten, id_token.
#include "platform/clock.hpp"
#include "platform/json/value.hpp"

#include <string>
#include <vector>

namespace identity {

/// The kinds of authorization_details (RFC 9396) that name organisations: by a service of Altinn 2, whose name ends in
/// two numbers (urn:altinn:resource:2480:40), or by a resource of Altinn 3. Source: Ansattporten, RAR-typer.
inline constexpr std::string_view altinn_service_type = "ansattporten:altinn:service";
inline constexpr std::string_view altinn_resource_type = "ansattporten:altinn:resource";
/// Which of the two kinds a service or resource is asked for as.
std::string_view altinn_type_of(std::string_view service);

/// An organisation that Ansattporten says the person may act for.
struct Represented {
    std::string organisation_number;
    std::string name;
    std::string service; ///< What in Altinn says so, as it was asked for: "urn:altinn:resource:2480:40".
};

struct IdClaims {
    std::string subject;
    std::string identity_number; ///< Claim pid; empty when the provider gives none.
    std::string name;            ///< Empty with ID-porten, which gives no name.
    int assurance = 0;
    std::string provider_session; ///< Claim sid.
    std::string locale;
    std::vector<Represented> represented; ///< From authorization_details of Ansattporten.
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
