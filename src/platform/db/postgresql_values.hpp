#pragma once
// Values on their way to PostgreSQL (binary, with their types) and back (text, decoded by the column's type).
#include "platform/db/value.hpp"
#include "platform/error.hpp"

#include <string>
#include <vector>

struct pg_result;

namespace db {

/// The arguments of one statement in the form that libpq takes.
class PostgresqlArguments {
public:
    explicit PostgresqlArguments(const Arguments&);
    [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }
    [[nodiscard]] const unsigned* types() const { return types_.data(); }
    [[nodiscard]] const char* const* values() const { return values_.data(); }
    [[nodiscard]] const int* lengths() const { return lengths_.data(); }
    [[nodiscard]] const int* formats() const { return formats_.data(); }
    /// One letter for each type: the same text with other types is another prepared statement.
    [[nodiscard]] static std::string signature(const Arguments&);

private:
    std::vector<std::array<char, 8>> numbers_; ///< Big-endian; values_ points in here or into the arguments.
    std::vector<unsigned> types_;
    std::vector<const char*> values_;
    std::vector<int> lengths_, formats_;
};

Rows rows_of(const pg_result*);
/// The error that a failed result stands for.
Error error_of(const pg_result*);

} // namespace db
