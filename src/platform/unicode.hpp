#pragma once
// UTF-8 as it comes from outside: is it valid, how long is it, what of it does not belong in text.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace unicode {

/// The byte at which the text stops being UTF-8 (RFC 3629: no surrogates, nothing overlong, at most U+10FFFF); nothing
/// when all of it is.
std::optional<std::size_t> first_invalid_byte(std::string_view text);
inline bool is_valid(std::string_view text) {
    return !first_invalid_byte(text);
}

/// Code points; the text must be valid.
std::size_t length(std::string_view text);

/// Without white space (Unicode's, no-break space included) at both ends; the text must be valid.
std::string_view trimmed(std::string_view text);

/// Composed form (NFC): "a" + ring above becomes "å", so that what looks the same is the same.
std::string composed(std::string text);

/// True when it holds control characters (C0 but those allowed, DEL, C1, line and paragraph separator) or the marks
/// that reverse the direction of writing, with which a text can be made to look like another.
bool has_control_characters(std::string_view text, std::string_view allowed = {});

/// Without the code points that XML 1.0 cannot hold (C0 but tab and line ends, surrogates, U+FFFE and U+FFFF); what is
/// not UTF-8 becomes U+FFFD.
std::string fit_for_xml(std::string_view text);

} // namespace unicode
