#pragma once
// Long contents sealed piece by piece, so that none is ever whole in memory: AES-256-GCM over pieces of 64 kB, bound to
// their order and to the end (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
#include "platform/crypto/key.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace crypto {

inline constexpr std::size_t sealed_piece_plain_bytes = 64 << 10;
inline constexpr std::size_t sealed_piece_bytes = sealed_piece_plain_bytes + 16;

/// The key of one file among those sealed under a common key; each is used for one content only, since the nonces are
/// counted from nought.
Key file_key_of(const Key& common, std::size_t number);

/// Plain bytes in, sealed bytes out. Even an empty content has one piece: an end that was cut off is noticed.
class SealingStream {
public:
    explicit SealingStream(Key key) : key_{std::move(key)} {}
    std::string add(std::string_view plain);
    std::string finish();

private:
    Key key_;
    std::uint64_t pieces_ = 0;
    std::string waiting_;
};

/// The length in the store of a content that was sealed.
std::uint64_t sealed_length(std::uint64_t plain_length);
/// One piece opened: its number from nought, and whether it is the last. Fails with platform.seal_broken for a piece
/// that is changed, moved, or the last where more must follow.
Result<std::string> open_piece(const Key&, std::uint64_t number, bool is_last, std::string_view sealed);

} // namespace crypto
