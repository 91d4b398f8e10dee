#pragma once
// Reading described types from JSON, forms and query strings: all faults at once, each with its place.
#include "platform/errors.hpp"
#include "platform/json/described_members.hpp"

#include <limits>
#include <span>

namespace json {

/// Where the values come from; forms and queries have only text, and say less about what is absent.
/// Foreign: JSON after a description of others, which may say more than we know; what is unknown is passed over.
enum class Source : std::uint8_t { json, form, query, foreign };
using FormFields = std::vector<std::pair<std::string, std::string>>;

namespace reading {

inline constexpr std::size_t faults_max = 100;          ///< More than that tell nobody anything.
inline constexpr std::size_t text_length_max = 100'000; ///< Of a std::string, which has no limit of its own.

/// The place of a value in its document, as a chain on the stack; written out only when there is a fault.
struct Place {
    const Place* outer = nullptr;
    std::string_view name;
    std::size_t index = 0;
    bool is_item = false;

    [[nodiscard]] Place member(std::string_view member_name) const { return {this, member_name, 0, false}; }
    [[nodiscard]] Place item(std::size_t item_index) const { return {this, {}, item_index, true}; }
    /// "#/points/2/text" (RFC 6901, section 6).
    [[nodiscard]] std::string pointer() const;
};

/// Collects the faults of one request.
class Reader {
public:
    explicit Reader(Source source) : source_{source} {}
    [[nodiscard]] Source source() const { return source_; }
    [[nodiscard]] bool has_only_text() const { return source_ == Source::form || source_ == Source::query; }
    void fault(const Place& place, const ErrorCode& code, ErrorValues values = {}) {
        add({place.pointer(), code.name, std::move(values)});
    }
    void add(Fault fault);
    [[nodiscard]] std::vector<Fault>& faults() { return faults_; }

private:
    Source source_;
    std::vector<Fault> faults_;
};

// Each reads one kind of value, or notes the fault and gives nothing.
std::optional<bool> boolean(const Value&, const Place&, Reader&);
std::optional<std::int64_t> integer(const Value&, std::int64_t minimum, std::int64_t maximum, const Place&, Reader&);
std::optional<double> number(const Value&, const Place&, Reader&);
std::optional<std::string> line(const Value&, std::size_t length_max, const Place&, Reader&);
std::optional<std::string> prose(const Value&, std::size_t length_max, const Place&, Reader&);
/// As prose, but what is blank is a fault.
std::optional<std::string> words(const Value&, std::size_t length_max, const Place&, Reader&);
/// Text that is then checked by its own type: trimmed, not empty, short, without control characters.
std::optional<std::string> word(const Value&, const Place&, Reader&);
std::optional<Date> date(const Value&, const Place&, Reader&);
std::optional<Instant> instant(const Value&, const Place&, Reader&);
/// The place of the value among the names.
std::optional<std::size_t> one_of(const Value&, std::span<const std::string_view> names, const Place&, Reader&);

/// True for null, and in forms and queries for text of nothing but white space.
bool is_blank(const Value&, const Reader&);

struct Item {
    std::size_t index; ///< As sent, so that the fault points where the sender looks.
    const Value* value;
};
/// The items of an array; in forms a single value is an array of one, points[0] and points.0 are items, blank items are
/// left out.
std::vector<Item> items(const Value&, const Place&, Reader&);

struct MemberReader {
    std::string_view name;
    bool may_be_absent;
    bool is_boolean;
    bool is_structure;
    void (*read)(void* object, const Value&, const Place&, Reader&);
    bool (*has_default)(const void* object);
};
/// Reads an object's members by the table, and notes those that are missing or unknown.
void object(void* into, std::span<const MemberReader> members, const Value&, const Place&, Reader&);

template <class T>
void value(T& into, const Value& from, const Place& place, Reader& reader);

template <class T, class Found>
void keep(T& into, Found found) {
    if (found) into = T(*std::move(found));
}

template <DescribedStruct T, class Descriptor>
constexpr MemberReader member_reader() {
    using M = MemberType<T, Descriptor>;
    return {WireName<Descriptor>::value,
            may_be_absent<M>,
            std::same_as<M, bool>,
            DescribedStruct<M>,
            [](void* object, const Value& from, const Place& place, Reader& reader) {
                value(static_cast<T*>(object)->*Descriptor::pointer, from, place, reader);
            },
            [](const void* object) { return json::has_default(static_cast<const T*>(object)->*Descriptor::pointer); }};
}

template <DescribedStruct T>
inline constexpr auto member_readers = []<template <class...> class List, class... Descriptors>(List<Descriptors...>*) {
    return std::array<MemberReader, sizeof...(Descriptors)>{member_reader<T, Descriptors>()...};
}(static_cast<MembersOf<T>*>(nullptr));

template <std::integral T>
constexpr std::int64_t largest() {
    return std::numeric_limits<T>::digits >= 63 ? std::numeric_limits<std::int64_t>::max()
                                                : static_cast<std::int64_t>(std::numeric_limits<T>::max());
}

template <Textual T>
void textual(T& into, const Value& from, const Place& place, Reader& reader) {
    const auto text = word(from, place, reader);
    if (!text) return;
    if (auto parsed = T::parse(*text)) {
        into = *std::move(parsed);
    } else if constexpr (is_id<T>) {
        reader.fault(place, platform::not_an_id);
    } else {
        reader.add({place.pointer(), parsed.error().code, parsed.error().values});
    }
}

template <class T>
void value(T& into, const Value& from, const Place& place, Reader& reader) {
    if constexpr (std::same_as<T, bool>) {
        keep(into, boolean(from, place, reader));
    } else if constexpr (std::integral<T>) {
        const auto smallest = static_cast<std::int64_t>(std::numeric_limits<T>::min());
        if (const auto found = integer(from, smallest, largest<T>(), place, reader)) into = static_cast<T>(*found);
    } else if constexpr (std::floating_point<T>) {
        if (const auto found = number(from, place, reader)) into = static_cast<T>(*found);
    } else if constexpr (is_line<T>) {
        keep(into, line(from, T::length_max, place, reader));
    } else if constexpr (is_words<T>) {
        keep(into, words(from, T::length_max, place, reader));
    } else if constexpr (is_prose<T>) {
        keep(into, prose(from, T::length_max, place, reader));
    } else if constexpr (std::same_as<T, std::string>) {
        keep(into, prose(from, text_length_max, place, reader));
    } else if constexpr (std::same_as<T, Date>) {
        keep(into, date(from, place, reader));
    } else if constexpr (std::same_as<T, Instant>) {
        keep(into, instant(from, place, reader));
    } else if constexpr (std::same_as<T, Value>) {
        into = from;
    } else if constexpr (is_optional<T>) {
        if (is_blank(from, reader)) return into.reset();
        const auto faults_before = reader.faults().size();
        typename T::value_type inner{};
        value(inner, from, place, reader);
        if (reader.faults().size() == faults_before) into = std::move(inner);
    } else if constexpr (is_vector<T>) {
        into.clear();
        for (const auto& [index, item] : items(from, place, reader)) {
            typename T::value_type inner{};
            value(inner, *item, place.item(index), reader);
            into.push_back(std::move(inner));
        }
    } else if constexpr (DescribedEnum<T>) {
        if (const auto found = one_of(from, enumerator_names<T>, place, reader)) into = enumerator_values<T>[*found];
    } else if constexpr (Textual<T>) {
        textual(into, from, place, reader);
    } else {
        static_assert(DescribedStruct<T>, "describe the type with BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_ENUM");
        object(&into, member_readers<T>, from, place, reader);
    }
}

/// The document as a value; faults beyond its grammar (twice the same name, too deep, too many items) go to the reader.
Result<Value> document(std::string_view text, Reader&);
/// "points[0].text" and "points.0.text" become an object with an object in it; the leaves are text, repeated names
/// arrays of text.
Value document(const FormFields& fields, Reader&);
Error faulty(std::vector<Fault> faults);

template <class T>
Result<T> whole(const Value& from, Reader& reader) {
    T into{};
    value(into, from, Place{}, reader);
    if (!reader.faults().empty()) return faulty(std::move(reader.faults()));
    return into;
}

} // namespace reading

/// Reads a described type from JSON. Unknown members are faults; a member may be left out when it is an optional, a
/// vector, a Prose or std::string, or has a default in its struct that is not the type's empty value.
///
/// Fails with platform.request_faulty (all faults at once), platform.body_not_json and platform.bad_encoding.
template <class T>
Result<T> read(std::string_view text) {
    reading::Reader reader{Source::json};
    const auto document = TRY(reading::document(text, reader));
    return reading::whole<T>(document, reader);
}

/// The same from JSON of others: unknown members are passed over.
template <class T>
Result<T> read_foreign(std::string_view text) {
    reading::Reader reader{Source::foreign};
    const auto document = TRY(reading::document(text, reader));
    return reading::whole<T>(document, reader);
}

/// Reads a described type from a free-form value. Fails with platform.request_faulty.
template <class T>
Result<T> read_value(const Value& document) {
    reading::Reader reader{Source::json};
    return reading::whole<T>(document, reader);
}

/// Reads a described type from the fields of a form: an unticked box is false, empty text is absence, dates may be
/// written "4.3.2026" and times "2026-03-04T10:00" (Norwegian time). csrfToken, requestKey and version are known in
/// every form.
template <class T>
Result<T> read_form(const FormFields& fields) {
    reading::Reader reader{Source::form};
    const auto document = reading::document(fields, reader);
    return reading::whole<T>(document, reader);
}

/// The same from a query string, where nothing is required: what is absent keeps the struct's value. The fields of
/// paging and format, and the tracking fields that others hang on addresses, are passed over.
template <class T>
Result<T> read_query(const FormFields& fields) {
    reading::Reader reader{Source::query};
    const auto document = reading::document(fields, reader);
    return reading::whole<T>(document, reader);
}

} // namespace json
