#pragma once
// What the readers of values have in common; nobody else includes it.
#include "platform/json/reading.hpp"

#include <charconv>

namespace json::reading {

constexpr std::size_t word_length_max = 200;

/// Notes a value of the wrong type; in a form that is the same name twice, or a name with parts where none belong.
void wrong_type(const Value&, std::string_view expected, const Place&, Reader&);
/// The text of a value, composed; nothing, and the fault noted, when it is no text.
std::optional<std::string> text_of(const Value&, const Place&, Reader&);
bool is_digits(std::string_view);

template <class Number>
std::optional<Number> parsed_number(std::string_view text) {
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

} // namespace json::reading
