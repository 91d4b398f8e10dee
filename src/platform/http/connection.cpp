#include "platform/http/connection.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace http {

/// A smaller buffer costs speed: each read is a call into the kernel. Pages of it that are never written cost nothing.
static constexpr std::size_t buffer_bytes = 64 * 1024;
static constexpr std::size_t upload_piece_bytes = 64 * 1024;
static constexpr std::size_t bytes_per_send_pause = 256 * 1024;
static constexpr auto no_deadline = Connection::Time::max();

static Connection::Time now() {
    return std::chrono::steady_clock::now();
}

Connection::Connection(ConnectionSurroundings& surroundings, Loop& loop, std::unique_ptr<Transport> transport)
    : surroundings_{surroundings}, loop_{loop}, transport_{std::move(transport)}, reader_{surroundings.limits.head},
      deadline_{now() + surroundings.limits.head_time_max} {}

void Connection::start() {
    transport_->start(*this);
}

void Connection::on_ready() {
    if (phase_ != Phase::starting) return;
    phase_ = Phase::waiting;
    buffer_ = std::make_unique_for_overwrite<char[]>(buffer_bytes);
    // Who opens a line has something to say: the pause that is allowed later is not for them.
    read_more();
}

void Connection::stop() {
    is_stopping_ = true;
    const bool is_idle =
        phase_ == Phase::starting || phase_ == Phase::watching || (phase_ == Phase::waiting && begin_ == end_);
    if (is_idle) close();
}

void Connection::close() {
    if (phase_ == Phase::closed) return;
    phase_ = Phase::closed;
    if (answer_.events) answer_.events->stop_listening();
    transport_->close();
    loop_.forget(*this);
}

void Connection::on_end() {
    if (phase_ == Phase::sending) return end_answer(false);
    close();
}

void Connection::check_time(Time time) {
    if (time < deadline_ || phase_ == Phase::closed || phase_ == Phase::working) return;
    if (phase_ == Phase::reading_head || phase_ == Phase::reading_body) {
        transport_->stop_reading();
        return refuse(platform::request_timed_out.error());
    }
    if (phase_ == Phase::sending) return end_answer(false);
    if (phase_ == Phase::watching) return check_watching_time(time);
    close();
}

// Reading

void Connection::read_more() {
    if (begin_ == end_) begin_ = end_ = 0;
    if (end_ == buffer_bytes) {
        std::copy(buffer_.get() + begin_, buffer_.get() + end_, buffer_.get());
        end_ -= begin_;
        begin_ = 0;
    }
    transport_->read({buffer_.get() + end_, buffer_bytes - end_});
}

void Connection::on_bytes(std::size_t count) {
    if (phase_ == Phase::watching) return close(); // Who listens has nothing to say.
    const bool is_reading = phase_ == Phase::waiting || phase_ == Phase::reading_head || phase_ == Phase::reading_body;
    if (!is_reading) return;
    end_ += count;
    if (phase_ == Phase::reading_body) set_body_deadline();
    read_on();
}

void Connection::wait_for_request() {
    reader_.restart();
    exchange_.reset();
    answer_ = {};
    body_bytes_ = 0;
    phase_ = Phase::waiting;
    deadline_ = now() + surroundings_.limits.idle_time_max;
    read_on();
}

/// Understands what has arrived, as far as it goes.
void Connection::read_on() {
    for (;;) {
        const bool is_before_body = phase_ == Phase::waiting || phase_ == Phase::reading_head;
        if (is_before_body && !read_head()) return;
        if (phase_ == Phase::reading_body && !read_body()) return;
    }
}

/// False when nothing can be read before something else has happened.
bool Connection::read_head() {
    const auto used = reader_.take(buffered());
    if (!used) {
        refuse(used.error());
        return false;
    }
    begin_ += *used;
    if (reader_.has_begun() && phase_ == Phase::waiting) {
        phase_ = Phase::reading_head;
        deadline_ = now() + surroundings_.limits.head_time_max;
    }
    if (reader_.has_head()) {
        begin_request();
        return phase_ == Phase::reading_body;
    }
    if (*used > 0 && begin_ < end_) return true;
    read_more();
    return false;
}

void Connection::begin_request() {
    begun_at_ = now();
    auto& head = reader_.head();
    head.remote_address = transport_->remote_address();
    head.is_secure = transport_->is_secure();
    method_ = head.method;
    target_ = head.target;
    is_http_1_1_ = head.is_http_1_1;
    keeps_alive_ = reader_.keeps_alive();
    const bool has_body = head.has_body();
    const bool waits_to_be_asked = has_body && is_http_1_1_ && head.header("expect") && buffered().empty();

    auto begun = surroundings_.dispatcher.begin(head);
    if (begun.answer) return send(*std::move(begun.answer));
    exchange_ = std::move(begun.exchange);
    if (!has_body) return finish_request();
    phase_ = Phase::reading_body;
    body_begun_at_ = begun_at_;
    set_body_deadline();
    if (waits_to_be_asked) ask_for_body();
}

