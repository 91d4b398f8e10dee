#pragma once
// Tokens for development, handed out in Maskinporten's protocol: for `samband demo` alone, where anybody on the machine
// may be anybody. Source: Maskinporten, "JWT grants"; RFC 7523, RFC 8414.
#include "platform/json/value.hpp"
#include "platform/services.hpp"

#include <map>
#include <mutex>
#include <string>

namespace identity {

/// A system that is known by the id of its key. Those that send a certificate (x5c) need not be known.
struct DevelopmentClient {
    std::string id, key_id, organisation_number;
    json::Value public_jwk;

    static constexpr std::string_view demo_id = "demo-klient";
    static constexpr std::string_view key_file = "demo-klient.key.pem";
    static constexpr std::string_view certificate_file = "demo-klient.pem";
    /// The one whose key pair lies in the folder; makes the pair when there is none. Fails as crypto::read_secret_file
    /// and create_secret_file do, and with platform.certificate_unusable.
    static Result<DevelopmentClient> in_folder(const std::string& folder, std::string organisation_number);
};

class DevelopmentIssuer {
public:
    DevelopmentIssuer(const Services&, DevelopmentClient);

    /// "http://127.0.0.1:8080/maskinporten/"; the address is known once the server listens.
    [[nodiscard]] std::string issuer() const;
    /// The public keys, as a JWK set.
    [[nodiscard]] const json::Value& keys() const { return keys_; }

    /// What a client gets for its assertion: access_token, token_type, expires_in, scope. Fails with
    /// identity.assertion_refused; its value "error" is the name that OAuth has for it.
    Result<json::Value> exchange(std::string_view grant_type, std::string_view assertion);
    /// The claims of a token that came from here. Fails as crypto::verify_token does.
    Result<json::Value> verify(std::string_view token) const;

private:
    struct Holder;
    Result<Holder> holder_of(std::string_view assertion) const;
    Result<void> check(const json::Value& claims, const Holder&, Instant now);

    const Services& services_;
    DevelopmentClient client_;
    json::Value key_, keys_;
    std::mutex mutex_;
    std::map<std::string, Instant> used_; ///< Ids of assertions, with when they end.
};

} // namespace identity
