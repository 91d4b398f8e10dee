#pragma once
// The key that all others hang on, in the data folder: as a file, or sealed so that only a token opens it.
#include "platform/crypto/key.hpp"
#include "platform/crypto/key_token.hpp"

#include <string>

namespace crypto {

inline constexpr std::string_view master_key_file = "master.key";
inline constexpr std::string_view sealed_master_key_file = "master.key.sealed";

/// From the file; made when there is none.
///
/// Fails as load_or_create_master_key, and with platform.master_key_sealed when only a token opens it.
Result<Key> master_key_in(const std::string& folder, Random&);

/// What the token opens. Fails with platform.master_key_open when it lies there unsealed, or not at all, and as
/// KeyToken::unseal does.
Result<Key> master_key_in(const std::string& folder, KeyToken&);

/// Seals the key of the folder, or a new one when there is none; tries that it opens, and then takes the open file
/// away. Does nothing to one that this token opens already. Can be repeated when it was cut off.
///
/// Fails with platform.key_file_unavailable, platform.key_file_faulty, platform.seal_broken and as KeyToken does; the
/// key is then where it was.
Result<void> seal_master_key(const std::string& folder, KeyToken&, Random&);
/// Puts a key that something else has opened under this token, instead of what is sealed there. Fails the same way.
Result<void> reseal_master_key(const std::string& folder, Key, KeyToken&, Random&);

} // namespace crypto
