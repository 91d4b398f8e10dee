#pragma once
// What receipts are signed with. Keys of their own, beside the master key in the data folder: they can be rotated, and
// handed to somebody else's safe, without touching anything that is sealed.
#include "platform/crypto/compact_signature.hpp"

namespace dispatch {

class ReceiptKeys {
public:
    /// By age; the newest signs, all of them are published.
    explicit ReceiptKeys(std::vector<crypto::SigningKey> keys);

    [[nodiscard]] const crypto::SigningKey& newest() const { return keys_.back(); }
    /// The public halves as a key set (RFC 7517).
    [[nodiscard]] json::Value published() const;

private:
    std::vector<crypto::SigningKey> keys_;
};

inline constexpr std::string_view receipt_key_prefix = "receipt-key-";
/// The keys in a data folder: "receipt-key-1" and so on. Makes the first when there is none.
/// Fails as crypto::SigningKey::load_or_create does.
Result<ReceiptKeys> open_receipt_keys(const std::string& folder, Random&);

} // namespace dispatch
