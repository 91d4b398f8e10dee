// Answers that come in pieces: a worker makes one, the loop sends it, and so on.
#include "platform/http/connection.hpp"

#include <fmt/format.h>

namespace http {

bool Connection::is_chunked() const {
    return answer_.pieces && answer_.has_content && !answer_.length && is_http_1_1_;
}

void Connection::send_next_piece() {
    phase_ = Phase::working;
    deadline_ = Time::max();
    surroundings_.workers.post([self = shared_from_this(), this]() mutable {
        auto piece = std::make_shared<Result<Piece>>(Piece{});
        const auto done = guarded(answer_.trace.request_id, [&]() -> Result<void> {
            *piece = next_piece(answer_.pieces);
            return {};
        });
        if (!done) *piece = done.error();
        auto& loop = loop_;
        loop.post([self = std::move(self), this, piece = std::move(piece)] { send_piece(std::move(*piece)); });
    });
}

/// What has begun cannot be taken back: a fault now can only be shown by breaking off.
void Connection::send_piece(Result<Piece> piece) {
    if (phase_ != Phase::working) return;
    if (!piece) return end_answer(false);
    take_piece(*std::move(piece));
    const auto is_as_long_as_said = !answer_.length || (piece_.is_last ? sent_pieces_bytes_ == *answer_.length
                                                                       : sent_pieces_bytes_ <= *answer_.length);
    if (!is_as_long_as_said) return end_answer(false);
    if (piece_.bytes.empty() && !is_chunked()) return end_answer(true);
    const auto frame = piece_frame();
    for (const auto part : frame)
        sent_bytes_ += part.size();
    phase_ = Phase::sending;
    deadline_ = now() + surroundings_.limits.send_pause_max;
    transport_->write(frame);
}

void Connection::take_piece(Piece piece) {
    piece_ = std::move(piece);
    sent_pieces_bytes_ += piece_.bytes.size();
    piece_line_ = is_chunked() && !piece_.bytes.empty() ? fmt::format("{:x}\r\n", piece_.bytes.size()) : std::string{};
}

/// The piece as it travels (RFC 9112, section 7.1).
std::array<std::string_view, 4> Connection::piece_frame() const {
    return {piece_line_, piece_.bytes, piece_line_.empty() ? "" : "\r\n",
            is_chunked() && piece_.is_last ? "0\r\n\r\n" : ""};
}

} // namespace http
