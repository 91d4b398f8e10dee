// Yes and no, and numbers, as JSON and as forms write them.
#include "platform/json/reading_parts.hpp"
#include "platform/unicode.hpp"

#include <cmath>

namespace json::reading {

std::optional<bool> boolean(const Value& value, const Place& place, Reader& reader) {
    if (const auto* truth = value.boolean()) return *truth;
    const auto* text = value.text();
    if (!text || !reader.has_only_text()) {
        wrong_type(value, "boolean", place, reader);
        return {};
    }
    const auto word = unicode::trimmed(*text);
    if (word == "on" || word == "true" || word == "1") return true;
    if (word.empty() || word == "off" || word == "false" || word == "0") return false;
    reader.fault(place, platform::not_one_of, {{"allowed", "true, false"}});
    return {};
}

/// A number as people type it: spaces between the digits, a comma for the point.
static std::string typed_number(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_no_break_space = text.substr(i, 2) == "\xC2\xA0";
        const bool is_narrow_space = text.substr(i, 3) == "\xE2\x80\xAF";
        if (is_no_break_space || is_narrow_space) {
            i += is_no_break_space ? 1 : 2;
        } else if (text[i] != ' ') {
            out += text[i] == ',' ? '.' : text[i];
        }
    }
    return out;
}

/// The text of a number in a form; nothing, and the fault noted, when the value is no text.
static std::optional<std::string> number_text(const Value& value, std::string_view expected, const Place& place,
                                              Reader& reader) {
    const auto* text = value.text();
    if (text && reader.has_only_text()) return typed_number(unicode::trimmed(*text));
    wrong_type(value, expected, place, reader);
    return {};
}

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A whole number however it is written (3, 3.0, "3"), or nothing with the fault noted.
static std::optional<std::int64_t> whole_number(const Value& value, const ErrorValues& limits, const Place& place,
                                                Reader& reader) {
    if (const auto* integer = value.integer()) return *integer;
    if (const auto* real = value.real()) {
        static constexpr double exact_max = 9'007'199'254'740'992; // 2^53: beyond it doubles skip whole numbers
        if (std::trunc(*real) != *real) {
            reader.fault(place, platform::not_a_number, {{"expected", "integer"}});
        } else if (std::abs(*real) > exact_max) {
            reader.fault(place, platform::number_out_of_range, limits);
        } else {
            return static_cast<std::int64_t>(*real);
        }
        return {};
    }
    const auto text = number_text(value, "integer", place, reader);
    if (!text) return {};
    if (const auto number = parsed_number<std::int64_t>(*text)) return number;
    const bool is_too_long =
        is_digits(text->starts_with('-') ? std::string_view{*text}.substr(1) : std::string_view{*text});
    is_too_long ? reader.fault(place, platform::number_out_of_range, limits)
                : reader.fault(place, platform::not_a_number, {{"expected", "integer"}});
    return {};
}

std::optional<std::int64_t> integer(const Value& value, std::int64_t minimum, std::int64_t maximum, const Place& place,
                                    Reader& reader) {
    const ErrorValues limits{{"minimum", std::to_string(minimum)}, {"maximum", std::to_string(maximum)}};
    const auto found = whole_number(value, limits, place, reader);
    if (found && (*found < minimum || *found > maximum)) {
        reader.fault(place, platform::number_out_of_range, limits);
        return {};
    }
    return found;
}

std::optional<double> number(const Value& value, const Place& place, Reader& reader) {
    if (const auto* integer = value.integer()) return static_cast<double>(*integer);
    if (const auto* real = value.real()) return *real;
    const auto text = number_text(value, "number", place, reader);
    if (!text) return {};
    const auto found = parsed_number<double>(*text);
    if (found && std::isfinite(*found)) return found;
    reader.fault(place, platform::not_a_number, {{"expected", "number"}});
    return {};
}

} // namespace json::reading
