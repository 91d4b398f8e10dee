#pragma once
// What representation needs from outside.
#include "platform/db/database.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace representation {

struct Outside {
    /// Seal and open what people tell of themselves; made from the program's master key. owner: whose it is.
    std::function<db::Bytes(std::string_view plain, std::string_view owner)> seal;
    std::function<Result<std::string>(const db::Bytes& sealed, std::string_view owner)> open;
    /// The title of what the sector has said under that number; nothing when nobody has said it. Left empty where no
    /// register of positions is at hand: numbers are then taken as they are.
    std::function<Result<std::optional<std::string>>(db::Reader&, std::string_view number)> position_title{};
};

} // namespace representation
