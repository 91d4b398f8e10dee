#pragma once
// Whose words a path is refused in that nobody has.
#include "platform/http/router.hpp"

namespace http {

/// The protocol whose routes share the most leading words with the path, two at least; none when a route without a
/// protocol shares as many. A client that asks for a path that is not there, or with another method, is then answered
/// in words that it can read.
const Protocol* protocol_near(const Router&, std::string_view path);

} // namespace http
