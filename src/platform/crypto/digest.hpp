#pragma once
// SHA-256 (FIPS 180-4) and what is made of it.
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace crypto {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    Sha256& update(std::string_view bytes);
    Sha256& update(std::span<const std::uint8_t> bytes);
    /// Big-endian, eight bytes: a number inside a hash has one form only.
    Sha256& update_number(std::uint64_t number);
    /// The digest of all bytes so far. The object begins anew.
    Digest finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// SHA-1 of bytes that come piece by piece. Only where a protocol knows nothing better: it guards against accidents,
/// not against people.
class Sha1 {
public:
    Sha1();
    ~Sha1();
    Sha1(const Sha1&) = delete;
    Sha1& operator=(const Sha1&) = delete;

    Sha1& update(std::string_view bytes);
    std::array<std::uint8_t, 20> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

Digest sha256(std::string_view bytes);
/// HMAC with SHA-256 (RFC 2104).
Digest hmac_sha256(std::string_view key, std::string_view bytes);

/// True when both are the same; takes the same time wherever they differ. Their lengths are no secret.
bool equal(std::string_view left, std::string_view right);

inline std::string_view view(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

} // namespace crypto
