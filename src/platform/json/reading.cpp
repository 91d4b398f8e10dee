#include "platform/json/reading.hpp"

#include "platform/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace json::reading {

static constexpr std::size_t word_length_max = 200;

/// What may stand in the fragment of an address as it is (RFC 3986, section 3.5); "/" and "~" have their own way.
static bool stays_in_fragment(char letter) {
    static constexpr std::string_view others = "-._!$&'()*+,;=:@?";
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           others.find(letter) != std::string_view::npos;
}

static std::string pointer_step(std::string_view name) {
    static constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string out;
    for (const char letter : name.substr(0, word_length_max)) {
        if (letter == '~') {
            out += "~0";
        } else if (letter == '/') {
            out += "~1";
        } else if (stays_in_fragment(letter)) {
            out += letter;
        } else {
            out += '%';
            out += hexadecimal[static_cast<unsigned char>(letter) >> 4U];
            out += hexadecimal[static_cast<unsigned char>(letter) & 0xFU];
        }
    }
    return out;
}

std::string Place::pointer() const {
    if (!outer) return "#";
    return outer->pointer() + "/" + (is_item ? std::to_string(index) : pointer_step(name));
}

void Reader::add(Fault fault) {
    if (faults_.size() < faults_max) faults_.push_back(std::move(fault));
}

Error faulty(std::vector<Fault> faults) {
    auto error = platform::request_faulty.error({{"count", static_cast<std::int64_t>(faults.size())}});
    error.faults = std::move(faults);
    return error;
}

/// Notes a value of the wrong type; in a form that is the same name twice, or a name with parts where none belong.
static void wrong_type(const Value& value, std::string_view expected, const Place& place, Reader& reader) {
    if (reader.has_only_text() && value.array()) return reader.fault(place, platform::duplicate_field);
    reader.fault(place, platform::wrong_type, {{"expected", std::string{expected}}});
}

bool is_blank(const Value& value, const Reader& reader) {
    if (value.is_null()) return true;
    if (!reader.has_only_text()) return false;
    if (const auto* text = value.text()) return unicode::trimmed(*text).empty();
    if (const auto* list = value.array()) {
        return std::all_of(list->begin(), list->end(), [&](const Value& item) { return is_blank(item, reader); });
    }
    const auto& members = *value.object();
    return std::all_of(members.begin(), members.end(),
                       [&](const Member& member) { return is_blank(member.value, reader); });
}

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

template <class Number>
static std::optional<Number> parsed_number(std::string_view text) {
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

static bool is_digits(std::string_view text) {
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

/// The text of a value, composed; nothing, and the fault noted, when it is no text.
static std::optional<std::string> text_of(const Value& value, const Place& place, Reader& reader) {
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

std::optional<std::size_t> one_of(const Value& value, std::span<const std::string_view> names, const Place& place,
                                  Reader& reader) {
    const auto text = text_of(value, place, reader);
    if (!text) return {};
    const auto found = std::find(names.begin(), names.end(), unicode::trimmed(*text));
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    std::string allowed;
    for (const auto name : names)
        allowed += (allowed.empty() ? "" : ", ") + std::string{name};
    reader.fault(place, platform::not_one_of, {{"allowed", allowed}});
    return {};
}

/// The items of points[0].text=…&points[1].text=…: an object whose names are numbers.
static std::vector<Item> numbered_items(const Object& members, const Place& place, Reader& reader) {
    std::vector<Item> found;
    for (const auto& member : members) {
        const auto index = is_digits(member.name) ? parsed_number<std::uint32_t>(member.name) : std::nullopt;
        if (!index) {
            reader.fault(place.member(member.name), platform::field_unknown);
        } else if (!is_blank(member.value, reader)) {
            found.push_back({*index, &member.value});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Item& left, const Item& right) { return left.index < right.index; });
    return found;
}

std::vector<Item> items(const Value& value, const Place& place, Reader& reader) {
    std::vector<Item> found;
    if (const auto* list = value.array()) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            const bool is_left_out = reader.has_only_text() && is_blank((*list)[i], reader);
            if (!is_left_out) found.push_back({i, &(*list)[i]});
        }
    } else if (reader.has_only_text() && value.object()) {
        found = numbered_items(*value.object(), place, reader);
    } else if (reader.has_only_text()) {
        if (!is_blank(value, reader)) found.push_back({0, &value});
    } else {
        wrong_type(value, "array", place, reader);
    }
    return found;
}

/// What is absent, or counts as absent in a form: a blank field whose type has no blank value.
static void absent(void* into, const MemberReader& member, const Place& place, Reader& reader) {
    if (reader.source() == Source::query || member.may_be_absent) return;
    if (reader.source() == Source::form && member.is_boolean) return member.read(into, Value{false}, place, reader);
    if (reader.source() == Source::form && member.is_structure)
        return member.read(into, Value{Object{}}, place, reader);
    if (!member.has_default(into)) reader.fault(place, platform::field_missing);
}

/// Fields at the top of a form or query that belong to the platform or to nobody.
static bool is_passed_over(std::string_view name, const Place& place, const Reader& reader) {
    if (place.outer) return false;
    if (reader.source() == Source::form) return name == "csrfToken" || name == "requestKey" || name == "version";
    static constexpr std::string_view of_queries[] = {"page",   "pageSize", "before", "format",
                                                      "fbclid", "gclid",    "mc_cid", "mc_eid"};
    return reader.source() == Source::query &&
           (name.starts_with("utm_") || std::ranges::find(of_queries, name) != std::end(of_queries));
}

void object(void* into, std::span<const MemberReader> members, const Value& from, const Place& place, Reader& reader) {
    const auto* sent = from.object();
    if (!sent) return wrong_type(from, "object", place, reader);
    for (const auto& member : members) {
        const auto* value = from.find(member.name);
        const auto inner = place.member(member.name);
        const bool counts_as_absent =
            value && reader.has_only_text() && !member.may_be_absent && is_blank(*value, reader);
        value && !counts_as_absent ? member.read(into, *value, inner, reader) : absent(into, member, inner, reader);
    }
    if (reader.source() == Source::foreign) return;
    for (const auto& member : *sent) {
        const bool is_known =
            std::ranges::any_of(members, [&](const MemberReader& known) { return known.name == member.name; });
        if (!is_known && !is_passed_over(member.name, place, reader)) {
            reader.fault(place.member(member.name), platform::field_unknown);
        }
    }
}

} // namespace json::reading
