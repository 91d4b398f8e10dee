#include "platform/testing/listener.hpp"

#include "platform/ensure.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace world {

Listener Listener::open() {
    Listener listener{.socket = FileDescriptor{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}};
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    socklen_t length = sizeof address;
    ensure(::bind(listener.socket.number(), raw, length) == 0);
    ensure(::listen(listener.socket.number(), 8) == 0);
    ensure(::getsockname(listener.socket.number(), raw, &length) == 0);
    listener.port = ntohs(address.sin_port);
    return listener;
}

void Listener::stop() const {
    ::shutdown(socket.number(), SHUT_RDWR);
}

} // namespace world
