#include "platform/db/dialect.hpp"

#include <fmt/format.h>

namespace db {

std::string_view lock_skipping_taken_rows(Dialect dialect) {
    return dialect == Dialect::postgresql ? " FOR UPDATE SKIP LOCKED" : "";
}

std::string starts_with(Dialect dialect, std::string_view column, std::string_view parameter) {
    // SQLite folds ASCII only; PostgreSQL does so too when it is told to use the plain collation.
    const std::string_view plain = dialect == Dialect::postgresql ? " COLLATE \"C\"" : "";
    return fmt::format("lower(substr({0}, 1, length({1})){2}) = lower({1}{2})", column, parameter, plain);
}

} // namespace db
