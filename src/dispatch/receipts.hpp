#pragma once
// Whether a receipt holds: read from a file alone, without us, without the content, years later.
#include "platform/i18n/translator.hpp"
#include "platform/journal/verification.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dispatch {

/// The first thing found that is not as it must be.
enum class ReceiptFlaw : std::uint8_t {
    unreadable,       ///< No receipt of ours, or changed after it was signed.
    key_not_given,    ///< Signed by a key that is not in the set given.
    proof_broken,     ///< The proof from the journal does not hold; `proof` tells where.
    subject_differs,  ///< The proof is about something else.
    content_differs,  ///< It says something that its proof does not.
    document_foreign, ///< A document given beside it is none of those it names.
};

struct ReceiptReport {
    std::optional<ReceiptFlaw> flaw;
    std::string dispatch, issuer, sender, recipient, title, status, channel;
    Instant issued_at, received_at;
    std::optional<Instant> read_at;
    struct NamedDocument {
        std::string name, sha256;
        std::int64_t bytes = 0;
        bool is_given = false; ///< One of the documents given has this content.
    };
    std::vector<NamedDocument> documents;
    std::string key_id; ///< Of the key that signed; to be compared with the one that is published.
    journal::Verification proof;
    [[nodiscard]] bool holds() const { return !flaw; }
};

struct ReceiptQuestion {
    std::string_view receipt;
    std::optional<std::string> key_set{}; ///< JWKS. Without it the key is shown, to be compared by whoever asks.
    std::vector<std::string> digests{};   ///< SHA-256 of documents at hand, hexadecimal.
};
ReceiptReport verify_receipt(const ReceiptQuestion&);
/// The report for people.
std::string words(const ReceiptReport&, const i18n::Translator&);

} // namespace dispatch
