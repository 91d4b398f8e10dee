#pragma once
// A seal over the content of a document, such as minutes: who holds the document and the seal can check both offline.
#include "platform/crypto/digest.hpp"
#include "platform/crypto/signature.hpp"
#include "platform/journal/journal.hpp"

#include <string>

namespace journal {

struct Seal {
    Digest content{}; ///< SHA-256 of the bytes.
    Instant signed_at;
    crypto::PublicKey public_key;
    crypto::Signature signature{};

    /// {"content":"…","signedAt":…,"publicKey":"…","fingerprint":"…","signature":"…"}: to be kept beside the document.
    [[nodiscard]] std::string to_json() const;
    /// Fails with platform.bad_value for anything but exactly that form.
    static Result<Seal> parse(std::string_view json);
    auto operator<=>(const Seal&) const = default;
};

Seal sign_content(const crypto::SigningKey&, std::string_view bytes, Instant now);
/// True when the seal is over these bytes and time and is the key's that stands in it. Whose key that is, its
/// fingerprint tells.
bool is_sealed_by(const Seal&, std::string_view bytes);

} // namespace journal
