#pragma once
// A request for a signature as pages show it.
#include "dispatch/domain/signing.hpp"
#include "platform/clock.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

/// A request for a signature, and what became of it.
struct SigningView {
    std::string url, document, sha256;
    SignatureKind kind = SignatureKind::authenticated;
    SigningState state = SigningState::waiting;
    Instant ends_at;
    std::optional<Instant> decided_at;
    std::optional<std::string> evidence_url; ///< Once it is answered.
};
BOOST_DESCRIBE_STRUCT(SigningView, (), (url, document, sha256, kind, state, ends_at, decided_at, evidence_url))

struct SigningPageView {
    std::string letter_url, title, signer;
    std::string recipient; ///< Who gets the signed document.
    std::string document_url;
    SigningView signing;
};
BOOST_DESCRIBE_STRUCT(SigningPageView, (), (letter_url, title, signer, recipient, document_url, signing))

struct SigningAnswer {
    SigningDecision decision = SigningDecision::given;
    std::optional<bool> has_read; ///< Needed to sign.
};
BOOST_DESCRIBE_STRUCT(SigningAnswer, (), (decision, has_read))

} // namespace dispatch
