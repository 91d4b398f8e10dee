#include "platform/unicode.hpp"

#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace unicode {

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto end = static_cast<std::int64_t>(text.size());
    std::int64_t position = 0;
    while (position < end) {
        const auto start = position;
        if (bytes[position] < 0x80) {
            ++position;
            continue;
        }
        UChar32 point = 0;
        U8_NEXT(bytes, position, end, point);
        if (point < 0) return static_cast<std::size_t>(start);
    }
    return {};
}

std::size_t length(std::string_view text) {
    std::size_t points = 0;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++points;
    }
    return points;
}

static bool is_space(UChar32 point) {
    return u_isUWhiteSpace(point) || point == 0xFEFF;
}

std::string_view trimmed(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::int32_t first = 0;
    auto last = static_cast<std::int32_t>(text.size());
    while (first < last) {
        auto next = first;
        UChar32 point = 0;
        U8_NEXT(bytes, next, last, point);
        if (!is_space(point)) break;
        first = next;
    }
    while (last > first) {
        auto previous = last;
        UChar32 point = 0;
        U8_PREV(bytes, first, previous, point);
        if (!is_space(point)) break;
        last = previous;
    }
    return text.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
}

std::string composed(std::string text) {
    // Below U+0300 everything is composed already, and nearly all text is.
    const auto is_simple = [](char byte) { return static_cast<unsigned char>(byte) < 0xCC; };
    if (std::all_of(text.begin(), text.end(), is_simple)) return text;
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) return text;
    std::string out;
    icu::StringByteSink<std::string> sink{&out};
    normalizer->normalizeUTF8(0, text, sink, nullptr, status);
    return U_FAILURE(status) != 0 ? text : out;
}

static bool is_control(UChar32 point) {
    const bool is_c0_or_c1 = point < 0x20 || (point >= 0x7F && point <= 0x9F);
    const bool separates = point == 0x2028 || point == 0x2029;
    const bool turns_direction = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return is_c0_or_c1 || separates || turns_direction;
}

bool has_control_characters(std::string_view text, std::string_view allowed) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto end = static_cast<std::int64_t>(text.size());
    for (std::int64_t position = 0; position < end;) {
        UChar32 point = 0;
        U8_NEXT(bytes, position, end, point);
        const bool is_allowed = point < 0x80 && allowed.find(static_cast<char>(point)) != std::string_view::npos;
        if (is_control(point) && !is_allowed) return true;
    }
    return false;
}

std::string fit_for_xml(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto end = static_cast<std::int32_t>(text.size());
    std::string out;
    out.reserve(text.size());
    for (std::int32_t position = 0; position < end;) {
        const auto start = position;
        UChar32 point = 0;
        U8_NEXT(bytes, position, end, point);
        const bool is_control = point >= 0 && point < 0x20 && point != '\t' && point != '\n' && point != '\r';
        if (point < 0) {
            out += "\xEF\xBF\xBD";
        } else if (!is_control && point != 0xFFFE && point != 0xFFFF) {
            out.append(text, static_cast<std::size_t>(start), static_cast<std::size_t>(position - start));
        }
    }
    return out;
}

} // namespace unicode
