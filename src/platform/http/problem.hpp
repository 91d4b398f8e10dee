#pragma once
// The one place that turns an error into an answer: problem+json (RFC 9457) or the same words on a page.
#include "platform/http/call.hpp"

namespace http {

/// The status of an error. Only here do kinds meet HTTP.
int status_of(const Error&, const Request&);

/// HTML when the request wants HTML, else application/problem+json. Retry-After, Allow and WWW-Authenticate where they
/// belong.
Response problem(const Call&, const Error&);

} // namespace http
