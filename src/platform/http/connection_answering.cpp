// From a request that is read to the answer that is sent: a worker makes it, the loop sends it.
#include "platform/errors.hpp"
#include "platform/http/connection.hpp"

#include <array>
#include <fmt/format.h>

namespace http {

static constexpr std::size_t bytes_per_send_pause = 256 * 1024;

/// Lets a worker do a step. The first step of a request is refused when there are too many already.
void Connection::work(std::function<std::optional<Answer>()> step, bool is_first) {
    phase_ = Phase::working;
    deadline_ = Time::max();
    WorkerPool::Task task = [self = shared_from_this(), this, step = std::move(step)]() mutable {
        auto outcome = std::make_shared<std::optional<Answer>>();
        const auto done = guarded(exchange_->request().id, [&]() -> Result<void> {
            *outcome = step();
            if (!*outcome) return {};
            if (const auto begun = begin_pieces(**outcome); !begun) *outcome = exchange_->refuse(begun.error());
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
    piece_ = {};
    sent_pieces_bytes_ = 0;
    const bool ends_with_line = answer_.events || (answer_.pieces && !answer_.length && !is_http_1_1_);
    keeps_alive_ = keeps_alive_ && !is_stopping_ && reader_.is_complete() && !ends_with_line;

    const auto& document = *answer_.document;
    const bool is_renewed = answer_.status == 304 && document.status == 200;
    answer_lines_ = changing_lines();
    if (answer_.first_piece) take_piece(*std::exchange(answer_.first_piece, std::nullopt));
    const auto frame = piece_frame();
    const std::array<std::string_view, 7> parts{is_renewed ? document.not_modified_head : document.head,
                                                answer_lines_,
                                                answer_.has_content ? document.content() : std::string_view{},
                                                frame[0],
                                                frame[1],
                                                frame[2],
                                                frame[3]};
    sent_bytes_ = 0;
    for (const auto part : parts)
        sent_bytes_ += part.size();
    phase_ = Phase::sending;
    deadline_ = now() + surroundings_.limits.send_pause_max * static_cast<int>(1 + sent_bytes_ / bytes_per_send_pause);
    transport_->write(parts);
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
    const bool has_more = answer_.pieces && answer_.has_content && !piece_.is_last;
    has_more ? send_next_piece() : end_answer(true);
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
