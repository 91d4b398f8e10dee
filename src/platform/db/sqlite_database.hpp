#pragma once
#include "platform/db/database.hpp"

namespace db {

/// Opens the file, or a temporary one when the path is ":memory:".
Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, const Options&);

} // namespace db
