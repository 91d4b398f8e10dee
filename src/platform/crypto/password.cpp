#include "platform/crypto/password.hpp"

#include "platform/ensure.hpp"

#include <argon2.h>

namespace crypto {

static constexpr std::size_t salt_length = 16;
static constexpr std::size_t hash_length = 32;

std::string hash_password(std::string_view secret, Random& random, PasswordCost cost) {
    std::string salt(salt_length, '\0');
    random.fill(salt.data(), salt.size());
    std::string encoded(argon2_encodedlen(cost.passes, cost.memory_kib, 1, salt_length, hash_length, Argon2_id), '\0');
    const auto outcome = argon2id_hash_encoded(cost.passes, cost.memory_kib, 1, secret.data(), secret.size(),
                                               salt.data(), salt.size(), hash_length, encoded.data(), encoded.size());
    ensure(outcome == ARGON2_OK);
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool is_password(std::string_view secret, const std::string& hash) {
    return argon2id_verify(hash.c_str(), secret.data(), secret.size()) == ARGON2_OK;
}

} // namespace crypto
