#pragma once
// From the parts of the sector that were chosen to the organisations in them.
#include "hearings/domain/addressee.hpp"
#include "platform/db/database.hpp"

namespace hearings {

/// Each once, with region and inhabitants as they are on the day.
Result<std::vector<Addressee>> addressees_in(db::Reader&, const std::vector<Audience>&, Date today);

} // namespace hearings