/// "100 Continue", once it is clear that the client may send at all: it can keep a large file that would be refused.
void Connection::ask_for_body() {
    is_asked_for_body_ = true;
    work([this] { return exchange_->admit(); }, true);
}

bool Connection::read_body() {
    std::size_t used_bytes = 0;
    if (!reader_.is_complete()) {
        const auto before = reader_.body().size();
        const auto used = reader_.take(buffered());
        if (!used) {
            refuse(used.error());
            return false;
        }
        used_bytes = *used;
        begin_ += used_bytes;
        body_bytes_ += reader_.body().size() - before;
    }
    const auto limit = exchange_->body_bytes_max();
    if (body_bytes_ > limit) {
        refuse(platform::body_too_large.error({{"limit", static_cast<std::int64_t>(limit)}}));
    } else if (reader_.is_complete()) {
        finish_request();
    } else if (exchange_->takes_pieces() && reader_.body().size() >= upload_piece_bytes) {
        hand_on_piece();
    } else if (used_bytes > 0 && begin_ < end_) {
        return true;
    } else {
        read_more();
    }
    return false;
}

void Connection::set_body_deadline() {
    const auto& limits = surroundings_.limits;
    const std::chrono::milliseconds allowance{body_bytes_ * 1000 / limits.body_bytes_per_second_min};
    deadline_ = std::min(now() + limits.body_pause_max, body_begun_at_ + limits.body_time_grace + allowance);
}

void Connection::hand_on_piece() {
    auto piece = std::exchange(reader_.body(), {});
    work([this, piece = std::move(piece)] { return exchange_->take(piece); }, body_bytes_ == piece.size());
}

void Connection::finish_request() {
    auto body = std::exchange(reader_.body(), {});
    const bool is_first = body_bytes_ == body.size();
    work([this, body = std::move(body)]() mutable { return std::optional{exchange_->finish(std::move(body))}; },
         is_first);
}

// Working

/// Lets a worker do a step. The first step of a request is refused when there are too many already.
void Connection::work(std::function<std::optional<Answer>()> step, bool is_first) {
    phase_ = Phase::working;
    deadline_ = no_deadline;
    WorkerPool::Task task = [self = shared_from_this(), this, step = std::move(step)]() mutable {
        auto outcome = std::make_shared<std::optional<Answer>>();
        const auto done = guarded(exchange_->request().id, [&]() -> Result<void> {
            *outcome = step();
            return {};
        });
        step = nullptr;
        // The last hold on the connection goes back to the thread that serves it.
        auto& loop = loop_;
        loop.post([self = std::move(self), this, outcome = std::move(outcome), is_done = done.has_value()] {
            is_done ? after_work(std::move(*outcome)) : close();
        });
    };
    if (!is_first) return surroundings_.workers.post(std::move(task));
    if (surroundings_.workers.try_post(std::move(task))) return;
    auto error = platform::server_busy.error();
    error.retry_after_s = 1;
    refuse(error);
}

void Connection::after_work(std::optional<Answer> answer) {
    if (phase_ != Phase::working) return;
    if (answer) return send(*std::move(answer));
    const auto& limits = surroundings_.limits;
    if (is_asked_for_body_) {
        static constexpr std::array<std::string_view, 1> go_on{"HTTP/1.1 100 Continue\r\n\r\n"};
        phase_ = Phase::sending;
        deadline_ = now() + limits.send_pause_max;
        return transport_->write(go_on);
    }
    phase_ = Phase::reading_body;
    set_body_deadline();
    read_on();
}

void Connection::refuse(const Error& error) {
    if (!reader_.is_complete()) keeps_alive_ = false;
    if (!reader_.has_head()) {
        method_ = reader_.head().method;
        target_ = reader_.head().target;
        begun_at_ = now();
    }
    send(exchange_ ? exchange_->refuse(error) : surroundings_.dispatcher.refuse(reader_.head(), error));
}

// Sending

