#include "platform/http/listener.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace http {

static constexpr int backlog = 4096;

static std::uint16_t port_of(int socket) {
    sockaddr_storage own{};
    socklen_t length = sizeof own;
    std::array<char, NI_MAXSERV> port{};
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&own), &length);
    ::getnameinfo(reinterpret_cast<sockaddr*>(&own), length, nullptr, 0, port.data(), port.size(), NI_NUMERICSERV);
    std::uint16_t number = 0;
    for (const char digit : std::string_view{port.data()}) {
        number = static_cast<std::uint16_t>(number * 10 + (digit - '0'));
    }
    return number;
}

static int listening_socket(const addrinfo& place) {
    const auto socket = ::socket(place.ai_family, place.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, place.ai_protocol);
    if (socket < 0) return -1;
    // A restart must not wait for the lines of the last run to be forgotten.
    const int on = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(socket, place.ai_addr, place.ai_addrlen) == 0 && ::listen(socket, backlog) == 0) return socket;
    ::close(socket);
    return -1;
}

Result<std::unique_ptr<Listener>> Listener::open(const std::string& address, std::uint16_t port) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_PASSIVE | AI_NUMERICHOST;
    addrinfo* places = nullptr;
    const auto refused = [&] {
        return platform::address_taken.error({{"address", fmt::format("{}:{}", address, port)}});
    };
    if (::getaddrinfo(address.c_str(), std::to_string(port).c_str(), &wanted, &places) != 0) return refused();
    const auto socket = listening_socket(*places);
    ::freeaddrinfo(places);
    if (socket < 0) return refused();
    const auto waker = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return std::unique_ptr<Listener>{new Listener{socket, waker, port_of(socket)}};
}

Listener::Listener(int socket, int waker, std::uint16_t bound_port)
    : socket_{socket}, waker_{waker}, bound_port_{bound_port} {}

Listener::~Listener() {
    stop();
    ::close(waker_);
}

void Listener::start(OnClient on_client) {
    thread_ = std::thread{[this, on_client = std::move(on_client)] { run(on_client); }};
}

/// False when nobody is waiting any more.
bool Listener::take_in(const OnClient& on_client) {
    const auto client = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (client >= 0) {
        on_client(client);
        return true;
    }
    if (errno == ECONNABORTED || errno == EINTR) return true;
    const bool is_out_of_sockets = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
    if (is_out_of_sockets) {
        logging::warning("http.cannot_take_in", {{"reason", std::strerror(errno)}});
        // Those who wait stay in the queue; asking at once again would only burn the processor.
        pollfd stop{waker_, POLLIN, 0};
        ::poll(&stop, 1, 100);
    }
    return false;
}

void Listener::run(const OnClient& on_client) {
    for (;;) {
        std::array<pollfd, 2> watched{pollfd{socket_, POLLIN, 0}, pollfd{waker_, POLLIN, 0}};
        ::poll(watched.data(), watched.size(), -1);
        while (take_in(on_client)) {
        }
        if (watched[1].revents != 0) return;
    }
}

void Listener::stop() {
    if (socket_ < 0) return;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(waker_, &one, sizeof one);
    if (thread_.joinable()) thread_.join();
    ::close(socket_);
    socket_ = -1;
}

} // namespace http
