#include "platform/db/text_check.hpp"

#include <cstdint>

namespace db {
namespace {

struct Sequence {
    std::size_t length;      ///< 0 when no character begins so.
    std::uint8_t second_min; ///< The bounds of the second byte exclude long forms, surrogates and what is too large.
    std::uint8_t second_max;
};

Sequence sequence_from(std::uint8_t first) {
    if (first >= 0x01 && first <= 0x7f) return {1, 0, 0};
    if (first >= 0xc2 && first <= 0xdf) return {2, 0x80, 0xbf};
    if (first == 0xe0) return {3, 0xa0, 0xbf};
    if (first == 0xed) return {3, 0x80, 0x9f};
    if (first >= 0xe1 && first <= 0xef) return {3, 0x80, 0xbf};
    if (first == 0xf0) return {4, 0x90, 0xbf};
    if (first >= 0xf1 && first <= 0xf3) return {4, 0x80, 0xbf};
    if (first == 0xf4) return {4, 0x80, 0x8f};
    return {0, 0, 0};
}

} // namespace

bool is_storable_text(std::string_view text) {
    const auto byte = [&](std::size_t place) { return static_cast<std::uint8_t>(text[place]); };
    for (std::size_t place = 0; place < text.size();) {
        const auto sequence = sequence_from(byte(place));
        if (sequence.length == 0 || place + sequence.length > text.size()) return false;
        for (std::size_t n = 1; n < sequence.length; ++n) {
            const auto next = byte(place + n);
            if (n == 1 ? next < sequence.second_min || next > sequence.second_max : (next & 0xc0) != 0x80) return false;
        }
        place += sequence.length;
    }
    return true;
}

} // namespace db
