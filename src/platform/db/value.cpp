#include "platform/db/value.hpp"

#include "platform/unicode.hpp"

namespace db {

bool is_storable(std::string_view text) {
    return text.find('\0') == std::string_view::npos && unicode::is_valid(text);
}

double Row::real(std::size_t column) const {
    const auto& value = at(column);
    // A sum of whole numbers comes back whole; asking for it as a real number loses nothing that a double can hold.
    if (const auto* number = std::get_if<std::int64_t>(&value)) return static_cast<double>(*number);
    return std::get<double>(value);
}

std::optional<std::int64_t> Row::maybe_number(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return number(column);
}

std::optional<std::string> Row::maybe_text(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return text(column);
}

std::optional<Instant> Row::maybe_instant(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return instant(column);
}

std::optional<Date> Row::maybe_date(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return date(column);
}

} // namespace db
