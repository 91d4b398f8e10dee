#pragma once
// Finding what the sector has said, by its number.
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace voice {

/// The title of the position with that number; nothing when nobody has stated it.
Result<std::optional<std::string>> position_title(db::Reader&, std::string_view number);

} // namespace voice
