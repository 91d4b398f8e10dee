#pragma once
// Encryption that also notices changes: AES-256-GCM (NIST SP 800-38D).
#include "platform/crypto/key.hpp"

#include <string>
#include <string_view>

namespace crypto {

/// nonce (12 random bytes) ‖ ciphertext ‖ tag (16 bytes). What it is sealed for, the associated text, is not kept in
/// it, but opening needs the same: a sealed value cannot be moved to another place.
///
/// Random nonces are safe for 2³² values under one key (SP 800-38D § 8.3); ours has one key a person.
std::string seal(const Key&, std::string_view plain, std::string_view associated, Random&);

/// Fails with platform.seal_broken: another key, another associated text, or a changed byte. It never tells which.
Result<std::string> open(const Key&, std::string_view sealed, std::string_view associated);

} // namespace crypto
