#include "platform/blobs/store.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/errors.hpp"

#include <algorithm>

namespace blobs {

std::string Digest::to_string() const {
    return crypto::to_hex(bytes);
}

Result<Digest> Digest::parse(std::string_view hex) {
    const auto bytes = TRY(crypto::from_hex(hex));
    Digest digest;
    if (bytes.size() != digest.bytes.size()) return platform::bad_value.error();
    std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
    return digest;
}

} // namespace blobs
