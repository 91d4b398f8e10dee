#pragma once
// Machines that log in: with a name and a secret (HTTP Basic, RFC 7617), or as an integration, with a token of
// Maskinporten's and the headers IntegrasjonId and IntegrasjonPassord.
#include "dispatch/office.hpp"
#include "identity/identity.hpp"
#include "platform/http/request.hpp"

#include <memory>

namespace dispatch {

/// One for the program; threads may ask at the same time. How secrets are tried stands in actions/trial.hpp.
class Door {
public:
    Door(const Office&, const identity::Outside&);
    ~Door();
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

    /// Nobody when the request names neither. Fails with dispatch.credentials_wrong (which of name and secret is never
    /// told), dispatch.integration_wrong (nor here), dispatch.too_many_attempts, dispatch.rate_exceeded,
    /// platform.server_busy, and as identity::post_token_consumer does.
    Result<std::optional<Principal>> authenticate(const http::Request&);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace dispatch
