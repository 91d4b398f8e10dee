#pragma once
// Makes lines out of sockets. Light: Asio's names are only declared.
#include "platform/http/transport.hpp"
#include "platform/result.hpp"

namespace boost::asio {
class io_context;
namespace ssl {
class context;
}
} // namespace boost::asio

namespace http {

using TlsContext = std::shared_ptr<boost::asio::ssl::context>;

/// TLS 1.2 and 1.3, HTTP/1.1 by ALPN. Fails with platform.certificate_unusable.
Result<TlsContext> load_tls(const std::string& certificate_file, const std::string& key_file);

/// Takes over a connected socket. Without TLS when there is no context.
std::unique_ptr<Transport> make_transport(boost::asio::io_context&, int socket, const TlsContext&);

} // namespace http
