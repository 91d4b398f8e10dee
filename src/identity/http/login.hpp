#pragma once
// Ways in and out, and my page. Handlers capture the options; there are no globals.
#include "identity/identity.hpp"

namespace identity {

Result<http::Response> show_login(const http::Query&, const Options&);
Result<http::Response> post_demonstration_login(const http::Command&, const Options&);
Result<http::Response> post_logout(const http::Command&, const Options&, const Outside&);
Result<http::Response> show_me(const http::Query&);
Result<http::Response> post_role(const http::Command&);
Result<http::Response> post_session_end(const http::Command&);
Result<http::Response> show_rights(const http::Query&);

/// "/login?level=high": somebody who is logged in already wants to be so at the highest level.
bool asks_for_high(const http::Request&);
/// The path of our own to return to after logging in; "/" for anything that could lead elsewhere.
std::string safe_return_path(std::string_view wanted);

} // namespace identity
