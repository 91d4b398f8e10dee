#include "platform/testing/line_server.hpp"

#include "platform/ensure.hpp"

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <sys/socket.h>

namespace world {

bool Conversation::fill() {
    std::array<char, 4096> bytes{};
    const auto got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (got <= 0) return false;
    held_.append(bytes.data(), static_cast<std::size_t>(got));
    return true;
}

std::optional<std::string> Conversation::line() {
    auto end = held_.find('\n');
    while (end == std::string::npos) {
        if (!fill()) return {};
        end = held_.find('\n');
    }
    auto line = held_.substr(0, end + 1);
    held_.erase(0, end + 1);
    return line;
}

std::optional<std::string> Conversation::bytes(std::size_t count) {
    while (held_.size() < count) {
        if (!fill()) return {};
    }
    auto bytes = held_.substr(0, count);
    held_.erase(0, count);
    return bytes;
}

void Conversation::say(std::string_view text) const {
    while (!text.empty()) {
        const auto sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
}

LineServer::LineServer(std::function<void(Conversation&)> talk)
    : listener_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    socklen_t length = sizeof address;
    ensure(::bind(listener_.number(), raw, length) == 0);
    ensure(::listen(listener_.number(), 8) == 0);
    ensure(::getsockname(listener_.number(), raw, &length) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread{[this, talk = std::move(talk)] {
        while (true) {
            const FileDescriptor socket{::accept(listener_.number(), nullptr, nullptr)};
            if (!socket.is_open()) return;
            Conversation conversation{socket.number()};
            talk(conversation);
        }
    }};
}

LineServer::~LineServer() {
    // Wakes accept(), which then fails.
    ::shutdown(listener_.number(), SHUT_RDWR);
    thread_.join();
}

} // namespace world
