#include "platform/testing/line_server.hpp"

#include <array>
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

LineServer::LineServer(std::function<void(Conversation&)> talk) {
    thread_ = std::thread{[this, talk = std::move(talk)] {
        while (true) {
            const FileDescriptor socket{::accept(listener_.socket.number(), nullptr, nullptr)};
            if (!socket.is_open()) return;
            Conversation conversation{socket.number()};
            talk(conversation);
        }
    }};
}

LineServer::~LineServer() {
    listener_.stop();
    thread_.join();
}

} // namespace world
