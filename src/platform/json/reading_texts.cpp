// Texts, and what is written as one: days and times.
#include "platform/json/reading_parts.hpp"

#include "platform/unicode.hpp"

namespace json::reading {

std::optional<std::string> text_of(const Value& value, const Place& place, Reader& reader) {
    if (const auto* text = value.text()) return unicode::composed(*text);
    wrong_type(value, "text", place, reader);
    return {};
}

/// Notes what does not belong in the text; true when nothing does not.
static bool is_clean(std::string_view text, std::size_t length_max, std::string_view allowed_controls,
                     const Place& place, Reader& reader) {
    const bool has_controls = unicode::has_control_characters(text, allowed_controls);
    const auto length = unicode::length(text);
    if (has_controls) reader.fault(place, platform::control_characters);
    if (length > length_max) {
        reader.fault(place, platform::too_long,
                     {{"length", static_cast<std::int64_t>(length)}, {"max", static_cast<std::int64_t>(length_max)}});
    }
    return !has_controls && length <= length_max;
}

std::optional<std::string> line(const Value& value, std::size_t length_max, const Place& place, Reader& reader) {
    const auto text = text_of(value, place, reader);
    if (!text) return {};
    const auto trimmed = unicode::trimmed(*text);
    if (trimmed.empty()) {
        reader.fault(place, platform::empty);
        return {};
    }
    if (!is_clean(trimmed, length_max, {}, place, reader)) return {};
    return std::string{trimmed};
}

static std::string with_plain_line_ends(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            out += '\n';
        }
    }
    return out;
}

std::optional<std::string> prose(const Value& value, std::size_t length_max, const Place& place, Reader& reader) {
    const auto text = text_of(value, place, reader);
    if (!text) return {};
    auto plain = with_plain_line_ends(*text);
    if (!is_clean(plain, length_max, "\n\t", place, reader)) return {};
    return plain;
}

std::optional<std::string> words(const Value& value, std::size_t length_max, const Place& place, Reader& reader) {
    auto text = prose(value, length_max, place, reader);
    if (!text || !unicode::trimmed(*text).empty()) return text;
    reader.fault(place, platform::empty);
    return {};
}

std::optional<std::string> word(const Value& value, const Place& place, Reader& reader) {
    return line(value, word_length_max, place, reader);
}

/// "4.3.2026" or "04.03.2026", as people write it.
static std::optional<Date> written_date(std::string_view text) {
    const auto first = text.find('.');
    const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos) return {};
    const auto day = parsed_number<unsigned>(text.substr(0, first));
    const auto month = parsed_number<unsigned>(text.substr(first + 1, second - first - 1));
    const auto year = parsed_number<unsigned>(text.substr(second + 1));
    if (!day || !month || !year || text.size() - second != 5) return {};
    const Date date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month}, std::chrono::day{*day}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<Date> date(const Value& value, const Place& place, Reader& reader) {
    const auto text = word(value, place, reader);
    if (!text) return {};
    if (auto parsed = parse_date(*text)) return *parsed;
    const auto written = reader.has_only_text() ? written_date(*text) : std::nullopt;
    if (!written) reader.fault(place, platform::not_a_date);
    return written;
}

/// "2026-03-04T10:00", what a browser's field for date and time sends: Norwegian time.
static std::optional<Instant> wall_clock_time(std::string_view text) {
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return {};
    const auto day = parse_date(text.substr(0, 10));
    const auto hour = parsed_number<unsigned>(text.substr(11, 2));
    const auto minute = parsed_number<unsigned>(text.substr(14, 2));
    if (!day || !hour || !minute || *hour > 23 || *minute > 59) return {};
    return at_norwegian_time(*day, std::chrono::hours{*hour} + std::chrono::minutes{*minute});
}

std::optional<Instant> instant(const Value& value, const Place& place, Reader& reader) {
    const auto text = word(value, place, reader);
    if (!text) return {};
    if (auto parsed = parse_instant(*text)) return *parsed;
    const auto written = reader.has_only_text() ? wall_clock_time(*text) : std::nullopt;
    if (!written) reader.fault(place, platform::not_a_time);
    return written;
}

} // namespace json::reading
