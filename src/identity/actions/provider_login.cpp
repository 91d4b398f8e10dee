#include "identity/actions/provider_login.hpp"

#include "identity/domain/errors.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/sealing.hpp"
#include "platform/http/request.hpp"
#include "platform/net/http_client.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace identity {

namespace {

constexpr std::string_view sealed_for = "samband log-in";
// Long enough to find the phone and type a code.
constexpr auto away_max = std::chrono::minutes{10};

std::int64_t seconds_of(Instant instant) {
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

Error faulty(std::string_view why) {
    return provider_answer_faulty.error({{"why", std::string{why}}});
}

/// RFC 6749 §2.3.1: id and secret are form-encoded before they become Basic credentials.
std::string basic(const ProviderOptions& options) {
    const auto encoded = [](const std::string& text) {
        http::Form form;
        form.add("", text);
        return form.to_string().substr(1);
    };
    return "Basic " + crypto::to_base64(encoded(options.client_id) + ":" + encoded(options.client_secret));
}

std::vector<std::string_view> services_asked(const ProviderOptions& options) {
    std::vector<std::string_view> found;
    for (std::string_view rest :
         {std::string_view{options.altinn_services}, std::string_view{options.altinn_post_services}}) {
        while (!rest.empty()) {
            const auto end = std::min(rest.find(' '), rest.size());
            if (end > 0) found.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return found;
}

/// RFC 9396: whom the person may act for, asked of Altinn by way of Ansattporten. Only main units are asked for: they
/// are the ones that the directory knows.
std::string authorization_details(const ProviderOptions& options) {
    json::Array wanted;
    for (const auto service : services_asked(options)) {
        wanted.push_back(json::Object{{"type", std::string{altinn_type_of(service)}},
                                      {"resource", std::string{service}},
                                      {"organizationform", "enterprise"},
                                      {"allow_multiple_organizations", "true"}});
    }
    return wanted.empty() ? std::string{} : json::to_string(wanted);
}

} // namespace

bool asks_for_one_kind(const ProviderOptions& options) {
    const auto services = services_asked(options);
    return std::ranges::all_of(
        services, [&](auto service) { return altinn_type_of(service) == altinn_type_of(services.front()); });
}

Result<Provider> discover(const ProviderOptions& options) {
    if (options.issuer.empty()) return provider_missing.error();
    const auto separator = options.issuer.ends_with('/') ? "" : "/";
    const auto answer = TRY(net::fetch({.url = options.issuer + separator + ".well-known/openid-configuration"}));
    if (answer.status != 200) return faulty(fmt::format("discovery answered {}", answer.status));
    const auto document = json::parse(answer.body);
    if (!document) return faulty("discovery is not JSON");
    if (document->text_of("issuer") != options.issuer) return faulty("discovery names another issuer");
    Provider provider{std::string{document->text_of("authorization_endpoint")},
                      std::string{document->text_of("token_endpoint")}, std::string{document->text_of("jwks_uri")},
                      std::string{document->text_of("end_session_endpoint")}};
    const auto* names_itself = document->find("authorization_response_iss_parameter_supported");
    provider.names_itself = names_itself != nullptr && names_itself->boolean() && *names_itself->boolean();
    if (provider.authorization_endpoint.empty() || provider.token_endpoint.empty() || provider.jwks_uri.empty()) {
        return faulty("discovery lacks an address");
    }
    return provider;
}

Departure make_departure(Random& random, Instant now, std::string return_path, std::string assurance_min) {
    return {random.token(24),       random.token(24),         random.token(48),
            std::move(return_path), std::move(assurance_min), seconds_of(now)};
}

std::string sealed(const Outside& outside, const Departure& departure, Random& random) {
    const json::Value plain = json::Object{{"state", departure.state},
                                           {"nonce", departure.nonce},
                                           {"verifier", departure.verifier},
                                           {"returnPath", departure.return_path},
                                           {"assuranceMin", departure.assurance_min},
                                           {"leftAt", departure.left_at}};
    return crypto::to_base64url(crypto::seal(outside.cookie_key, json::to_string(plain), sealed_for, random));
}

Result<Departure> opened(const Outside& outside, std::string_view cookie, Instant now) {
    const auto bytes = crypto::from_base64url(cookie);
    if (!bytes) return login_not_begun.error();
    const auto plain = crypto::open(outside.cookie_key, *bytes, sealed_for);
    if (!plain) return login_not_begun.error();
    const auto document = json::parse(*plain);
    if (!document) return login_not_begun.error();
    Departure departure{std::string{document->text_of("state")},        std::string{document->text_of("nonce")},
                        std::string{document->text_of("verifier")},     std::string{document->text_of("returnPath")},
                        std::string{document->text_of("assuranceMin")}, document->integer_of("leftAt")};
    // Without it anybody would come in.
    if (departure.assurance_min.empty()) return login_not_begun.error();
    if (seconds_of(now) - departure.left_at > std::chrono::seconds{away_max}.count()) return login_not_begun.error();
    return departure;
}

std::string departure_address(const Provider& provider, const ProviderOptions& options, const Departure& departure,
                              std::string_view redirect_uri, std::string_view language) {
    const auto challenge = crypto::to_base64url(crypto::view(crypto::sha256(departure.verifier)));
    http::Form query;
    query.add("response_type", "code");
    query.add("client_id", options.client_id);
    query.add("redirect_uri", std::string{redirect_uri});
    query.add("scope", "openid profile");
    query.add("state", departure.state);
    query.add("nonce", departure.nonce);
    query.add("code_challenge", challenge);
    query.add("code_challenge_method", "S256");
    query.add("acr_values", departure.assurance_min);
    query.add("ui_locales", std::string{language});
    const auto details = authorization_details(options);
    if (!details.empty()) query.add("authorization_details", details);
    const auto joint = provider.authorization_endpoint.find('?') == std::string::npos ? "?" : "&";
    return provider.authorization_endpoint + joint + query.to_string();
}

Result<Identified> trade_code(const Outside& outside, const Provider& provider, const Departure& departure,
                              std::string_view code, std::string_view redirect_uri, Instant now) {
    http::Form form;
    form.add("grant_type", "authorization_code");
    form.add("code", std::string{code});
    form.add("redirect_uri", std::string{redirect_uri});
    form.add("code_verifier", departure.verifier);
    const auto answer = TRY(net::fetch(
        {.url = provider.token_endpoint,
         .method = "POST",
         .headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Authorization", basic(outside.provider)}},
         .body = form.to_string()}));
    const auto document = json::parse(answer.body);
    if (answer.status >= 400 && answer.status < 500) {
        return login_refused.error(
            {{"reason", document ? std::string{document->text_of("error").substr(0, 100)} : ""}});
    }
    if (answer.status != 200 || !document) return faulty(fmt::format("the token address answered {}", answer.status));
    const auto id_token = std::string{document->text_of("id_token")};
    if (id_token.empty()) return faulty("the token address gave no id_token");
    outside.provider_keys->set_url(provider.jwks_uri);
    const auto claims = TRY(outside.provider_keys->verify(id_token));
    const IdRules rules{outside.provider.issuer, outside.provider.client_id, departure.nonce,
                        assurance_level(departure.assurance_min), now};
    return Identified{TRY(check_id_claims(claims, rules)), id_token};
}

std::string goodbye_address(const Provider& provider, std::string_view id_token, std::string_view back_to) {
    if (provider.end_session_endpoint.empty()) return {};
    http::Form query;
    query.add("id_token_hint", std::string{id_token});
    query.add("post_logout_redirect_uri", std::string{back_to});
    return provider.end_session_endpoint + "?" + query.to_string();
}

} // namespace identity
