#include "platform/crypto/key.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/errors.hpp"

#include <cstring>
#include <openssl/crypto.h>

namespace crypto {

Key Key::make(Random& random) {
    Key key;
    random.fill(key.bytes_.data(), key.bytes_.size());
    return key;
}

Result<Key> Key::from_bytes(std::string_view bytes) {
    if (bytes.size() != length_bytes) return platform::bad_value.error();
    Key key;
    std::memcpy(key.bytes_.data(), bytes.data(), bytes.size());
    return key;
}

Key Key::derive(std::string_view purpose) const {
    Key key;
    key.bytes_ = hmac_sha256(bytes(), purpose);
    return key;
}

Key::Key(Key&& other) noexcept : bytes_{other.bytes_} {
    OPENSSL_cleanse(other.bytes_.data(), other.bytes_.size());
}

Key& Key::operator=(Key&& other) noexcept {
    if (this != &other) {
        bytes_ = other.bytes_;
        OPENSSL_cleanse(other.bytes_.data(), other.bytes_.size());
    }
    return *this;
}

Key::~Key() {
    OPENSSL_cleanse(bytes_.data(), bytes_.size());
}

static Result<Key> read_key(const std::string& content) {
    if (content.size() != 2 * Key::length_bytes + 1 || content.back() != '\n') return platform::key_file_faulty.error();
    auto bytes = from_hex(std::string_view{content}.substr(0, content.size() - 1));
    if (!bytes) return platform::key_file_faulty.error();
    auto key = Key::from_bytes(*bytes);
    OPENSSL_cleanse(bytes->data(), bytes->size());
    return key;
}

Result<Key> load_or_create_master_key(const std::string& path, Random& random) {
    if (const auto content = TRY(read_secret_file(path))) return read_key(*content);
    auto key = Key::make(random);
    const auto created = create_secret_file(path, to_hex(key.bytes()) + "\n");
    if (created) return key;
    // Another process may have made it a moment ago: then its key counts.
    if (const auto content = TRY(read_secret_file(path))) return read_key(*content);
    return created.error();
}

} // namespace crypto
