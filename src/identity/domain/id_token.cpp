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

/// As Altinn 2 writes a party.
Represented reportee(const json::Value& party) {
    const json::Value id =
        json::Object{{"authority", std::string{party.text_of("Authority")}}, {"ID", std::string{party.text_of("ID")}}};
    return {organisation_number_of(&id), std::string{party.text_of("Name")}, {}};
}

/// As Altinn 3 does.
Represented authorized_party(const json::Value& party) {
    return {organisation_number_of(party.find("orgno")), std::string{party.text_of("name")}, {}};
}

std::vector<Represented> represented_in(const json::Value& claims) {
    std::vector<Represented> found;
    const auto* details = claims.find("authorization_details");
    if (details == nullptr || details->array() == nullptr) return found;
    for (const auto& detail : *details->array()) {
        const bool is_service = detail.text_of("type") == altinn_service_type;
        if (!is_service && detail.text_of("type") != altinn_resource_type) continue;
        const auto* parties = detail.find(is_service ? "reportees" : "authorized_parties");
        if (parties == nullptr || parties->array() == nullptr) continue;
        for (const auto& party : *parties->array()) {
            auto named = is_service ? reportee(party) : authorized_party(party);
            named.service = detail.text_of("resource");
            if (!named.organisation_number.empty()) found.push_back(std::move(named));
        }
    }
    return found;
}

} // namespace

std::string_view altinn_type_of(std::string_view service) {
    const auto is_digits = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    const auto edition = service.rfind(':');
    if (edition == std::string_view::npos || edition == 0 || !is_digits(service.substr(edition + 1)))
        return altinn_resource_type;
    const auto code = service.rfind(':', edition - 1);
    const bool has_code = code != std::string_view::npos && is_digits(service.substr(code + 1, edition - code - 1));
    return has_code ? altinn_service_type : altinn_resource_type;
}

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
