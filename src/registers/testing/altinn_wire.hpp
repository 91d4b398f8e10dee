#pragma once
// Altinn for development as tests ask it, without a network between.
#include "registers/development_altinn.hpp"
#include "registers/errors.hpp"

namespace altinn_wire {

inline constexpr std::string_view address = "https://platform.example";

inline registers::TokenGrant grant(json::Value private_jwk) {
    return {"https://i.example/", "klient", std::move(private_jwk), std::string{registers::AltinnMessages::scopes}, {}};
}

/// What the issuer beside it says; nothing for what is asked of Altinn itself.
inline std::optional<net::Answer> issuer_answer(const net::Request& request) {
    if (!request.url.starts_with("https://i.example/")) return std::nullopt;
    if (request.method == "GET")
        return net::Answer{200, R"({"issuer":"https://i.example/","token_endpoint":"https://i.example/t"})", {}};
    return net::Answer{200, R"({"access_token":"t","expires_in":120})", {}};
}

/// Takes the token above and no other.
inline Result<json::Value> claims_of(std::string_view token) {
    if (token != "t") return registers::token_refused.error();
    return json::Value{json::Object{{"scope", std::string{registers::AltinnMessages::scopes}}}};
}

inline net::Answer written(const Result<json::Value>& answer) {
    if (answer) return {200, json::to_string(*answer), {}};
    const auto& code = answer.error().code;
    const int status = code == registers::token_refused.name            ? 401
                       : code == registers::altinn_message_taken.name   ? 409
                       : code == registers::altinn_message_missing.name ? 404
                                                                        : 400;
    return {status, std::string{code}, {}};
}

inline net::Answer answer_to(registers::DevelopmentAltinn& altinn, const net::Request& request, Instant now) {
    std::string authorization, type;
    for (const auto& [name, value] : request.headers) {
        if (name == "authorization") authorization = value;
        if (name == "content-type") type = value;
    }
    const auto path = request.url.substr(address.size());
    static constexpr std::string_view messages = "/correspondence/api/v1/correspondence";
    if (path == "/authentication/api/v1/exchange/maskinporten") {
        const auto token = altinn.exchange(authorization, now);
        return token ? net::Answer{200, "\"" + *token + "\"", {}} : net::Answer{401, {}, {}};
    }
    if (!path.starts_with(messages)) return {404, {}, {}};
    const auto rest = path.substr(messages.size());
    if (rest == "/upload" && request.method == "POST")
        return written(altinn.take(authorization, type, request.body, now));
    if (rest.starts_with("?")) return written(altinn.search(authorization, *http::Form::parse(rest.substr(1)), now));
    if (rest.ends_with("/details")) return written(altinn.details(authorization, rest.substr(1, 36), now));
    return {404, {}, {}};
}

} // namespace altinn_wire
