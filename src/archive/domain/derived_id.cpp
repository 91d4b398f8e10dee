#include "archive/domain/derived_id.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

namespace archive {

std::string derived_id(std::string_view name) {
    auto hex = crypto::to_hex(crypto::sha256(name)).substr(0, 32);
    hex[12] = '8'; // version
    hex[16] = '8'; // variant
    for (const std::size_t hyphen : {8, 13, 18, 23})
        hex.insert(hyphen, "-");
    return hex;
}

} // namespace archive
