#pragma once
// A key that never leaves the device that keeps it: PKCS#11 (OASIS, v2.40), which HSMs, cards and SoftHSM all speak.
#include "platform/result.hpp"

#include <memory>
#include <string>
#include <string_view>

class Random;

namespace crypto {

struct TokenPlace {
    std::string module; ///< Path of the library that the device's maker gives.
    std::string token;  ///< The label it was initialised with.
    std::string key;    ///< The label of an AES key of 256 bits in it.
    std::string pin;    ///< Of its user, not of its security officer.
};

/// A session with the device. One at a time in a process: the library behind it has one state for all.
class KeyToken {
public:
    /// Loads the library, finds the token and logs in.
    ///
    /// Fails with platform.key_token_unavailable (library, token or session), platform.key_token_pin_wrong.
    static Result<KeyToken> open(TokenPlace);
    KeyToken(KeyToken&&) noexcept;
    KeyToken& operator=(KeyToken&&) noexcept;
    ~KeyToken();

    /// Fails with platform.key_token_unavailable.
    Result<bool> has_key();
    /// Makes the key in the device, so that it can neither be read out nor be marked as readable later.
    /// Fails with platform.key_token_unavailable.
    Result<void> make_key();

    /// AES-256-GCM in the device: nonce (12 bytes) ‖ ciphertext ‖ tag (16 bytes), as sealing.hpp writes it. Opening
    /// needs the same associated text.
    ///
    /// Fails with platform.key_token_without_key, platform.key_token_unavailable; opening also with
    /// platform.seal_broken.
    Result<std::string> seal(std::string_view plain, std::string_view associated, Random&);
    Result<std::string> unseal(std::string_view sealed, std::string_view associated);
    [[nodiscard]] const TokenPlace& place() const;

private:
    struct Session;
    explicit KeyToken(std::unique_ptr<Session>);
    std::unique_ptr<Session> session_;
};

} // namespace crypto
