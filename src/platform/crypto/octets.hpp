#pragma once
// Text seen as the octets that OpenSSL reads and writes.
#include <string>
#include <string_view>

namespace crypto {

inline const unsigned char* octets_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
inline unsigned char* octets_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

} // namespace crypto
