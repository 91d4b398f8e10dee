#pragma once
// Trying the secrets of machines.
#include "platform/clock.hpp"
#include "platform/random.hpp"
#include "platform/result.hpp"

#include <memory>
#include <string>
#include <vector>

namespace dispatch {

/// One for the program; threads may ask at the same time.
///
/// Argon2 is slow on purpose, so who has proved themselves is remembered under a keyed hash for a while; a changed or
/// removed secret counts at once all the same. Wrong secrets are counted by name and address and by address, and after
/// a few the door stays shut for a while, longer each time.
class Trial {
public:
    explicit Trial(Random&);
    ~Trial();
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    struct Attempt {
        std::string name, secret, address;
    };
    /// Fails with dispatch.too_many_attempts while the door is shut.
    Result<void> may_try(const Attempt&, Instant now);
    /// stored: the hashes that the name has; a name without one takes as long as any other. Fails with
    /// dispatch.credentials_wrong, platform.server_busy.
    Result<void> prove(const Attempt&, const std::vector<std::string>& stored, Instant now);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace dispatch
