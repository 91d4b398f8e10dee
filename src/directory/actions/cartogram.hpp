#pragma once
// Draws the cartogram anew when the municipalities have changed.
#include "directory/directory.hpp"

namespace directory {

/// From the municipalities that exist on the day; kept from that day on.
Result<void> redraw_cartogram(db::Transaction&, Date on);

} // namespace directory
