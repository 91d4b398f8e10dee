#pragma once
// What every answer gets before it leaves: headers that protect, a tag, 304, a range, compression.
#include "platform/http/response.hpp"

namespace http {

/// The strict policy of every page: nothing inline, nothing from elsewhere (docs/decisions tell why).
inline constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src "
    "'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Adds the headers that browsers are to obey. Those that the response has already stay as they are.
void add_protection(Response&, bool is_secure);

struct Audience {
    bool is_private = false;    ///< The answer was made for somebody who is logged in.
    bool is_negotiated = false; ///< Another Accept would have given another representation of the same path.
};
/// Cache-Control, Vary, ETag ("version.hash" or "hash", another one for the compressed form), 304 when the client has
/// it, 206 or 416 for a range of a part-wise body, gzip for text over 1 kB. Fails with platform.range_unsatisfiable.
Result<void> finish(Response&, const Request&, Audience);

} // namespace http
