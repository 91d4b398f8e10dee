#pragma once
#include "platform/db/database.hpp"

namespace db {

/// Connects to the server that the address names. Refuses one that would order or fold text in another way than SQLite
/// does: its database must have UTF8 as encoding and C, POSIX or C.UTF-8 as collation.
Result<std::unique_ptr<Database>> open_postgresql(const Options&);

} // namespace db
