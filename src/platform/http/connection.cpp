#include "platform/http/connection.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <utility>

namespace http {

/// A smaller buffer costs speed: each read is a call into the kernel. Pages of it that are never written cost nothing.
static constexpr std::size_t buffer_bytes = 64 * 1024;
static constexpr std::size_t upload_piece_bytes = 64 * 1024;

Connection::Time Connection::now() {
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

} // namespace http
