#include "platform/crypto/encoding.hpp"

#include "platform/errors.hpp"

#include <algorithm>

namespace crypto {

namespace {

constexpr std::string_view url_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view mail_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view hex_alphabet = "0123456789abcdef";

std::string encode(std::string_view bytes, std::string_view alphabet) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t bits = 0;
    int held = 0;
    for (const auto byte : bytes) {
        bits = bits << 8 | static_cast<std::uint8_t>(byte);
        for (held += 8; held >= 6; held -= 6)
            out += alphabet[bits >> (held - 6) & 63];
    }
    if (held > 0) out += alphabet[bits << (6 - held) & 63];
    return out;
}

Result<std::string> decode(std::string_view text, std::string_view alphabet) {
    std::string out;
    out.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    int held = 0;
    for (const auto character : text) {
        const auto value = alphabet.find(character);
        if (value == std::string_view::npos) return platform::bad_value.error();
        bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xffff;
        held += 6;
        if (held >= 8) {
            held -= 8;
            out += static_cast<char>(bits >> held & 0xff);
        }
    }
    const auto unused = bits & ((1U << held) - 1);
    if (text.size() % 4 == 1 || unused != 0) return platform::bad_value.error();
    return out;
}

} // namespace

std::string to_base64url(std::string_view bytes) {
    return encode(bytes, url_alphabet);
}

std::string to_base64(std::string_view bytes) {
    auto out = encode(bytes, mail_alphabet);
    out.append((4 - out.size() % 4) % 4, '=');
    return out;
}

Result<std::string> from_base64url(std::string_view text) {
    return decode(text, url_alphabet);
}

Result<std::string> from_base64(std::string_view text) {
    const auto is_whole = text.size() % 4 == 0;
    for (int padding = 0; is_whole && padding < 2 && text.ends_with('='); ++padding) {
        text.remove_suffix(1);
    }
    return decode(text, mail_alphabet);
}

std::string to_hex(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const auto character : bytes) {
        const auto byte = static_cast<std::uint8_t>(character);
        out += hex_alphabet[byte >> 4];
        out += hex_alphabet[byte & 15];
    }
    return out;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
    return to_hex(std::string_view{reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Result<std::string> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) return platform::bad_value.error();
    std::string out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = hex_alphabet.find(text[i]);
        const auto low = hex_alphabet.find(text[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return platform::bad_value.error();
        out += static_cast<char>(high << 4 | low);
    }
    return out;
}

bool from_hex(std::string_view text, std::span<std::uint8_t> into) {
    const auto bytes = from_hex(text);
    if (!bytes || bytes->size() != into.size()) return false;
    std::copy(bytes->begin(), bytes->end(), into.begin());
    return true;
}

} // namespace crypto
