#include "platform/json/reading.hpp"

#include "platform/json/reading_parts.hpp"
#include "platform/unicode.hpp"

#include <algorithm>

namespace json::reading {

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

void wrong_type(const Value& value, std::string_view expected, const Place& place, Reader& reader) {
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
