#pragma once
// Writing described types as JSON: one string, appended to; names are made at compile time.
#include "platform/json/described_members.hpp"

namespace json {

/// Appends the text in quotes, escaped. What is not UTF-8 becomes U+FFFD.
void append_text(std::string& out, std::string_view text);
void append_number(std::string& out, std::int64_t number);
/// The shortest digits that read back as the same number, never with an exponent; null when it is not finite.
void append_number(std::string& out, double number);
void append_value(std::string& out, const Value&);
/// The text in quotes, escaped.
std::string quoted(std::string_view text);

template <class T>
void append(std::string& out, const T& value);

template <DescribedStruct T>
void append_members(std::string& out, const T& value) {
    bool is_first = true;
    boost::mp11::mp_for_each<MembersOf<T>>([&]<class Descriptor>(Descriptor) {
        const auto& member = value.*Descriptor::pointer;
        if constexpr (is_optional<MemberType<T, Descriptor>>) {
            if (!member) return;
        }
        out += is_first ? "{\"" : ",\"";
        is_first = false;
        out += WireName<Descriptor>::value;
        out += "\":";
        append(out, member);
    });
    out += is_first ? "{}" : "}";
}

template <class T>
void append_items(std::string& out, const std::vector<T>& items) {
    out += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += ',';
        append<T>(out, items[i]);
    }
    out += ']';
}

template <class T>
void append(std::string& out, const T& value) {
    if constexpr (std::same_as<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::integral<T>) {
        append_number(out, static_cast<std::int64_t>(value));
    } else if constexpr (std::floating_point<T>) {
        append_number(out, static_cast<double>(value));
    } else if constexpr (std::convertible_to<const T&, std::string_view>) {
        append_text(out, value);
    } else if constexpr (std::same_as<T, Date> || std::same_as<T, Instant>) {
        append_text(out, ::to_string(value));
    } else if constexpr (std::same_as<T, Value>) {
        append_value(out, value);
    } else if constexpr (is_optional<T>) {
        value ? append(out, *value) : void(out += "null");
    } else if constexpr (is_vector<T>) {
        append_items(out, value);
    } else if constexpr (DescribedEnum<T>) {
        append_text(out, name_of(value));
    } else if constexpr (Textual<T>) {
        append_text(out, value.to_string());
    } else {
        static_assert(DescribedStruct<T>, "describe the type with BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_ENUM");
        append_members(out, value);
    }
}

/// The value as JSON, members in their order. An empty optional member is left out.
template <class T>
std::string write(const T& value) {
    std::string out;
    out.reserve(512);
    append(out, value);
    return out;
}

} // namespace json
