#include "identity/domain/id_token.hpp"

#include "identity/domain/errors.hpp"
#include "identity/domain/machine_token.hpp"
#include "identity/outside.hpp"

#include <algorithm>

namespace identity {

namespace {

constexpr auto issued_skew_max = std::chrono::seconds{10};

/// One audience, or several with us as the authorised party.
bool is_for_us(const json::Value& claims, std::string_view client_id) {
    const auto* audience = claims.find("aud");
    if (audience == nullptr) return false;
    const auto party = claims.text_of("azp");
    if (!party.empty() && party != client_id) return false;
    if (const auto* one = audience->text()) return *one == client_id;
    const auto* several = audience->array();
    if (several == nullptr) return false;
    const bool names_us = std::ranges::any_of(
        *several, [&](const json::Value& value) { return value.text() != nullptr && *value.text() == client_id; });
    return names_us && (several->size() == 1 || party == client_id);
}

std::vector<Represented> represented_in(const json::Value& claims) {
    std::vector<Represented> found;
    const auto* details = claims.find("authorization_details");
    if (details == nullptr || details->array() == nullptr) return found;
    for (const auto& detail : *details->array()) {
        if (detail.text_of("type") != altinn_service_type) continue;
        const auto* parties = detail.find("reportees");
        if (parties == nullptr || parties->array() == nullptr) continue;
        for (const auto& party : *parties->array()) {
            const json::Value id = json::Object{{"authority", std::string{party.text_of("Authority")}},
                                                {"ID", std::string{party.text_of("ID")}}};
            const auto number = organisation_number_of(&id);
            if (!number.empty()) found.push_back({number, std::string{party.text_of("Name")}});
        }
    }
    return found;
}

} // namespace

Result<IdClaims> check_id_claims(const json::Value& claims, const IdRules& rules) {
    if (claims.text_of("iss") != rules.issuer)
        return token_issuer_wrong.error({{"issuer", std::string{claims.text_of("iss")}}});
    if (!is_for_us(claims, rules.client_id))
        return token_audience_wrong.error({{"audience", std::string{rules.client_id}}});
    const auto expires = instant_of_claim(claims.integer_of("exp"));
    if (expires <= rules.now) return token_expired.error({{"at", to_string(expires)}});
    const auto issued = instant_of_claim(claims.integer_of("iat"));
    if (issued > rules.now + issued_skew_max) return token_not_yet_valid.error({{"at", to_string(issued)}});
    if (rules.nonce.empty() || claims.text_of("nonce") != rules.nonce) return nonce_wrong.error();
    IdClaims checked;
    checked.assurance = assurance_level(claims.text_of("acr"));
    if (checked.assurance < rules.assurance_min) {
        return assurance_too_low.error({{"level", std::string{claims.text_of("acr")}}});
    }
    checked.subject = claims.text_of("sub");
    checked.identity_number = claims.text_of("pid");
    checked.name = claims.text_of("name");
    checked.provider_session = claims.text_of("sid");
    checked.locale = claims.text_of("locale");
    checked.represented = represented_in(claims);
    return checked;
}

} // namespace identity
