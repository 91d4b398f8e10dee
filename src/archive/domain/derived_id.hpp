#pragma once
// Identifiers of what has none of its own: the same name gives the same one, so that the same records give the same
// bytes.
#include <string>
#include <string_view>

namespace archive {

/// A UUID of version 8 (RFC 9562) from the SHA-256 of the name.
std::string derived_id(std::string_view name);

} // namespace archive
