#pragma once
// What goes into a statement and what comes out of a row, the same for both databases.
#include "platform/clock.hpp"
#include "platform/ensure.hpp"
#include "platform/id.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace db {

using Bytes = std::vector<std::uint8_t>;
/// NULL, BIGINT, DOUBLE PRECISION, TEXT (UTF-8), BYTEA. Booleans are BIGINT 0 and 1.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

/// Whether a text can be kept: UTF-8 without zeros. PostgreSQL keeps nothing else as text.
bool is_storable(std::string_view text);

/// One argument of a statement: $1 is the first. Converts from everything the domain keeps.
class Argument {
public:
    template <std::integral T>
    Argument(T number) : value_{static_cast<std::int64_t>(number)} {}
    Argument(double number) : value_{number} {}
    Argument(const char* text) : value_{std::string{text}} {}
    Argument(std::string_view text) : value_{std::string{text}} {}
    Argument(std::string text) : value_{std::move(text)} {}
    Argument(Bytes bytes) : value_{std::move(bytes)} {}
    Argument(Instant instant) : value_{std::int64_t{instant.time_since_epoch().count()}} {}
    Argument(Date date) : value_{::to_string(date)} {}
    Argument(Uuid id) : value_{id.to_string()} {}
    template <class Tag>
    Argument(Id<Tag> id) : value_{id.to_string()} {}
    Argument(std::nullopt_t) {}
    template <class T>
    Argument(const std::optional<T>& value) {
        if (value) value_ = Argument{*value}.value_;
    }
    [[nodiscard]] const Value& value() const { return value_; }

private:
    Value value_;
};
using Arguments = std::vector<Argument>;

/// One row. Columns are read by their place in the SELECT; a type that the column does not have is a broken invariant.
class Row {
public:
    explicit Row(std::vector<Value> columns) : columns_{std::move(columns)} {}
    [[nodiscard]] std::int64_t number(std::size_t column) const { return std::get<std::int64_t>(at(column)); }
    [[nodiscard]] double real(std::size_t column) const;
    [[nodiscard]] bool flag(std::size_t column) const { return number(column) != 0; }
    [[nodiscard]] const std::string& text(std::size_t column) const { return std::get<std::string>(at(column)); }
    [[nodiscard]] const Bytes& bytes(std::size_t column) const { return std::get<Bytes>(at(column)); }
    [[nodiscard]] Instant instant(std::size_t column) const {
        return Instant{std::chrono::microseconds{number(column)}};
    }
    [[nodiscard]] Date date(std::size_t column) const { return *parse_date(text(column)); }
    template <class IdType>
    [[nodiscard]] IdType id(std::size_t column) const {
        return *IdType::parse(text(column));
    }
    [[nodiscard]] bool is_null(std::size_t column) const { return at(column).index() == 0; }
    [[nodiscard]] std::optional<std::int64_t> maybe_number(std::size_t column) const;
    [[nodiscard]] std::optional<std::string> maybe_text(std::size_t column) const;
    [[nodiscard]] std::optional<Instant> maybe_instant(std::size_t column) const;
    [[nodiscard]] std::optional<Date> maybe_date(std::size_t column) const;
    [[nodiscard]] std::size_t size() const { return columns_.size(); }

private:
    [[nodiscard]] const Value& at(std::size_t column) const {
        ensure(column < columns_.size());
        return columns_[column];
    }
    std::vector<Value> columns_;
};
using Rows = std::vector<Row>;

} // namespace db
