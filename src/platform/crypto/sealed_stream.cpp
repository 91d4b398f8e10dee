#include "platform/crypto/sealed_stream.hpp"

#include "platform/crypto/gcm.hpp"

#include <fmt/format.h>

namespace crypto {

/// Eleven bytes of number, big-endian, and one that tells the last piece from the others.
static std::string piece_nonce(std::uint64_t number, bool is_last) {
    std::string nonce(gcm_nonce_length, '\0');
    for (std::size_t i = 0; i < sizeof number; ++i) {
        nonce[gcm_nonce_length - 2 - i] = static_cast<char>(number >> (8 * i) & 0xFFU);
    }
    nonce.back() = is_last ? '\1' : '\0';
    return nonce;
}

Key file_key_of(const Key& common, std::size_t number) {
    return common.derive(fmt::format("file {}", number));
}

std::string SealingStream::add(std::string_view plain) {
    std::string sealed;
    waiting_ += plain;
    // The last piece is not known to be the last until finish(), so a full one waits for more.
    std::size_t done = 0;
    while (waiting_.size() - done > sealed_piece_plain_bytes) {
        const auto piece = std::string_view{waiting_}.substr(done, sealed_piece_plain_bytes);
        sealed += gcm_seal(key_, piece_nonce(pieces_++, false), piece, {});
        done += piece.size();
    }
    waiting_.erase(0, done);
    return sealed;
}

std::string SealingStream::finish() {
    auto sealed = gcm_seal(key_, piece_nonce(pieces_, true), waiting_, {});
    waiting_.clear();
    return sealed;
}

std::uint64_t sealed_length(std::uint64_t plain_length) {
    const auto pieces =
        plain_length == 0 ? 1 : (plain_length + sealed_piece_plain_bytes - 1) / sealed_piece_plain_bytes;
    return plain_length + pieces * gcm_tag_length;
}

Result<std::string> open_piece(const Key& key, std::uint64_t number, bool is_last, std::string_view sealed) {
    return gcm_open(key, piece_nonce(number, is_last), sealed, {});
}

} // namespace crypto
