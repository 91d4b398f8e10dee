#pragma once
// The few places where the two databases differ, each behind a name.
#include "platform/db/database.hpp"

namespace db {

/// " FOR UPDATE SKIP LOCKED" on PostgreSQL, "" on SQLite, whose one writer needs no row locks.
std::string_view lock_skipping_taken_rows(Dialect);
/// A condition that is true when column starts with the argument, ignoring case for ASCII; e.g. starts_with(d, "name",
/// "$1").
std::string starts_with(Dialect, std::string_view column, std::string_view parameter);

} // namespace db
