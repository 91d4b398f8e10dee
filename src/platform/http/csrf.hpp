#pragma once
// Changes asked for in a browser must come from our own pages: another site can make a browser send a request, with its
// cookies, but can neither read the session's token nor hide where it comes from.
#include "platform/http/request.hpp"
#include "platform/principal.hpp"

namespace http {

/// True for POST, PUT, PATCH and DELETE.
bool changes_state(Method);

/// Fails with platform.form_expired when Sec-Fetch-Site or Origin names another site. Requests with a bearer token are
/// let through: a browser never adds one by itself.
Result<void> check_origin(const Request&, std::string_view public_url);

/// Fails with platform.form_expired when a request of a session carries neither the form field csrfToken nor the header
/// X-CSRF-Token with the session's token. Without a session there is nothing that could be misused.
Result<void> check_token(const Request&, const Principal&);

} // namespace http
