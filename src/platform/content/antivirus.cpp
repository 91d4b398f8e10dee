#include "platform/content/antivirus.hpp"

#include "platform/errors.hpp"
#include "platform/file_descriptor.hpp"

#include <array>
#include <cstring>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace content {

namespace {

Error away(std::string_view why) {
    return platform::scanner_unavailable.error({{"why", std::string{why}}});
}

void set_timeout(int socket, std::chrono::milliseconds timeout) {
    const timeval limit{timeout.count() / 1000, timeout.count() % 1000 * 1000};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

FileDescriptor open_local(const std::string& path, std::chrono::milliseconds timeout) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) return {};
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    FileDescriptor socket{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (!socket.is_open()) return {};
    set_timeout(socket.number(), timeout);
    if (::connect(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return {};
    return socket;
}

FileDescriptor open_remote(const std::string& host, const std::string& port, std::chrono::milliseconds timeout) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), port.c_str(), &wanted, &found) != 0) return {};
    FileDescriptor open;
    for (const auto* entry = found; entry != nullptr && !open.is_open(); entry = entry->ai_next) {
        FileDescriptor socket{::socket(entry->ai_family, entry->ai_socktype | SOCK_CLOEXEC, entry->ai_protocol)};
        if (!socket.is_open()) continue;
        set_timeout(socket.number(), timeout);
        if (::connect(socket.number(), entry->ai_addr, entry->ai_addrlen) == 0) open = std::move(socket);
    }
    ::freeaddrinfo(found);
    return open;
}

FileDescriptor open_scanner(const std::string& clamd, std::chrono::milliseconds timeout) {
    if (clamd.starts_with('/')) return open_local(clamd, timeout);
    const auto colon = clamd.rfind(':');
    if (colon == std::string::npos) return {};
    return open_remote(clamd.substr(0, colon), clamd.substr(colon + 1), timeout);
}

bool send_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool send_piece(int socket, std::string_view piece) {
    const auto length = static_cast<std::uint32_t>(piece.size());
    const std::array<char, 4> big_endian{static_cast<char>(length >> 24), static_cast<char>(length >> 16),
                                         static_cast<char>(length >> 8), static_cast<char>(length)};
    return send_all(socket, {big_endian.data(), big_endian.size()}) && send_all(socket, piece);
}

/// Up to the zero byte that ends an answer to a command that began with 'z'.
std::string receive(int socket) {
    std::string answer;
    std::array<char, 512> bytes{};
    while (answer.size() < 4096) {
        const auto got = ::recv(socket, bytes.data(), bytes.size(), 0);
        if (got <= 0) break;
        answer.append(bytes.data(), static_cast<std::size_t>(got));
        if (answer.back() == '\0') break;
    }
    if (!answer.empty() && answer.back() == '\0') answer.pop_back();
    return answer;
}

} // namespace

Result<Verdict> scan(const std::string& clamd, const Pieces& pieces, std::chrono::milliseconds timeout) {
    const auto socket = open_scanner(clamd, timeout);
    if (!socket.is_open()) return away("no connection");
    using namespace std::string_view_literals;
    bool is_sent = send_all(socket.number(), "zINSTREAM\0"sv);
    while (is_sent) {
        const auto piece = TRY(pieces());
        is_sent = send_piece(socket.number(), piece); // an empty one ends the stream
        if (piece.empty()) break;
    }
    // clamd may close early when its own limit is reached; what it said before that still tells why.
    const auto answer = receive(socket.number());
    if (answer == "stream: OK" && is_sent) return Verdict{true, {}};
    constexpr auto prefix = "stream: "sv;
    constexpr auto found = " FOUND"sv;
    if (answer.starts_with(prefix) && answer.ends_with(found)) {
        return Verdict{false, answer.substr(prefix.size(), answer.size() - prefix.size() - found.size())};
    }
    return away(answer.empty() ? "no answer" : answer);
}

bool is_scanner_there(const std::string& clamd, std::chrono::milliseconds timeout) {
    const auto socket = open_scanner(clamd, timeout);
    using namespace std::string_view_literals;
    return socket.is_open() && send_all(socket.number(), "zPING\0"sv) && receive(socket.number()) == "PONG";
}

} // namespace content
