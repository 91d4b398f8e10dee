#include "platform/http/server.hpp"
#include "platform/http/listener.hpp"
#include "platform/http/loop_thread.hpp"
#include "platform/log/log.hpp"

#include <algorithm>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace http {

struct Server::Parts {
    ServerOptions options;
    WorkerPool workers;
    ConnectionSurroundings surroundings;
    Places places;
    std::unique_ptr<Listener> listener;
    std::vector<std::unique_ptr<LoopThread>> loops;
    std::size_t next_loop = 0;
    bool is_stopped = false;

    Parts(Dispatcher& dispatcher, const ServerOptions& wanted, std::vector<Observer> observers)
        : options{wanted}, workers{wanted.workers_max, wanted.queue_length_max}, surroundings{dispatcher, workers,
                                                                                              wanted.limits,
                                                                                              std::move(observers)} {
        places.watchers_max = wanted.watchers_max;
    }

    void take_in(int socket);
};

/// A word to those who come when all places are taken; whoever speaks TLS sees only that the line ends.
static void turn_away(int socket, bool has_tls) {
    static constexpr std::string_view full =
        "HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\ncontent-length: 0\r\n"
        "connection: close\r\n\r\n";
    if (!has_tls) {
        [[maybe_unused]] const auto sent = ::send(socket, full.data(), full.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        ::shutdown(socket, SHUT_WR);
    }
    ::close(socket);
}

void Server::Parts::take_in(int socket) {
    if (places.connections >= options.connections_max) return turn_away(socket, !options.certificate_file.empty());
    loops[next_loop]->serve(socket);
    next_loop = (next_loop + 1) % loops.size();
}

Server::Server(std::unique_ptr<Parts> parts) : parts_{std::move(parts)} {}

Server::~Server() {
    stop();
}

/// A line is a file to the system, whose usual limit of 1024 for a process is far below ours.
static void allow_files(std::size_t lines_max) {
    constexpr rlim_t others = 1024; // Databases, documents, logs, parties outside.
    const auto wanted = static_cast<rlim_t>(lines_max) + others;
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= wanted) return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < wanted)
        logging::warning("http.files_limited", {{"wanted", static_cast<std::int64_t>(wanted)},
                                                {"allowed", static_cast<std::int64_t>(limit.rlim_cur)}});
}

Result<std::unique_ptr<Server>> Server::start(Dispatcher& dispatcher, const ServerOptions& options,
                                              std::vector<Observer> observers) {
    TlsContext tls;
    if (!options.certificate_file.empty()) tls = TRY(load_tls(options.certificate_file, options.key_file));
    allow_files(options.connections_max + options.watchers_max);
    auto parts = std::make_unique<Parts>(dispatcher, options, std::move(observers));
    parts->listener = TRY(Listener::open(options.address, options.port));
    const auto processors = std::max<std::size_t>(1, std::thread::hardware_concurrency());
    const auto loops = options.io_threads == 0 ? processors : options.io_threads;
    for (std::size_t i = 0; i < loops; ++i) {
        parts->loops.push_back(std::make_unique<LoopThread>(parts->surroundings, tls, parts->places));
    }
    if (options.on_bound) options.on_bound(parts->listener->bound_port());
    parts->listener->start([&parts = *parts](int socket) { parts.take_in(socket); });
    return std::unique_ptr<Server>{new Server{std::move(parts)}};
}

std::uint16_t Server::bound_port() const {
    return parts_->listener->bound_port();
}

void Server::stop() {
    if (std::exchange(parts_->is_stopped, true)) return;
    parts_->listener->stop();
    for (const auto& loop : parts_->loops) {
        loop->stop_serving();
    }
    const auto time_up = std::chrono::steady_clock::now() + parts_->options.stop_time_max;
    while (parts_->places.connections + parts_->places.watchers > 0 && std::chrono::steady_clock::now() < time_up) {
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    // Cut off what is left first: a worker's answer then goes nowhere, and the workers can end before the loops do.
    for (const auto& loop : parts_->loops) {
        loop->cut_off();
    }
    parts_->workers.stop();
    for (const auto& loop : parts_->loops) {
        loop->end();
    }
}

Server::State Server::state() const {
    const auto workers = parts_->workers.state();
    return {parts_->places.connections, parts_->places.watchers, workers.running, workers.waiting};
}

} // namespace http
