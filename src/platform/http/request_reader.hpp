#pragma once
// HTTP/1.1 requests out of bytes. Boost.Beast's parser reads them; what can be read in two ways is refused here, since
// a proxy in front of us might read it in the other one (request smuggling).
#include "platform/http/head.hpp"
#include "platform/result.hpp"

#include <memory>

namespace http {

struct HeadLimits {
    std::size_t bytes_max = 16 * 1024; ///< Request line and header lines together.
    std::size_t fields_max = 100;
    std::size_t target_bytes_max = 8000; ///< What RFC 9112, section 3, asks servers to take at least.
};

/// nothing ──bytes──▶ begun ──empty line──▶ has head ──body's end──▶ complete ──restart()──▶ nothing
class RequestReader {
public:
    explicit RequestReader(HeadLimits limits = {});
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    /// Reads on, at most to the end of the head or of the body, and gives the number of bytes it has used; the rest
    /// must be given again together with what follows. 0 means that more must arrive first.
    ///
    /// Fails with platform.request_malformed, address_too_long and header_too_large. After a failure nobody knows where
    /// the next request begins: the connection has to be closed.
    Result<std::size_t> take(std::string_view bytes);

    [[nodiscard]] bool has_begun() const { return has_begun_; }
    [[nodiscard]] bool has_head() const { return has_head_; }
    [[nodiscard]] bool is_complete() const;
    /// True when the client wants to send another request on this connection. Known once the head is.
    [[nodiscard]] bool keeps_alive() const;
    [[nodiscard]] Head& head() { return head_; }
    /// The bytes of the body read so far; whoever takes them out empties it.
    [[nodiscard]] std::string& body() { return body_; }

    /// Ready for the next request. Keeps the memory of the last one.
    void restart();

private:
    class Parser;
    Result<std::size_t> take_head(std::string_view bytes);
    Result<std::size_t> take_body(std::string_view bytes);
    [[nodiscard]] Result<void> check_head() const;

    HeadLimits limits_;
    Head head_;
    std::string body_;
    std::size_t head_bytes_ = 0;
    bool has_begun_ = false;
    bool has_head_ = false;
    std::unique_ptr<Parser> parser_;
};

} // namespace http
