#include "platform/crypto/digest.hpp"

#include "platform/ensure.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace crypto {

namespace {

const EVP_MD* fetched(const char* name) {
    const auto* found = EVP_MD_fetch(nullptr, name, nullptr);
    ensure_or_stop(found != nullptr);
    return found;
}

/// Looked up once: fetching an algorithm by name costs more than hashing a short text.
const EVP_MD* algorithm() {
    static const auto* found = fetched("SHA256");
    return found;
}

const EVP_MD* sha1_algorithm() {
    static const auto* found = fetched("SHA1");
    return found;
}

} // namespace

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    State() { begin(); }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    void begin() const {
        const auto has_begun = EVP_DigestInit_ex2(context, algorithm(), nullptr);
        ensure(has_begun == 1);
    }
};

Sha256::Sha256() : state_{std::make_unique<State>()} {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

Sha256& Sha256::update(std::string_view bytes) {
    const auto is_hashed = EVP_DigestUpdate(state_->context, bytes.data(), bytes.size());
    ensure(is_hashed == 1);
    return *this;
}

Sha256& Sha256::update(std::span<const std::uint8_t> bytes) {
    return update(std::string_view{reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Sha256& Sha256::update_number(std::uint64_t number) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(number >> (56 - 8 * i));
    return update(std::span<const std::uint8_t>{bytes});
}

Digest Sha256::finish() {
    Digest digest{};
    const auto is_finished = EVP_DigestFinal_ex(state_->context, digest.data(), nullptr);
    ensure(is_finished == 1);
    state_->begin();
    return digest;
}

struct Sha1::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    State() {
        const auto has_begun = EVP_DigestInit_ex2(context, sha1_algorithm(), nullptr);
        ensure(has_begun == 1);
    }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

Sha1::Sha1() : state_{std::make_unique<State>()} {}
Sha1::~Sha1() = default;

Sha1& Sha1::update(std::string_view bytes) {
    const auto is_hashed = EVP_DigestUpdate(state_->context, bytes.data(), bytes.size());
    ensure(is_hashed == 1);
    return *this;
}

std::array<std::uint8_t, 20> Sha1::finish() {
    std::array<std::uint8_t, 20> digest{};
    const auto is_finished = EVP_DigestFinal_ex(state_->context, digest.data(), nullptr);
    ensure(is_finished == 1);
    return digest;
}

Digest sha256(std::string_view bytes) {
    return Sha256{}.update(bytes).finish();
}

Digest hmac_sha256(std::string_view key, std::string_view bytes) {
    Digest digest{};
    const auto* made = HMAC(algorithm(), key.data(), static_cast<int>(key.size()),
                            reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data(), nullptr);
    ensure(made != nullptr);
    return digest;
}

bool equal(std::string_view left, std::string_view right) {
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace crypto
