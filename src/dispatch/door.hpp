#pragma once
// Machines that log in with a name and a secret (HTTP Basic, RFC 7617).
#include "dispatch/office.hpp"
#include "platform/http/request.hpp"

#include <memory>

namespace dispatch {

/// One for the program; threads may ask at the same time.
///
/// Argon2 is slow on purpose, so who has proved themselves is remembered under a keyed hash for a while; a changed or
/// removed secret counts at once all the same. Wrong secrets are counted by name and address and by address, and after
/// a few the door stays shut for a while, longer each time.
class Door {
public:
    explicit Door(const Office&);
    ~Door();
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

    /// Nobody when the request names no Basic credentials. Fails with dispatch.credentials_wrong (which of name and
    /// secret is never told), dispatch.too_many_attempts, platform.server_busy.
    Result<std::optional<Principal>> authenticate(const http::Request&);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace dispatch
