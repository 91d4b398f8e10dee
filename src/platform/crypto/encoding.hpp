#pragma once
// Bytes as text. Reading is strict: one text for each value, so that nothing can be changed without being noticed.
#include "platform/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace crypto {

/// RFC 4648 section 5, without padding.
std::string to_base64url(std::string_view bytes);
/// Fails with platform.bad_value for padding, foreign characters, an impossible length and unused bits that are not
/// zero.
Result<std::string> from_base64url(std::string_view text);
/// RFC 4648 section 4, with padding.
std::string to_base64(std::string_view bytes);

/// The same back; padding may be left out. Fails with platform.bad_value as from_base64url does.
Result<std::string> from_base64(std::string_view text);

/// Two lower-case digits a byte.
std::string to_hex(std::string_view bytes);
std::string to_hex(std::span<const std::uint8_t> bytes);
/// Fails with platform.bad_value; upper case is refused too.
Result<std::string> from_hex(std::string_view text);
/// The same into a place of fixed length; false for any other length.
bool from_hex(std::string_view text, std::span<std::uint8_t> into);

} // namespace crypto
