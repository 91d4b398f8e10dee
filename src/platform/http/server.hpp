#pragma once
// The server: a listener, a loop per processor, a pool of workers. Give it a dispatcher and it answers.
#include "platform/http/connection.hpp"

namespace http {

struct ServerOptions {
    std::string address = "127.0.0.1"; ///< Numeric, IPv4 or IPv6.
    std::uint16_t port = 0;            ///< 0 takes a free one; bound_port() tells which.
    std::size_t io_threads = 0;        ///< 0: one for each processor.
    std::size_t workers_max = 32;
    std::size_t queue_length_max = 1024; ///< Requests that wait for a worker; more get 503.
    std::size_t connections_max = 10'000;
    std::size_t watchers_max = 10'000; ///< Lines that watch an event stream; they take no place of the others.
    ConnectionLimits limits{};
    std::string certificate_file; ///< PEM, with its chain. TLS when this and the key are given.
    std::string key_file;
    std::chrono::milliseconds stop_time_max{10'000}; ///< For what runs to finish.
    /// Told the port before anybody is answered, when it is set.
    std::function<void(std::uint16_t port)> on_bound{};
};

/// running ──stop()──▶ takes nobody in; idle connections close, answers that are being made are sent ──▶ stopped
class Server {
public:
    /// Answers from now on. The dispatcher must outlive the server. Fails with platform.address_taken,
    /// certificate_unusable.
    static Result<std::unique_ptr<Server>> start(Dispatcher&, const ServerOptions&, std::vector<Observer> = {});
    ~Server();

    [[nodiscard]] std::uint16_t bound_port() const;
    /// Returns when all is answered, or the time is up and the rest is cut off. Once; the destructor calls it.
    void stop();

    struct State {
        std::size_t connections = 0; ///< Without those who watch.
        std::size_t watchers = 0;
        std::size_t requests_running = 0;
        std::size_t requests_waiting = 0;
    };
    [[nodiscard]] State state() const;

private:
    struct Parts;
    explicit Server(std::unique_ptr<Parts>);
    std::unique_ptr<Parts> parts_;
};

} // namespace http
