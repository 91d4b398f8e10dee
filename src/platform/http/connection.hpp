#pragma once
// One client's line: requests come in one after the other, each is answered before the next is read.
#include "platform/http/dispatcher.hpp"
#include "platform/http/event_stream.hpp"
#include "platform/http/request_reader.hpp"
#include "platform/http/served.hpp"
#include "platform/http/transport.hpp"
#include "platform/http/worker_pool.hpp"

#include <array>
#include <chrono>

namespace http {

/// Time is always limited: a client that is slow on purpose must not hold anything for long.
struct ConnectionLimits {
    HeadLimits head{};
    std::chrono::milliseconds head_time_max{10'000};   ///< From the first byte of a request to the end of its head.
    std::chrono::milliseconds idle_time_max{60'000};   ///< Between two requests.
    std::chrono::milliseconds body_pause_max{15'000};  ///< Between two pieces of a body.
    std::chrono::milliseconds body_time_grace{30'000}; ///< What any body may take …
    std::size_t body_bytes_per_second_min = 1000;      ///< … and what it must keep up beyond that.
    std::chrono::milliseconds send_pause_max{30'000};  ///< For a piece of at most 64 kB to be taken; a whole page may
                                                       ///< take one such time for each 256 kB.
    std::chrono::milliseconds parting_time_max{2'000}; ///< For the client to read the last answer and close.
    std::chrono::milliseconds beat_pause{20'000};      ///< Of silence on an event stream before a beat is sent.
    std::chrono::milliseconds watch_time_max{30 * 60'000}; ///< Of an event stream; the client then opens it anew.
};

/// What all connections of a server share.
struct ConnectionSurroundings {
    Dispatcher& dispatcher;
    WorkerPool& workers;
    ConnectionLimits limits;
    std::vector<Observer> observers;
};

/// starting ──handshake──▶ waiting ──byte──▶ reading head ──▶ reading body ◀──▶ working ──▶ sending ──▶ waiting
///                            │                   │                │                            └──▶ parting ──▶ closed
///                            └──too long──▶ closed                └── too slow, too large, unreadable: refused,
///                            parting
/// An answer with events: sending ──▶ watching ──client left, too slow, stopped──▶ closed, or ──time is up──▶ parting.
class Connection final : public TransportListener {
public:
    using Time = std::chrono::steady_clock::time_point;

    Connection(ConnectionSurroundings&, Loop&, std::unique_ptr<Transport>);

    // All of these are called by the loop's thread.
    void start();
    /// Ends what has taken too long.
    void check_time(Time now);
    /// Closes now when nothing is going on, else after the answer that is.
    void stop();
    void close();

private:
    enum class Phase : std::uint8_t {
        starting,
        waiting,
        reading_head,
        reading_body,
        working,
        sending,
        watching,
        parting,
        closed
    };

    void on_ready() override;
    void on_bytes(std::size_t count) override;
    void on_sent() override;
    void on_end() override;

    [[nodiscard]] static Time now();
    void read_more();
    void wait_for_request();
    void read_on();
    bool read_head();
    bool read_body();
    void begin_request();
    void ask_for_body();
    void finish_request();
    void hand_on_piece();
    // Of the work and the answer: connection_answering.cpp.
    void refuse(const Error&);
    void work(std::function<std::optional<Answer>()> step, bool is_first);
    void after_work(std::optional<Answer>);
    void send(Answer);
    void send_next_piece();
    // Of an answer in pieces: connection_pieces.cpp.
    void send_piece(Result<Piece>);
    void take_piece(Piece);
    [[nodiscard]] bool is_chunked() const;
    [[nodiscard]] std::array<std::string_view, 4> piece_frame() const;
    void end_answer(bool is_whole);
    void tell_observers(bool is_whole);
    // Of an event stream: connection_watching.cpp.
    void begin_watching();
    void send_events();
    void write_event(std::span<const std::string_view>);
    void event_sent();
    void check_watching_time(Time);
    void end_watching();
    [[nodiscard]] std::string changing_lines() const;
    [[nodiscard]] std::string_view buffered() const { return {buffer_.get() + begin_, end_ - begin_}; }
    void set_body_deadline();

    ConnectionSurroundings& surroundings_;
    Loop& loop_;
    std::unique_ptr<Transport> transport_;
    RequestReader reader_;
    std::unique_ptr<char[]> buffer_;
    std::size_t begin_ = 0, end_ = 0; ///< What of the buffer has arrived and is not read yet.
    Phase phase_ = Phase::starting;
    Time deadline_;
    bool is_stopping_ = false;

    // Of the request that is going on.
    std::unique_ptr<Exchange> exchange_;
    std::string method_, target_;
    Time begun_at_, body_begun_at_;
    std::uint64_t body_bytes_ = 0;
    bool is_http_1_1_ = true;
    bool keeps_alive_ = true;
    bool is_asked_for_body_ = false; ///< "100 Continue" is on its way.
    Answer answer_;
    std::string answer_lines_; ///< Headers that differ each time.
    Piece piece_;              ///< That is being sent.
    std::string piece_line_;   ///< Its length, when it must be told.
    std::uint64_t sent_bytes_ = 0, sent_pieces_bytes_ = 0;
    std::vector<std::shared_ptr<const ServerEvent>> sending_events_;
    bool is_writing_event_ = false;
    Time watching_ends_at_;
};

} // namespace http
