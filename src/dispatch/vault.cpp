#include "dispatch/vault.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/sealing.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"

namespace dispatch {

static std::string_view octets(const db::Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Vault::Vault(std::map<std::uint8_t, crypto::Key> wrapping, crypto::Key lookup, Random& random)
    : wrapping_{std::move(wrapping)}, lookup_{std::move(lookup)}, lasting_{lookup_.derive("samband lasting post")},
      random_{random} {
    ensure(!wrapping_.empty());
}

db::Bytes Vault::wrap(const crypto::Key& key, DispatchId id) const {
    const auto& [generation, wrapping] = *wrapping_.rbegin();
    const auto sealed = crypto::seal(wrapping, key.bytes(), id.to_string(), random_);
    db::Bytes wrapped{generation};
    wrapped.insert(wrapped.end(), sealed.begin(), sealed.end());
    return wrapped;
}

Result<crypto::Key> Vault::unwrap(const db::Bytes& wrapped, DispatchId id) const {
    if (wrapped.empty()) return platform::seal_broken.error();
    const auto wrapping = wrapping_.find(wrapped.front());
    if (wrapping == wrapping_.end()) return platform::seal_broken.error();
    const auto bytes = TRY(crypto::open(wrapping->second, octets(wrapped).substr(1), id.to_string()));
    return crypto::Key::from_bytes(bytes);
}

bool Vault::is_newest(const db::Bytes& wrapped) const {
    return !wrapped.empty() && wrapped.front() == wrapping_.rbegin()->first;
}

db::Bytes Vault::seal(const crypto::Key& key, std::string_view plain, std::string_view place) const {
    const auto sealed = crypto::seal(key, plain, place, random_);
    return {sealed.begin(), sealed.end()};
}

Result<std::string> Vault::open(const crypto::Key& key, const db::Bytes& sealed, std::string_view place) {
    return crypto::open(key, octets(sealed), place);
}

db::Bytes Vault::digest(std::string_view purpose, std::string_view text) const {
    const auto keyed = lookup_.derive(purpose);
    const auto digest = crypto::hmac_sha256(keyed.bytes(), text);
    return {digest.begin(), digest.end()};
}

} // namespace dispatch
