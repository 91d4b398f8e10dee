#include "platform/http/asio_transport.hpp"
#include "platform/errors.hpp"

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/container/small_vector.hpp>

namespace http {

namespace asio = boost::asio;
using asio::ip::tcp;
using Fault = boost::system::error_code;

namespace {

/// What is thrown away at most while the client reads its last answer.
constexpr std::size_t thrown_away_bytes_max = 1 << 20;

using Plain = tcp::socket;
using Encrypted = asio::ssl::stream<tcp::socket>;

template <class Stream>
class AsioTransport final : public Transport {
public:
    static constexpr bool has_tls = std::is_same_v<Stream, Encrypted>;

    AsioTransport(Stream stream, TlsContext tls, std::string remote_address)
        : tls_{std::move(tls)}, stream_{std::move(stream)}, remote_address_{std::move(remote_address)} {}

    void start(TransportListener& listener) override {
        listener_ = &listener;
        if constexpr (has_tls) {
            stream_.async_handshake(asio::ssl::stream_base::server,
                                    [listener = listener_->shared_from_this()](Fault fault) {
                                        fault ? listener->on_end() : listener->on_ready();
                                    });
        } else {
            asio::post(stream_.get_executor(), [listener = listener_->shared_from_this()] { listener->on_ready(); });
        }
    }

    void read(std::span<char> room) override {
        stream_.async_read_some(asio::buffer(room.data(), room.size()),
                                [this, listener = listener_->shared_from_this()](Fault fault, std::size_t count) {
                                    if (is_stopped_) return;
                                    fault ? listener->on_end() : listener->on_bytes(count);
                                });
    }

    void stop_reading() override {
        Fault ignored;
        is_stopped_ = true;
        socket().cancel(ignored);
    }

    void write(std::span<const std::string_view> pieces) override {
        boost::container::small_vector<asio::const_buffer, 8> buffers;
        for (const auto piece : pieces) {
            if (!piece.empty()) buffers.emplace_back(piece.data(), piece.size());
        }
        asio::async_write(stream_, buffers, [listener = listener_->shared_from_this()](Fault fault, std::size_t) {
            fault ? listener->on_end() : listener->on_sent();
        });
    }

    void part() override {
        if constexpr (has_tls) {
            stream_.async_shutdown([listener = listener_->shared_from_this()](Fault) { listener->on_end(); });
        } else {
            Fault ignored;
            socket().shutdown(tcp::socket::shutdown_send, ignored);
            throw_away();
        }
    }

    void close() override {
        Fault ignored;
        socket().close(ignored);
    }

    [[nodiscard]] const std::string& remote_address() const override { return remote_address_; }
    [[nodiscard]] bool is_secure() const override { return has_tls; }

private:
    auto& socket() {
        if constexpr (has_tls) {
            return stream_.next_layer();
        } else {
            return stream_;
        }
    }

    /// A socket closed with bytes unread resets the line, and the client would lose the answer with it.
    void throw_away() {
        stream_.async_read_some(asio::buffer(thrown_away_),
                                [this, listener = listener_->shared_from_this()](Fault fault, std::size_t count) {
                                    thrown_away_bytes_ += count;
                                    if (fault || thrown_away_bytes_ > thrown_away_bytes_max) return listener->on_end();
                                    throw_away();
                                });
    }

    TlsContext tls_;
    Stream stream_;
    std::string remote_address_;
    TransportListener* listener_ = nullptr;
    bool is_stopped_ = false;
    std::size_t thrown_away_bytes_ = 0;
    std::array<char, 4096> thrown_away_{};
};

/// "192.0.2.1"; an IPv4 address that came over IPv6 looks like any other.
std::string address_of(const tcp::socket& socket) {
    Fault fault;
    const auto end = socket.remote_endpoint(fault);
    if (fault) return {};
    const auto address = end.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* chosen_length, const unsigned char* offered,
                    unsigned int offered_length, void*) {
    static constexpr unsigned char http_1_1[] = "\x08http/1.1";
    unsigned char* found = nullptr;
    const auto outcome =
        SSL_select_next_proto(&found, chosen_length, http_1_1, sizeof http_1_1 - 1, offered, offered_length);
    *chosen = found;
    return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

} // namespace

Result<TlsContext> load_tls(const std::string& certificate_file, const std::string& key_file) {
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    Fault fault;
    context->set_options(
        asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1, fault);
    if (!fault) context->use_certificate_chain_file(certificate_file, fault);
    if (!fault) context->use_private_key_file(key_file, asio::ssl::context::pem, fault);
    if (fault || SSL_CTX_check_private_key(context->native_handle()) != 1) {
        return platform::certificate_unusable.error();
    }
    SSL_CTX_set_alpn_select_cb(context->native_handle(), choose_protocol, nullptr);
    return context;
}

std::unique_ptr<Transport> make_transport(asio::io_context& loop, int descriptor, const TlsContext& tls) {
    tcp::socket socket{loop};
    Fault fault;
    sockaddr_storage own{};
    socklen_t length = sizeof own;
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&own), &length);
    socket.assign(own.ss_family == AF_INET6 ? tcp::v6() : tcp::v4(), descriptor, fault);
    if (!fault) socket.set_option(tcp::no_delay{true}, fault);
    auto remote_address = address_of(socket);
    if (!tls) {
        return std::make_unique<AsioTransport<Plain>>(std::move(socket), nullptr, std::move(remote_address));
    }
    return std::make_unique<AsioTransport<Encrypted>>(Encrypted{std::move(socket), *tls}, tls,
                                                      std::move(remote_address));
}

} // namespace http
