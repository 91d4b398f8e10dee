#pragma once
// Signed documents: JSON Web Signature in its compact form (RFC 7515) with Ed25519 (RFC 8037). Tokens that others issue
// are jose.hpp's business; these are our own, and one algorithm is enough for them.
#include "platform/crypto/signature.hpp"
#include "platform/json/value.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crypto {

/// The public key as JWK (RFC 8037 section 2); its kid is its thumbprint (RFC 7638).
json::Object jwk_of(const PublicKey&);
std::string thumbprint(const PublicKey&);
/// The Ed25519 keys of a key set, those of other kinds left out. Fails with platform.bad_value when one is damaged.
Result<std::vector<PublicKey>> keys_in(const json::Value& jwks);

/// type: the header's typ. The header also holds the public key, so that the signature can be checked before the key
/// set is at hand.
std::string sign_compact(std::string_view payload, std::string_view type, const SigningKey&);

struct SignedDocument {
    std::string payload;
    std::string type;
    PublicKey key; ///< That it is signed with. Whose it is, the document itself cannot tell.
};
/// Fails with platform.token_malformed (also when it is longer than length_max), platform.token_algorithm_refused,
/// platform.token_signature_wrong.
Result<SignedDocument> open_compact(std::string_view document, std::size_t length_max);

} // namespace crypto
