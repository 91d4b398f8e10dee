#include "platform/db/postgresql_values.hpp"

#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <fmt/format.h>
#include <libpq-fe.h>

namespace db {
namespace {

/// Object identifiers of the built-in types (pg_type.dat); they are the same in every database.
enum TypeId : unsigned {
    type_unknown = 0, ///< As parameter: the server infers it.
    type_bool = 16,
    type_bytea = 17,
    type_int8 = 20,
    type_int2 = 21,
    type_int4 = 23,
    type_text = 25,
    type_float4 = 700,
    type_float8 = 701,
    type_numeric = 1700,
};

std::array<char, 8> big_endian(std::uint64_t bits) {
    std::array<char, 8> bytes{};
    for (std::size_t n = 0; n < bytes.size(); ++n)
        bytes[n] = static_cast<char>(bits >> (56 - 8 * n));
    return bytes;
}

template <class Number>
Number parsed(std::string_view text) {
    Number number{};
    const auto* end = text.data() + text.size();
    const auto [read_to, fault] = std::from_chars(text.data(), end, number);
    ensure(fault == std::errc{} && read_to == end);
    return number;
}

/// A sum of whole numbers is NUMERIC and comes back whole, as it does from SQLite.
Value numeric(std::string_view text) {
    std::int64_t whole = 0;
    const auto* end = text.data() + text.size();
    const auto [read_to, fault] = std::from_chars(text.data(), end, whole);
    if (fault == std::errc{} && read_to == end) return whole;
    return parsed<double>(text);
}

std::uint8_t digit(char character) {
    return static_cast<std::uint8_t>(character <= '9' ? character - '0' : character - 'a' + 10);
}

/// "\x00ff" (bytea_output = hex, set on every connection).
Bytes bytes_of(std::string_view text) {
    ensure(text.starts_with("\\x") && text.size() % 2 == 0);
    Bytes bytes;
    bytes.reserve(text.size() / 2 - 1);
    for (std::size_t n = 2; n < text.size(); n += 2)
        bytes.push_back(static_cast<std::uint8_t>(digit(text[n]) << 4 | digit(text[n + 1])));
    return bytes;
}

Value value_of(unsigned type, std::string_view text) {
    switch (type) {
    case type_int2:
    case type_int4:
    case type_int8:
        return parsed<std::int64_t>(text);
    case type_float4:
    case type_float8:
        return parsed<double>(text);
    case type_numeric:
        return numeric(text);
    case type_bool:
        return std::int64_t{text == "t"};
    case type_bytea:
        return bytes_of(text);
    default:
        return std::string{text};
    }
}

std::string field(const PGresult* result, int which) {
    const char* text = PQresultErrorField(result, which);
    return text ? text : "";
}

} // namespace

PostgresqlArguments::PostgresqlArguments(const Arguments& arguments) : numbers_(arguments.size()) {
    for (std::size_t n = 0; n < arguments.size(); ++n) {
        const auto add = [this](unsigned type, const char* bytes, std::size_t length) {
            types_.push_back(type);
            values_.push_back(bytes);
            lengths_.push_back(static_cast<int>(length));
            formats_.push_back(1);
        };
        const auto add_number = [&](unsigned type, std::uint64_t bits) {
            numbers_[n] = big_endian(bits);
            add(type, numbers_[n].data(), numbers_[n].size());
        };
        const auto& value = arguments[n].value();
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            add_number(type_int8, static_cast<std::uint64_t>(*number));
        } else if (const auto* real = std::get_if<double>(&value)) {
            add_number(type_float8, std::bit_cast<std::uint64_t>(*real));
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            add(type_text, text->data(), text->size());
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            // A null pointer would mean NULL, and an empty vector has one.
            add(type_bytea, bytes->empty() ? "" : reinterpret_cast<const char*>(bytes->data()), bytes->size());
        } else {
            add(type_unknown, nullptr, 0);
        }
    }
}

std::string PostgresqlArguments::signature(const Arguments& arguments) {
    constexpr std::string_view letters = "nidtb"; // In the order of Value's alternatives.
    std::string signature;
    for (const auto& argument : arguments)
        signature += letters[argument.value().index()];
    return signature;
}

Rows rows_of(const pg_result* result) {
    const int columns = PQnfields(result);
    Rows rows;
    rows.reserve(static_cast<std::size_t>(PQntuples(result)));
    for (int row = 0; row < PQntuples(result); ++row) {
        std::vector<Value> values;
        values.reserve(static_cast<std::size_t>(columns));
        for (int column = 0; column < columns; ++column) {
            if (PQgetisnull(result, row, column)) {
                values.emplace_back();
                continue;
            }
            const auto length = static_cast<std::size_t>(PQgetlength(result, row, column));
            values.push_back(value_of(PQftype(result, column), {PQgetvalue(result, row, column), length}));
        }
        rows.emplace_back(std::move(values));
    }
    return rows;
}

Error error_of(const pg_result* result) {
    const auto state = field(result, PG_DIAG_SQLSTATE); // docs: PostgreSQL, appendix A
    const std::string_view kind = std::string_view{state}.substr(0, 2);
    // The primary message of a violated constraint names it; its detail would show values.
    const auto reason = fmt::format("{} {}", state, field(result, PG_DIAG_MESSAGE_PRIMARY));
    if (kind == "23" || state == "22021" || state == "22P05")
        return platform::database_refused.error({{"reason", reason}});
    if (state == "XX001" || state == "XX002") return platform::database_damaged.error({{"reason", reason}});
    if (state == "53100") return platform::disk_full.error();
    constexpr std::array<std::string_view, 6> unavailable{"08", "40", "53", "55", "57", "58"};
    // 08P01 is our own breach of the protocol, such as too few arguments.
    const bool is_away =
        state != "08P01" && std::find(unavailable.begin(), unavailable.end(), kind) != unavailable.end();
    if (is_away) return platform::database_unavailable.error({{"reason", reason}});
    return platform::internal.error({{"reason", reason}});
}

} // namespace db
