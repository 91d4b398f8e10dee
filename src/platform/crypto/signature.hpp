#pragma once
// Ed25519 signatures (RFC 8032): one key, one signature for each text, nothing to choose and so nothing to choose
// wrongly.
#include "platform/crypto/key.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace crypto {

using Signature = std::array<std::uint8_t, 64>;

/// 32 bytes that may be shown to everybody.
struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};

    /// SHA-256 of the key as 64 hexadecimal digits: what people compare and publish.
    [[nodiscard]] std::string fingerprint() const;
    /// "-----BEGIN PUBLIC KEY-----" … (RFC 8410), for other tools.
    [[nodiscard]] std::string to_pem() const;
    /// Fails with platform.bad_value.
    static Result<PublicKey> from_pem(std::string_view pem);
    auto operator<=>(const PublicKey&) const = default;
};

class SigningKey {
public:
    /// The key that these 32 secret bytes are the seed of (RFC 8032 § 5.1.5).
    static SigningKey from_seed(const Key& seed);
    /// Reads a private key in PEM (PKCS #8), or makes the file with mode 0600 when there is none.
    /// Fails as load_or_create_master_key does.
    static Result<SigningKey> load_or_create(const std::string& path, Random&);

    SigningKey(SigningKey&&) noexcept;
    SigningKey& operator=(SigningKey&&) noexcept;
    ~SigningKey();

    [[nodiscard]] Signature sign(std::string_view bytes) const;
    [[nodiscard]] const PublicKey& public_key() const { return public_key_; }

private:
    struct State;
    explicit SigningKey(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
    PublicKey public_key_;
};

/// False for any other text, key or signature.
bool is_signed_by(const PublicKey&, std::string_view bytes, const Signature&);

} // namespace crypto
