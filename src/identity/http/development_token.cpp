// Maskinporten's three addresses, for development.
#include "identity/development_issuer.hpp"
#include "identity/domain/errors.hpp"
#include "identity/identity.hpp"
#include "platform/http/problem.hpp"
#include "platform/json/writing.hpp"

#include <algorithm>

namespace identity {

/// As OAuth tells it (RFC 6749 § 5.2).
static http::Response token_refusal(const http::Call& call, const Error& error) {
    const auto named = std::ranges::find(error.values, "error", &ErrorValue::name);
    const auto* name = named == error.values.end() ? nullptr : std::get_if<std::string>(&named->value);
    const json::Value told = json::Object{{"error", name != nullptr ? *name : "invalid_request"},
                                          {"error_description", call.t.detail_of(error)}};
    auto response = http::json_text(json::to_string(told), http::status_of(error, call.request));
    response.with("cache-control", "no-store");
    return response;
}

static constexpr http::Protocol token_protocol{token_refusal};

static Result<http::Response> give_token(DevelopmentIssuer& issuer, const http::Command& command) {
    const auto form = TRY(http::Form::parse(command.request.body));
    const auto given =
        TRY(issuer.exchange(form.first("grant_type").value_or(""), form.first("assertion").value_or("")));
    auto response = http::json_text(json::to_string(given));
    response.with("cache-control", "no-store");
    return response;
}

static http::Response describe_issuer(const DevelopmentIssuer& issuer) {
    const auto address = issuer.issuer();
    return http::json_text(json::to_string(
        json::Object{{"issuer", address},
                     {"token_endpoint", address + "token"},
                     {"jwks_uri", address + "jwk"},
                     {"token_endpoint_auth_methods_supported", json::Array{"private_key_jwt"}},
                     {"grant_types_supported", json::Array{"urn:ietf:params:oauth:grant-type:jwt-bearer"}},
                     {"token_endpoint_auth_signing_alg_values_supported", json::Array{"RS256"}}}));
}

void add_development_routes(http::Router& routes, DevelopmentIssuer& issuer) {
    const auto about = [](std::string_view operation, std::string_view summary) {
        http::About said{.operation = operation, .summary = summary, .formats = {http::Format::json}};
        said.protocol = &token_protocol;
        return said;
    };
    routes.post(
        "/maskinporten/token", right::everybody,
        [&issuer](const http::Command& command) { return give_token(issuer, command); },
        about("developmentToken", "Gives a token for a signed assertion, as Maskinporten does; for development."));
    routes.get(
        "/maskinporten/jwk", right::everybody,
        [&issuer](const http::Query&) -> Result<http::Response> {
            return http::json_text(json::to_string(issuer.keys()));
        },
        about("developmentKeys", "The keys that tokens for development are signed with."));
    routes.get(
        "/maskinporten/.well-known/oauth-authorization-server", right::everybody,
        [&issuer](const http::Query&) -> Result<http::Response> { return describe_issuer(issuer); },
        about("developmentIssuer", "Where tokens for development are had."));
}

} // namespace identity
