#pragma once
// What a receipt says. All of it is worked out from the proof that travels inside, by whoever makes it and by whoever
// checks it, so a receipt cannot say more than the journal does.
#include "dispatch/domain/envelope.hpp"

namespace dispatch {

/// One thing that happened, as the journal holds it.
struct ReceiptStep {
    Instant at;
    std::int64_t event = 0; ///< Its number in the journal.
    std::string type;
    std::optional<std::string> status, channel, outcome;
};
BOOST_DESCRIBE_STRUCT(ReceiptStep, (), (at, event, type, status, channel, outcome))

struct Receipt {
    std::string iss;      ///< The address of the service.
    std::int64_t iat = 0; ///< Seconds since 1970.
    std::string sub;      ///< The dispatch.
    std::string sender, recipient, title;
    std::optional<std::string> organisation_number; ///< Of the recipient.
    Instant received_at;
    std::vector<ManifestDocument> documents;
    std::string status, channel;
    std::optional<Instant> read_at, recalled_at;
    std::optional<std::string> signing_evidence; ///< Of what was answered to a request for a signature (JWS).
    bool is_content_destroyed = false;
    std::vector<ReceiptStep> steps;
    std::string proof; ///< A bundle of the journal (platform/journal/README.md), with the manifest in it.
};
BOOST_DESCRIBE_STRUCT(Receipt, (),
                      (iss, iat, sub, sender, recipient, title, organisation_number, received_at, documents, status,
                       channel, read_at, recalled_at, signing_evidence, is_content_destroyed, steps, proof))

inline constexpr std::string_view receipt_type = "samband-receipt+jws";
inline constexpr std::size_t receipt_bytes_max = 8 << 20;

/// What the proof says. Whether the proof itself holds is another question. Fails with dispatch.receipt_unreadable when
/// it is no bundle about one dispatch with its manifest.
Result<Receipt> receipt_from(std::string proof, std::string iss, std::int64_t iat);

} // namespace dispatch
