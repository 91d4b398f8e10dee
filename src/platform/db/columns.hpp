#pragma once
// Columns that hold words of a domain, ids that may be missing, and languages.
#include "platform/db/value.hpp"
#include "platform/ensure.hpp"
#include "platform/i18n/translator.hpp"
#include "platform/json/described_members.hpp"

#include <optional>

namespace db {

/// An enumeration by its name. A name that the program does not know is a broken invariant: the table checks them.
template <class E>
E word_at(const db::Row& row, std::size_t column) {
    const auto found = json::enumerator_of<E>(row.text(column));
    ensure(found.has_value());
    return *found;
}

template <class E>
std::optional<E> maybe_word_at(const db::Row& row, std::size_t column) {
    if (row.is_null(column)) return {};
    return word_at<E>(row, column);
}

template <class E>
db::Argument word(E value) {
    return std::string{json::name_of(value)};
}

template <class E>
db::Argument word(const std::optional<E>& value) {
    return value ? word(*value) : db::Argument{std::nullopt};
}

template <class IdType>
std::optional<IdType> maybe_id_at(const db::Row& row, std::size_t column) {
    if (row.is_null(column)) return {};
    return row.id<IdType>(column);
}

inline i18n::Language language_at(const db::Row& row, std::size_t column) {
    const auto found = i18n::language_of(row.text(column));
    ensure(found.has_value());
    return *found;
}

} // namespace db
