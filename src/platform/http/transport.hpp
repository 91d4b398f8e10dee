#pragma once
// A line to a client, with or without TLS, and the thread that serves it. Asio stays behind transport.cpp and
// server.cpp.
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace http {

/// Is told what happens on a line, always by the thread that serves it, and never from within a call to the transport.
class TransportListener : public std::enable_shared_from_this<TransportListener> {
public:
    virtual ~TransportListener() = default;
    virtual void on_ready() = 0;                  ///< The handshake is done.
    virtual void on_bytes(std::size_t count) = 0; ///< So many bytes stand in the room that was given.
    virtual void on_sent() = 0;
    virtual void on_end() = 0; ///< The other end has closed, or the line is broken.
};

/// One reading and one writing at a time. Keeps its listener alive while either goes on.
class Transport {
public:
    virtual ~Transport() = default;
    virtual void start(TransportListener&) = 0;
    virtual void read(std::span<char> room) = 0;
    /// Gives the room back: the listener hears nothing more of the reading.
    virtual void stop_reading() = 0;
    /// The bytes must stay until on_sent().
    virtual void write(std::span<const std::string_view> pieces) = 0;
    /// Says goodbye and throws away what still comes, so that the client can read the last answer; then on_end().
    virtual void part() = 0;
    virtual void close() = 0;
    [[nodiscard]] virtual const std::string& remote_address() const = 0;
    [[nodiscard]] virtual bool is_secure() const = 0;
};

/// The thread that serves a line.
class Loop {
public:
    virtual ~Loop() = default;
    /// Runs the step on the loop's thread, soon. Any thread may call it.
    virtual void post(std::function<void()> step) = 0;
    /// The connection gives back its place among those who ask and takes one among those who watch an event stream.
    /// False when all of these are taken. On the loop's thread.
    virtual bool begin_watching(const TransportListener&) = 0;
    /// Told by a connection that has closed, on the loop's thread.
    virtual void forget(const TransportListener&) = 0;
};

} // namespace http
