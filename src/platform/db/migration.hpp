#pragma once
// Migrations are numbered scripts, forward only. What runs on one database alone stands under "-- only: sqlite" or
// "-- only: postgresql"; such a line rules the statement that follows it.
#include "platform/db/database.hpp"
#include "platform/embedded.hpp"

#include <span>
#include <string>
#include <vector>

namespace db {

/// The statements of a script that are meant for a database, in order, without comments.
std::vector<std::string> statements_of(std::string_view script, Dialect);

/// As migrate(Database&), with scripts of one's own. A name begins with its number, "0042_governance_case.sql".
Result<int> migrate(Database&, std::span<const embedded::File> scripts);

} // namespace db
