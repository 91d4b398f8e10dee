#pragma once
#include <string>

namespace registers {

/// UTF-8 cut between characters.
inline std::string shortened(std::string text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xC0U) == 0x80U)
        --bytes_max;
    text.resize(bytes_max);
    return text;
}

} // namespace registers
