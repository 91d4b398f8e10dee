#pragma once
// Who asks. Implemented by the module that knows sessions and machine clients.
#include "platform/http/request.hpp"
#include "platform/principal.hpp"

namespace http {

class Authenticator {
public:
    virtual ~Authenticator() = default;
    /// The principal of the session cookie or bearer token; anonymous when the request carries neither. May block;
    /// called before the body is read. Fails with the module's own codes, kind unauthenticated, when a token is no
    /// good.
    virtual Result<Principal> authenticate(const Request&) = 0;
};

} // namespace http
