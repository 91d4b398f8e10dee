#pragma once
// Tokens that let us ask others: a signed assertion is handed to an issuer, which gives a token for a while.
// Source: RFC 7523 § 2.1, RFC 8414; Maskinporten, "JWT grants".
#include "platform/clock.hpp"
#include "platform/json/value.hpp"
#include "platform/net/http_client.hpp"
#include "platform/random.hpp"

#include <functional>
#include <mutex>
#include <string>

namespace registers {

/// How others are asked; tests give their own.
using Fetch = std::function<Result<net::Answer>(const net::Request&)>;

/// Who asks, for what, and how it proves itself.
struct TokenGrant {
    std::string issuer; ///< "https://issuer.example/"; its addresses are read from what it says of itself.
    std::string client_id;
    json::Value private_jwk; ///< RSA, with the key id that the issuer knows; see crypto::private_jwk_of.
    std::string scope;       ///< With blanks between.
    std::string resource;    ///< Whom the token is for (claim aud); empty: anybody.
    /// The organisation that has let us act for it (consumer_org); empty: we act for ourselves.
    std::string consumer_number{};
};

/// Keeps a token until shortly before it ends. Threads may ask at the same time: one of them fetches, the others get
/// what it got. An issuer that failed is left alone for a few seconds, so that many who wait do not come down on it one
/// after the other.
class TokenClient {
public:
    TokenClient(TokenGrant, const Clock&, Random&, Fetch = net::fetch);

    /// Fails with registers.token_not_given (why: what the issuer said), platform.outside_unreachable,
    /// platform.outside_answer_too_large, platform.token_key_unknown.
    Result<std::string> token();
    /// Somebody refused the token, so it is not handed out again; another one that came meanwhile stays.
    void forget(std::string_view token);

private:
    struct Given {
        std::string token;
        Instant ends_at;
    };
    Result<std::string> assertion(Instant now);
    Result<std::string> endpoint();
    Result<Given> exchange(Instant now);

    const TokenGrant grant_;
    const Clock& clock_;
    Random& random_;
    const Fetch fetch_;
    std::mutex mutex_; ///< Held while the issuer is asked.
    std::string endpoint_;
    Given kept_;
    std::optional<Error> failure_;
    Instant failed_at_{};
};

} // namespace registers
