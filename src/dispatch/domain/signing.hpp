#pragma once
// A request for a signature on one document of a letter, and the evidence of what was answered.
#include "dispatch/domain/envelope.hpp"

#include <optional>
#include <string>

namespace dispatch {

enum class SigningDecision : std::uint8_t { given, refused };
BOOST_DESCRIBE_ENUM(SigningDecision, given, refused)

///   waiting ──▶ given, refused     (the addressee, once)
///      └──────▶ ended              (the deadline)
enum class SigningState : std::uint8_t { waiting, given, refused, ended };
BOOST_DESCRIBE_ENUM(SigningState, waiting, given, refused, ended)

SigningState signing_state(const Envelope&, const std::optional<SigningDecision>&, Instant now);

/// Which document it is asked for; nothing when none is.
std::optional<std::size_t> document_to_sign(const Envelope&);

/// What the evidence says: who, what, when, and how they had proved who they are. Kept signed (JWS) and sealed, and
/// its digest in the journal. The number of the person stands in the sealed envelope alone.
struct SigningEvidence {
    std::string iss; ///< The address of the service.
    std::string dispatch, document;
    std::string sha256; ///< Of the document, hexadecimal.
    std::string signer;
    SigningDecision decision = SigningDecision::given;
    SignatureKind kind = SignatureKind::authenticated;
    std::string assurance; ///< Of the log-in: "substantial", "high".
    Instant at;
};
BOOST_DESCRIBE_STRUCT(SigningEvidence, (), (iss, dispatch, document, sha256, signer, decision, kind, assurance, at))

inline constexpr std::string_view signing_evidence_type = "samband-signing+jws";
/// The type of the dispatch that brings a signed document back. Source: KS, SvarUt signing.
inline constexpr std::string_view signed_dispatch_type = "ks.signertforsendelse";

/// The envelope that brings the signed document and the evidence to whom the sender named.
Envelope signed_envelope(const Envelope& letter, std::string letter_id, const std::vector<Document>& documents);

} // namespace dispatch
