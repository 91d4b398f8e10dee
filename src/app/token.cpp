#include "app/errors.hpp"
#include "app/run.hpp"
#include "identity/development_issuer.hpp"
#include "platform/crypto/certificate.hpp"
#include "platform/crypto/jose.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/http/percent.hpp"
#include "platform/net/http_client.hpp"

#include <fmt/format.h>

namespace app {

static constexpr std::int64_t assertion_age_s = 120;

static Error token_refused(const std::string& why) {
    return token_not_given.error({{"why", why}});
}

static Result<std::string> signed_assertion(const CommandLine& command, const std::string& key_file,
                                            const std::string& issuer) {
    const auto pem = TRY(crypto::read_secret_file(key_file));
    if (!pem) return file_unreadable.error({{"file", key_file}});
    const auto key = TRY(crypto::private_jwk_of(*pem, command.key_id.empty() ? command.client : command.key_id));
    const auto clock = make_system_clock();
    const auto random = make_system_random();
    const auto now = std::chrono::floor<std::chrono::seconds>(clock->now()).time_since_epoch().count();
    json::Object claims{{"iss", command.client},        {"aud", issuer},
                        {"scope", command.scope},       {"iat", now},
                        {"exp", now + assertion_age_s}, {"jti", random->token(16)}};
    if (!command.resource.empty()) claims.push_back({"resource", command.resource});
    return crypto::sign_token(claims, key, "RS256");
}

/// What the issuer says of itself (RFC 8414), as Maskinporten publishes it.
static Result<std::string> token_endpoint_of(const std::string& issuer) {
    net::Request asked;
    asked.url = issuer + ".well-known/oauth-authorization-server";
    const auto answer = TRY(net::fetch(asked));
    const auto described = TRY(json::parse(answer.body));
    std::string endpoint{described.text_of("token_endpoint")};
    if (answer.status != 200 || endpoint.empty()) return token_refused(fmt::format("status {}", answer.status));
    return endpoint;
}

static Result<std::string> fetched_token(const Config& config, const CommandLine& command) {
    auto issuer = command.issuer.empty()
                      ? fmt::format("http://127.0.0.1:{}/maskinporten/", config.number("server.port"))
                      : command.issuer;
    if (!issuer.ends_with('/')) issuer += '/';
    const auto key_file = command.key_file.empty()
                              ? fmt::format("{}/{}", config.text("data.folder"), identity::DevelopmentClient::key_file)
                              : command.key_file;
    const auto assertion = TRY(signed_assertion(command, key_file, issuer));
    net::Request asked;
    asked.url = TRY(token_endpoint_of(issuer));
    asked.method = "POST";
    asked.headers = {{"content-type", "application/x-www-form-urlencoded"}};
    asked.body = fmt::format("grant_type={}&assertion={}",
                             http::percent_encoded("urn:ietf:params:oauth:grant-type:jwt-bearer"), assertion);
    const auto answer = TRY(net::fetch(asked));
    const auto given = TRY(json::parse(answer.body));
    std::string token{given.text_of("access_token")};
    if (token.empty()) return token_refused(std::string{given.text_of("error_description")});
    return token;
}

int run_token(const Config& config, const CommandLine& command) {
    const auto token = fetched_token(config, command);
    if (!token) return tell(token.error());
    fmt::print("{}\n", *token);
    return 0;
}

} // namespace app
