// A connection whose answer stays open: it waits for events and sends them, and hears nothing but that the client left.
#include "platform/errors.hpp"
#include "platform/http/connection.hpp"
#include "platform/metrics/metrics.hpp"

namespace http {

static constexpr std::size_t watching_buffer_bytes = 64;
/// So that the client can tell silence from a line that is broken and does not say so.
static constexpr std::string_view beat = "event: beat\ndata:\n\n";

static metrics::Counter watchers_cut_off(std::string_view reason) {
    return metrics::counter("http_watchers_cut_off_total", "Clients on event streams that were too slow.",
                            {{"reason", reason}});
}

void Connection::begin_watching() {
    phase_ = Phase::watching;
    watching_ends_at_ = now() + surroundings_.limits.watch_time_max;
    tell_observers(true);
    exchange_.reset();
    // Thousands wait here: none of them needs room for a request.
    buffer_ = std::make_unique_for_overwrite<char[]>(watching_buffer_bytes);
    begin_ = end_ = 0;
    transport_->read({buffer_.get(), watching_buffer_bytes});
    answer_.events->listen([connection = weak_from_this(), &loop = loop_] {
        loop.post([connection] {
            if (const auto held = connection.lock()) static_cast<Connection&>(*held).send_events();
        });
    });
    send_events();
}

void Connection::send_events() {
    if (phase_ != Phase::watching || is_writing_event_) return;
    static const auto sent =
        metrics::counter("http_events_sent_total", "Server-sent events handed over to clients, beats left out.");
    auto taken = answer_.events->take();
    if (taken.is_behind) {
        watchers_cut_off("behind").add();
        return end_watching();
    }
    if (taken.events.empty()) {
        deadline_ = std::min(now() + surroundings_.limits.beat_pause, watching_ends_at_);
        return;
    }
    sent.add(static_cast<double>(taken.events.size()));
    sending_events_ = std::move(taken.events);
    std::vector<std::string_view> pieces;
    pieces.reserve(sending_events_.size());
    for (const auto& event : sending_events_) {
        pieces.emplace_back(event->text);
    }
    write_event(pieces);
}

void Connection::write_event(std::span<const std::string_view> pieces) {
    is_writing_event_ = true;
    deadline_ = now() + surroundings_.limits.send_pause_max;
    transport_->write(pieces);
}

void Connection::event_sent() {
    is_writing_event_ = false;
    sending_events_.clear();
    send_events();
}

void Connection::check_watching_time(Time time) {
    if (is_writing_event_) {
        watchers_cut_off("slow").add();
        return close();
    }
    // Rights may have changed since the stream was opened: the client comes back and is asked again who it is.
    if (time >= watching_ends_at_) return end_watching();
    const std::array<std::string_view, 1> pieces{beat};
    write_event(pieces);
}

/// The client sees the end and comes back with the last id it has.
void Connection::end_watching() {
    answer_.events->stop_listening();
    transport_->stop_reading();
    phase_ = Phase::parting;
    deadline_ = now() + surroundings_.limits.parting_time_max;
    transport_->part();
}

} // namespace http