/// The headers that are not the same each time, and the empty line.
std::string Connection::changing_lines() const {
    auto lines = fmt::format("date: {}\r\nx-request-id: {}\r\n", http_date(surroundings_.dispatcher.clock().now()),
                             answer_.trace.request_id);
    if (answer_.pieces && answer_.length) lines += fmt::format("content-length: {}\r\n", *answer_.length);
    if (answer_.pieces && !answer_.length && is_http_1_1_) lines += "transfer-encoding: chunked\r\n";
    if (!keeps_alive_) {
        lines += "connection: close\r\n";
    } else if (!is_http_1_1_) {
        lines += "connection: keep-alive\r\n";
    }
    return lines += "\r\n";
}

void Connection::send(Answer answer) {
    if (answer.events && !loop_.begin_watching(*this)) {
        auto error = platform::too_many_watchers.error();
        error.retry_after_s = 10;
        return refuse(error);
    }
    answer_ = std::move(answer);
    is_asked_for_body_ = false;
    is_last_piece_ = false;
    sent_pieces_bytes_ = 0;
    const bool ends_with_line = answer_.events || (answer_.pieces && !answer_.length && !is_http_1_1_);
    keeps_alive_ = keeps_alive_ && !is_stopping_ && reader_.is_complete() && !ends_with_line;

    const auto& document = *answer_.document;
    const bool is_renewed = answer_.status == 304 && document.status == 200;
    answer_lines_ = changing_lines();
    const std::array<std::string_view, 3> pieces{is_renewed ? document.not_modified_head : document.head, answer_lines_,
                                                 answer_.has_content ? document.content() : std::string_view{}};
    sent_bytes_ = pieces[0].size() + pieces[1].size() + pieces[2].size();
    phase_ = Phase::sending;
    deadline_ = now() + surroundings_.limits.send_pause_max * static_cast<int>(1 + sent_bytes_ / bytes_per_send_pause);
    transport_->write(pieces);
}

void Connection::on_sent() {
    if (phase_ == Phase::watching) return event_sent();
    if (phase_ != Phase::sending) return;
    if (is_asked_for_body_) {
        is_asked_for_body_ = false;
        phase_ = Phase::reading_body;
        set_body_deadline();
        return read_on();
    }
    if (answer_.events) return is_stopping_ ? close() : begin_watching();
    const bool has_more = answer_.pieces && answer_.has_content && !is_last_piece_;
    has_more ? send_next_piece() : end_answer(true);
}

void Connection::send_next_piece() {
    phase_ = Phase::working;
    deadline_ = no_deadline;
    surroundings_.workers.post([self = shared_from_this(), this]() mutable {
        auto piece = std::make_shared<Result<std::string>>(std::string{});
        const auto done = guarded(answer_.trace.request_id, [&]() -> Result<void> {
            *piece = answer_.pieces();
            return {};
        });
        if (!done) *piece = done.error();
        auto& loop = loop_;
        loop.post([self = std::move(self), this, piece = std::move(piece)] { send_piece(std::move(*piece)); });
    });
}

/// What has begun cannot be taken back: a fault now can only be shown by breaking off.
void Connection::send_piece(Result<std::string> piece) {
    if (phase_ != Phase::working) return;
    if (!piece) return end_answer(false);
    piece_ = *std::move(piece);
    sent_pieces_bytes_ += piece_.size();
    const bool is_end = piece_.empty();
    const bool has_other_length =
        answer_.length && (is_end ? sent_pieces_bytes_ != *answer_.length : sent_pieces_bytes_ > *answer_.length);
    if (has_other_length) return end_answer(false);
    is_last_piece_ = is_end;
    const bool is_chunked = !answer_.length && is_http_1_1_;
    if (is_end && !is_chunked) return end_answer(true);
    answer_lines_ = is_chunked ? fmt::format("{:x}\r\n", piece_.size()) : std::string{};
    const std::array<std::string_view, 3> frame{answer_lines_, piece_, is_chunked ? "\r\n" : ""};
    sent_bytes_ += frame[0].size() + frame[1].size() + frame[2].size();
    phase_ = Phase::sending;
    deadline_ = now() + surroundings_.limits.send_pause_max;
    transport_->write(frame);
}

void Connection::tell_observers(bool is_whole) {
    const auto duration = std::chrono::duration_cast<std::chrono::microseconds>(now() - begun_at_);
    const Served served{method_,  target_,      transport_->remote_address(), answer_.status, sent_bytes_, duration,
                        is_whole, answer_.trace};
    for (const auto& observe : surroundings_.observers) {
        observe(served);
    }
}

void Connection::end_answer(bool is_whole) {
    tell_observers(is_whole);
    if (!is_whole) return close();
    if (keeps_alive_ && !is_stopping_) return wait_for_request();
    phase_ = Phase::parting;
    deadline_ = now() + surroundings_.limits.parting_time_max;
    transport_->part();
}

} // namespace http
