#pragma once
// What senders encrypt documents to (CMS), where they or the level of the letter ask for it.
#include "platform/crypto/cms.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dispatch {

class LetterKeys {
public:
    LetterKeys() = default;
    /// By age; the newest is published, all of them open.
    explicit LetterKeys(std::vector<crypto::CmsKey> keys) : keys_{std::move(keys)} {}

    [[nodiscard]] bool is_empty() const { return keys_.empty(); }
    /// X.509 in PEM; "" when there is none.
    [[nodiscard]] std::string certificate() const {
        return keys_.empty() ? std::string{} : keys_.back().certificate_pem;
    }
    /// Fails with platform.seal_broken.
    [[nodiscard]] Result<std::string> open(std::string_view message) const;

private:
    std::vector<crypto::CmsKey> keys_;
};

inline constexpr std::string_view letter_key_prefix = "letter-key-";
/// The keys in a data folder: "letter-key-1" and so on, each a private key and its certificate in PEM. Makes the first
/// when there is none. Fails with platform.key_file_open, platform.key_file_unavailable.
Result<LetterKeys> open_letter_keys(const std::string& folder);

} // namespace dispatch
