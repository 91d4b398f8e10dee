#pragma once
// A client as plain as can be: bytes out, bytes in, on a real socket.
#include <cstdint>
#include <string>
#include <string_view>

struct ssl_st;
struct ssl_ctx_st;

namespace border {

class Wire {
public:
    /// With TLS the server's certificate is believed, whatever it is.
    explicit Wire(std::uint16_t port, bool has_tls = false);
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// False when the other end does not take it.
    bool send(std::string_view bytes);
    void end_sending();
    /// One answer, with the body that its headers announce; "" when the line ends before.
    std::string receive();
    /// As much as it takes until the words have come, those included; "" when the line ends or five seconds pass
    /// before.
    std::string receive_until(std::string_view words);
    /// What is still to come until the other end closes.
    std::string receive_all();
    /// True when the other end closes without another byte, within five seconds.
    bool is_closed() { return receive_all().empty() && !is_timed_out_; }
    [[nodiscard]] std::string protocol() const;

private:
    bool more();

    int socket_ = -1;
    ssl_ctx_st* context_ = nullptr;
    ssl_st* tls_ = nullptr;
    std::string waiting_;
    bool is_timed_out_ = false;
};

/// "HTTP/1.1 200 OK…" → 200; 0 for nothing.
int status_in(std::string_view answer);
/// The value of a header, or "".
std::string header_in(std::string_view answer, std::string_view lower_case_name);
std::string body_in(std::string_view answer);

} // namespace border
