#pragma once
// What a route takes as a body, judged by the head alone, before a byte of it is read.
#include "platform/http/head.hpp"
#include "platform/http/router.hpp"

namespace http {

/// Fails with platform.length_required, body_too_large, media_type_unsupported, and with request_malformed when a
/// method that only reads comes with a body.
Result<void> check_body_rules(const Route&, const Head&);

} // namespace http
