#pragma once
// Percent-encoding (RFC 3986, section 2.1) and its variant in forms, where a plus is a space.
#include <optional>
#include <string>
#include <string_view>

namespace http {

/// Nothing when a '%' is not followed by two hexadecimal digits. What comes out need not be UTF-8.
std::optional<std::string> percent_decoded(std::string_view encoded, bool plus_is_space = false);
/// Everything but the unreserved characters is encoded; a space is %20.
std::string percent_encoded(std::string_view text);

} // namespace http
