#include "platform/http/tests/wire.hpp"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace border {

Wire::Wire(std::uint16_t port, bool has_tls) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    const timeval patience{5, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&place), sizeof place) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
    if (!has_tls || socket_ < 0) return;
    context_ = SSL_CTX_new(TLS_client_method());
    tls_ = SSL_new(context_);
    static constexpr unsigned char protocols[] = "\x02h2\x08http/1.1";
    SSL_set_alpn_protos(tls_, protocols, sizeof protocols - 1);
    SSL_set_fd(tls_, socket_);
    if (SSL_connect(tls_) != 1) {
        ::close(socket_);
        socket_ = -1;
    }
}

Wire::~Wire() {
    if (tls_ != nullptr) SSL_free(tls_);
    if (context_ != nullptr) SSL_CTX_free(context_);
    if (socket_ >= 0) ::close(socket_);
}

bool Wire::send(std::string_view bytes) {
    while (!bytes.empty() && socket_ >= 0) {
        const auto count = tls_ != nullptr ? SSL_write(tls_, bytes.data(), static_cast<int>(bytes.size()))
                                           : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return socket_ >= 0;
}

void Wire::end_sending() {
    ::shutdown(socket_, SHUT_WR);
}

bool Wire::more() {
    std::array<char, 65536> room;
    const auto count =
        tls_ != nullptr ? SSL_read(tls_, room.data(), room.size()) : ::recv(socket_, room.data(), room.size(), 0);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) is_timed_out_ = true;
    if (count <= 0) return false;
    waiting_.append(room.data(), static_cast<std::size_t>(count));
    return true;
}

static std::size_t number_in(std::string_view text, int base) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number, base);
    return number;
}

std::string Wire::receive() {
    if (socket_ < 0) return {};
    auto head_end = waiting_.find("\r\n\r\n");
    while (head_end == std::string::npos) {
        if (!more()) return {};
        head_end = waiting_.find("\r\n\r\n");
    }
    auto end = head_end + 4;
    const auto head = waiting_.substr(0, end);
    if (header_in(head, "transfer-encoding") == "chunked") {
        for (auto last = waiting_.find("0\r\n\r\n", head_end); last == std::string::npos;
             last = waiting_.find("0\r\n\r\n", head_end)) {
            if (!more()) return {};
        }
        end = waiting_.find("0\r\n\r\n", head_end) + 5;
    } else {
        end += number_in(header_in(head, "content-length"), 10);
        while (waiting_.size() < end) {
            if (!more()) return {};
        }
    }
    const auto answer = waiting_.substr(0, end);
    waiting_.erase(0, end);
    return answer;
}

std::string Wire::receive_until(std::string_view words) {
    auto at = waiting_.find(words);
    while (at == std::string::npos) {
        if (socket_ < 0 || !more()) return {};
        at = waiting_.find(words);
    }
    const auto received = waiting_.substr(0, at + words.size());
    waiting_.erase(0, at + words.size());
    return received;
}

std::string Wire::receive_all() {
    while (socket_ >= 0 && more()) {
    }
    return std::exchange(waiting_, {});
}

std::string Wire::protocol() const {
    const unsigned char* name = nullptr;
    unsigned int length = 0;
    SSL_get0_alpn_selected(tls_, &name, &length);
    return {reinterpret_cast<const char*>(name), length};
}

int status_in(std::string_view answer) {
    return answer.size() < 12 ? 0 : static_cast<int>(number_in(answer.substr(9, 3), 10));
}

std::string header_in(std::string_view answer, std::string_view lower_case_name) {
    const auto line = "\r\n" + std::string{lower_case_name} + ": ";
    const auto at = answer.substr(0, answer.find("\r\n\r\n") + 2).find(line);
    if (at == std::string_view::npos) return {};
    const auto value = answer.substr(at + line.size());
    return std::string{value.substr(0, value.find("\r\n"))};
}

std::string body_in(std::string_view answer) {
    const auto end = answer.find("\r\n\r\n");
    return end == std::string_view::npos ? std::string{} : std::string{answer.substr(end + 4)};
}

} // namespace border
