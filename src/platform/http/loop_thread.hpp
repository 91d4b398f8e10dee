#pragma once
// One thread, one event loop, many connections.
#include "platform/http/asio_transport.hpp"
#include "platform/http/connection.hpp"

#include <atomic>

namespace http {

/// The lines of a server: those who ask, and those who watch an event stream and cost next to nothing.
struct Places {
    std::atomic<std::size_t> connections = 0;
    std::atomic<std::size_t> watchers = 0;
    std::size_t watchers_max = 0;
};

/// Serves what it is given until it is told to stop. Connections never change their loop.
class LoopThread final : public Loop {
public:
    LoopThread(ConnectionSurroundings&, TlsContext, Places&);
    ~LoopThread() override;

    void post(std::function<void()> step) override;
    bool begin_watching(const TransportListener&) override;
    void forget(const TransportListener&) override;
    /// Takes over a connected socket. Any thread may call it.
    void serve(int socket);
    /// Idle connections close now, the others after their answer.
    void stop_serving();
    /// Closes all that is left.
    void cut_off();
    /// Ends the thread. Nothing may be posted afterwards.
    void end();

private:
    struct Engine;
    void check_time();

    ConnectionSurroundings& surroundings_;
    TlsContext tls_;
    Places& places_;
    std::unique_ptr<Engine> engine_;
};

} // namespace http
