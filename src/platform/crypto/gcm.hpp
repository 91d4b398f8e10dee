#pragma once
// AES-256-GCM with a nonce that the caller answers for: never twice under one key.
#include "platform/crypto/key.hpp"

#include <string>
#include <string_view>

namespace crypto {

inline constexpr std::size_t gcm_nonce_length = 12;
inline constexpr std::size_t gcm_tag_length = 16;

/// ciphertext ‖ tag.
std::string gcm_seal(const Key&, std::string_view nonce, std::string_view plain, std::string_view associated);
/// Fails with platform.seal_broken.
Result<std::string> gcm_open(const Key&, std::string_view nonce, std::string_view sealed, std::string_view associated);

} // namespace crypto
