#pragma once
// One line to a server on loopback: a request out, its whole answer in.
#include <arpa/inet.h>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

inline int connected_socket(std::uint16_t port, int flags = 0) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | flags, 0);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    (void)::connect(socket, reinterpret_cast<sockaddr*>(&place), sizeof place);
    return socket;
}

inline std::string request(std::string_view method, std::string_view path, std::string_view bearer,
                           std::string_view json, std::string_view more = {}) {
    auto text = fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1\r\n{}", method, path, more);
    if (!bearer.empty()) text += fmt::format("Authorization: Bearer {}\r\n", bearer);
    if (method == "GET") return text + "\r\n";
    return text +
           fmt::format("Accept: application/json\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
                       json.size(), json);
}

/// Where a body sent piece by piece ends, 0 as long as its last piece has not come.
inline std::size_t end_of_pieces(std::string_view bytes, std::size_t at) {
    while (true) {
        const auto line_end = bytes.find("\r\n", at);
        if (line_end == std::string_view::npos) return 0;
        const auto length = static_cast<std::size_t>(std::strtoul(bytes.data() + at, nullptr, 16));
        at = line_end + 2 + length + 2;
        if (at > bytes.size()) return 0;
        if (length == 0) return at;
    }
}

/// Where an answer ends in what has come, 0 as long as it is not whole. Answers here have a length, pieces, or no body.
inline std::size_t end_of_answer(std::string_view bytes) {
    const auto head_end = bytes.find("\r\n\r\n");
    if (head_end == std::string_view::npos) return 0;
    const auto head = bytes.substr(0, head_end);
    if (head.find("transfer-encoding: chunked") != std::string_view::npos) return end_of_pieces(bytes, head_end + 4);
    const auto at = head.find("content-length: ");
    const std::size_t length =
        at == std::string_view::npos ? 0 : static_cast<std::size_t>(std::strtoul(bytes.data() + at + 16, nullptr, 10));
    const auto end = head_end + 4 + length;
    return bytes.size() >= end ? end : 0;
}

class PlainClient {
public:
    explicit PlainClient(std::uint16_t port) : socket_{connected_socket(port)} {}
    ~PlainClient() { ::close(socket_); }
    PlainClient(const PlainClient&) = delete;
    PlainClient& operator=(const PlainClient&) = delete;

    struct Answer {
        int status = 0;
        std::string location, body;
    };
    /// Ends the benchmark when the server refuses.
    Answer send(std::string_view method, std::string_view path, std::string_view bearer, std::string_view json) {
        return exchange(request(method, path, bearer, json));
    }
    /// The same for a request that is already written.
    Answer exchange(std::string_view asked) {
        for (auto rest = asked; !rest.empty();) {
            const auto sent = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;
            rest.remove_prefix(static_cast<std::size_t>(sent));
        }
        std::string bytes;
        char room[65536];
        while (end_of_answer(bytes) == 0) {
            const auto came = ::recv(socket_, room, sizeof room, 0);
            if (came <= 0) break;
            bytes.append(room, static_cast<std::size_t>(came));
        }
        Answer answer;
        if (bytes.size() > 12) answer.status = std::atoi(bytes.c_str() + 9);
        const auto head_end = bytes.find("\r\n\r\n");
        if (head_end != std::string::npos) answer.body = bytes.substr(head_end + 4);
        if (const auto at = bytes.find("\r\nlocation: "); at < head_end) {
            answer.location = bytes.substr(at + 12, bytes.find("\r\n", at + 12) - at - 12);
        }
        if (answer.status < 200 || answer.status > 303) {
            std::fprintf(stderr, "bench: %s\n%s\n", std::string{asked.substr(0, 400)}.c_str(), bytes.substr(0, 2000).c_str());
            std::exit(2);
        }
        return answer;
    }

private:
    int socket_;
};

} // namespace bench
