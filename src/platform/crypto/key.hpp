#pragma once
// Secret keys of 32 bytes: where they come from, and that they leave no trace in memory.
#include "platform/random.hpp"
#include "platform/result.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace crypto {

/// Cannot be copied by accident, and is overwritten with zeros when it goes.
class Key {
public:
    static constexpr std::size_t length_bytes = 32;

    static Key make(Random&);
    /// Exactly 32 bytes, else platform.bad_value.
    static Result<Key> from_bytes(std::string_view bytes);
    /// A key of its own for one purpose: HMAC-SHA256 of the purpose. Knowing it tells nothing of this one.
    [[nodiscard]] Key derive(std::string_view purpose) const;

    Key(Key&&) noexcept;
    Key& operator=(Key&&) noexcept;
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
    ~Key();

    [[nodiscard]] std::string_view bytes() const {
        return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
    }

private:
    Key() = default;
    std::array<std::uint8_t, length_bytes> bytes_{};
};

/// Reads the key file, or makes it with mode 0600 when there is none: 64 hexadecimal digits and a line end.
///
/// Fails with platform.key_file_open (group or others may read it), platform.key_file_faulty (no such digits in it) and
/// platform.key_file_unavailable (cannot be read or made). The folder must exist.
Result<Key> load_or_create_master_key(const std::string& path, Random&);

} // namespace crypto
