#pragma once
// A server on a free loopback port that talks to one client at a time; for testing our clients against the real
// protocol.
#include "platform/testing/listener.hpp"

#include <functional>
#include <optional>
#include <string>
#include <thread>

namespace world {

/// One connection, seen from the server.
class Conversation {
public:
    explicit Conversation(int socket) : socket_{socket} {}
    /// Up to and with the line end; nothing when the client is gone.
    std::optional<std::string> line();
    /// Exactly so many bytes; nothing when the client is gone.
    std::optional<std::string> bytes(std::size_t count);
    void say(std::string_view text) const;

private:
    bool fill();
    int socket_;
    std::string held_;
};

class LineServer {
public:
    /// Talks with each client that comes, one after the other, until destroyed.
    explicit LineServer(std::function<void(Conversation&)> talk);
    ~LineServer();
    LineServer(const LineServer&) = delete;
    LineServer& operator=(const LineServer&) = delete;
    [[nodiscard]] int port() const { return listener_.port; }

private:
    Listener listener_ = Listener::open();
    std::thread thread_;
};

} // namespace world
