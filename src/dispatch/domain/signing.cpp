#include "dispatch/domain/signing.hpp"

#include "dispatch/domain/reply.hpp"

#include <algorithm>

namespace dispatch {

SigningState signing_state(const Envelope& envelope, const std::optional<SigningDecision>& decision, Instant now) {
    if (decision) return *decision == SigningDecision::given ? SigningState::given : SigningState::refused;
    const bool is_over = envelope.signing_ends_at && *envelope.signing_ends_at <= now;
    return is_over ? SigningState::ended : SigningState::waiting;
}

std::optional<std::size_t> document_to_sign(const Envelope& envelope) {
    const auto found = std::ranges::find(envelope.documents, true, &Document::is_to_be_signed);
    if (found == envelope.documents.end() || !envelope.signing_ends_at) return std::nullopt;
    return static_cast<std::size_t>(found - envelope.documents.begin());
}

Envelope signed_envelope(const Envelope& letter, std::string letter_id, const std::vector<Document>& documents) {
    auto answer = answering_envelope(letter, std::move(letter_id), "Signert: ", letter.recipient.address.name);
    answer.dispatch_type = signed_dispatch_type;
    answer.documents = documents;
    return answer;
}

} // namespace dispatch
