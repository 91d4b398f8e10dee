#pragma once
// Signed tokens: JSON Web Signature (RFC 7515) in its compact form. cjose stays behind jose.cpp.
#include "platform/json/value.hpp"
#include "platform/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crypto {

/// The algorithms that we know (RFC 7518 §3.1). Which of them may be used is the configuration's choice, never the
/// token's.
inline constexpr std::string_view token_algorithms[] = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256"};

/// The longest token that is looked at.
inline constexpr std::size_t token_bytes_max = 16'384;

/// The claims of a token whose signature holds.
///
/// jwks: the issuer's public keys (RFC 7517). A key is used only when its kid is the token's (or when the token has
/// none and there is one key), its type fits the algorithm, and it is not meant for encryption. Fails with
/// platform.token_malformed, platform.token_algorithm_refused, platform.token_key_unknown (ask the issuer for its keys
/// again), platform.token_signature_wrong.
Result<json::Value> verify_token(std::string_view token, const json::Value& jwks,
                                 std::span<const std::string_view> algorithms = token_algorithms);

/// Signs claims with a private key given as JWK. Fails with platform.token_key_unknown when the key cannot sign.
Result<std::string> sign_token(const json::Value& claims, const json::Value& private_jwk, std::string_view algorithm);

/// A new key pair as JWK with private part, for tests and the demonstration: "RSA" (2048 bits) or "EC" (P-256).
json::Value make_signing_key(std::string_view type, std::string_view key_id);
/// The same key without its private part.
json::Value public_part(const json::Value& jwk);

} // namespace crypto
