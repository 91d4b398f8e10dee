#pragma once
// What the journal keeps about persons is sealed under a key for each. Without the key it is noise: destroying the key
// removes it from the journal, from every export and from every copy, and no hash changes.
#include "platform/crypto/key.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace journal {

class PersonKeys {
public:
    /// wrapping: what the persons' keys are sealed under in the database.
    PersonKeys(crypto::Key wrapping, Random& random) : wrapping_{std::move(wrapping)}, random_{random} {}

    /// Seals a JSON text for a person at one place of one event: {"person":"…","sealed":"…"}. The first time it makes
    /// the person's key. For somebody who is forgotten nothing is kept: null.
    Result<std::string> seal(db::Transaction&, std::string_view person_id, std::string_view json,
                             const std::string& place);

    using Keys = std::map<std::string, std::optional<crypto::Key>, std::less<>>; ///< Nothing: forgotten.
    /// The keys of these persons. Fails with platform.seal_broken when they are wrapped under another master key.
    Result<Keys> of(db::Reader&, const std::vector<std::string>& person_ids) const;

    /// Destroys the key. False when it already was.
    static Result<bool> forget(db::Transaction&, std::string_view person_id, Instant now);

private:
    Result<std::optional<crypto::Key>> find_or_make(db::Transaction&, const std::string& person_id);
    [[nodiscard]] Result<crypto::Key> unwrap(const std::string& person_id, const db::Bytes& wrapped) const;

    crypto::Key wrapping_;
    Random& random_;
};

} // namespace journal
