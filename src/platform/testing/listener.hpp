#pragma once
#include "platform/file_descriptor.hpp"

namespace world {

/// A socket that listens on a free loopback port.
struct Listener {
    FileDescriptor socket;
    int port = 0;

    static Listener open();
    /// Wakes whoever waits in accept(), which then fails.
    void stop() const;
};

} // namespace world
