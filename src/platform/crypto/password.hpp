#pragma once
// Secrets that machines and people prove themselves with, kept so that a stolen database does not tell them: Argon2id
// (RFC 9106), salted.
#include "platform/random.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace crypto {

/// What one guess costs whoever tries. The smallest of the recommended ones (OWASP), since each log-in costs it too.
struct PasswordCost {
    std::uint32_t memory_kib = 19'456;
    std::uint32_t passes = 2;
};

/// "$argon2id$v=19$m=…,t=…,p=1$salt$hash": the cost travels along, so that it can be raised later.
std::string hash_password(std::string_view secret, Random&, PasswordCost = {});
/// False for another secret and for a hash that is none. Takes as long as making it did.
bool is_password(std::string_view secret, const std::string& hash);

} // namespace crypto
