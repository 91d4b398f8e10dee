#pragma once
// The keys of the post: what the keys of single dispatches are wrapped under, and what numbers are looked up by.
#include "dispatch/ids.hpp"
#include "platform/crypto/key.hpp"
#include "platform/db/value.hpp"

#include <map>
#include <string>
#include <string_view>

namespace dispatch {

/// Every dispatch is sealed under a key of its own, which is kept wrapped. Destroying the wrapped key destroys the
/// content, in every copy and backup too.
class Vault {
public:
    /// wrapping: by generation, from 1; the newest one wraps, all of them open. lookup: for keyed hashes.
    Vault(std::map<std::uint8_t, crypto::Key> wrapping, crypto::Key lookup, Random& random);

    /// The generation's number, then the key sealed for this dispatch.
    db::Bytes wrap(const crypto::Key&, DispatchId) const;
    /// Fails with platform.seal_broken: another dispatch's, or of a generation that is not here.
    Result<crypto::Key> unwrap(const db::Bytes&, DispatchId) const;
    [[nodiscard]] std::int64_t newest_generation() const { return wrapping_.rbegin()->first; }
    [[nodiscard]] bool is_newest(const db::Bytes& wrapped) const;

    /// A text under the key of a dispatch, or under the vault's own for what outlives it.
    db::Bytes seal(const crypto::Key&, std::string_view plain, std::string_view place) const;
    static Result<std::string> open(const crypto::Key&, const db::Bytes& sealed, std::string_view place);
    [[nodiscard]] const crypto::Key& lasting_key() const { return lasting_; }

    /// HMAC-SHA-256 for what is compared and never read back.
    db::Bytes digest(std::string_view purpose, std::string_view text) const;
    [[nodiscard]] Random& random() const { return random_; }

private:
    std::map<std::uint8_t, crypto::Key> wrapping_;
    crypto::Key lookup_, lasting_;
    Random& random_;
};

} // namespace dispatch
