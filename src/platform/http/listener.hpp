#pragma once
// Waits for clients at an address. One thread takes them in and shares them out evenly.
#include "platform/result.hpp"

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace http {

/// Without SO_REUSEPORT on purpose: a second program started on the same port must fail, not take half of the clients.
class Listener {
public:
    /// Called for each client, with a socket that does not block, by the listener's thread.
    using OnClient = std::function<void(int socket)>;

    /// Port 0 takes a free one. Fails with platform.address_taken.
    static Result<std::unique_ptr<Listener>> open(const std::string& address, std::uint16_t port);
    ~Listener();

    [[nodiscard]] std::uint16_t bound_port() const { return bound_port_; }
    void start(OnClient);
    /// Takes in nobody more.
    void stop();

private:
    Listener(int socket, int waker, std::uint16_t bound_port);
    void run(const OnClient&);
    bool take_in(const OnClient&);

    int socket_, waker_;
    std::uint16_t bound_port_;
    std::thread thread_;
};

} // namespace http
