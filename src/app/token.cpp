#include "app/errors.hpp"
#include "app/run.hpp"
#include "identity/development_issuer.hpp"
#include "platform/crypto/certificate.hpp"
#include "platform/crypto/key_file.hpp"
#include "registers/token_client.hpp"

#include <fmt/format.h>

namespace app {

static Result<std::string> fetched_token(const Config& config, const CommandLine& command) {
    auto issuer = command.issuer.empty()
                      ? fmt::format("http://127.0.0.1:{}/maskinporten/", config.number("server.port"))
                      : command.issuer;
    if (!issuer.ends_with('/')) issuer += '/';
    const auto key_file = command.key_file.empty()
                              ? fmt::format("{}/{}", config.text("data.folder"), identity::DevelopmentClient::key_file)
                              : command.key_file;
    const auto pem = TRY(crypto::read_secret_file(key_file));
    if (!pem) return file_unreadable.error({{"file", key_file}});
    auto key = TRY(crypto::private_jwk_of(*pem, command.key_id.empty() ? command.client : command.key_id));
    const auto clock = make_system_clock();
    const auto random = make_system_random();
    registers::TokenClient client{
        {issuer, command.client, std::move(key), command.scope, command.resource}, *clock, *random};
    return client.token();
}

int run_token(const Config& config, const CommandLine& command) {
    const auto token = fetched_token(config, command);
    if (!token) return tell(token.error());
    fmt::print("{}\n", *token);
    return 0;
}

} // namespace app
