#include "platform/id.hpp"

#include "platform/errors.hpp"

Uuid Uuid::make(Instant now, Random& random) {
    Uuid id;
    random.fill(id.bytes_.data() + 6, 10);
    const auto since_1970 = std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count();
    const auto milliseconds = static_cast<std::uint64_t>(since_1970);
    for (std::size_t i = 0; i < 6; ++i)
        id.bytes_[i] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
    id.bytes_[6] = static_cast<std::uint8_t>((id.bytes_[6] & 0x0F) | 0x70);
    id.bytes_[8] = static_cast<std::uint8_t>((id.bytes_[8] & 0x3F) | 0x80);
    return id;
}

static int hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

static bool has_hyphen_at(std::size_t place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
}

Result<Uuid> Uuid::parse(std::string_view text) {
    const auto refused = platform::bad_value.error({{"what", "uuid"}, {"value", std::string{text.substr(0, 60)}}});
    if (text.size() != 36) return refused;
    Uuid id;
    for (std::size_t place = 0, byte = 0; place < text.size();) {
        if (has_hyphen_at(place)) {
            if (text[place++] != '-') return refused;
            continue;
        }
        const auto high = hexadecimal(text[place]);
        const auto low = hexadecimal(text[place + 1]);
        if (high < 0 || low < 0) return refused;
        id.bytes_[byte++] = static_cast<std::uint8_t>(high << 4 | low);
        place += 2;
    }
    return id;
}

std::string Uuid::to_string() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(36);
    for (const auto byte : bytes_) {
        if (has_hyphen_at(out.size())) out += '-';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}
