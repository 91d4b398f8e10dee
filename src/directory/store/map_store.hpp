#pragma once
// Finished pictures of the municipalities, per period of validity.
#include "directory/domain/cartogram.hpp"
#include "directory/domain/map_drawing.hpp"
#include "platform/db/database.hpp"

namespace directory::store {

/// Replaces the picture that begins on the same day.
Result<void> put_cartogram(db::Transaction&, Date valid_from, const Cartogram&);
Result<void> put_borders(db::Transaction&, Date valid_from, const MapDrawing&);

struct StoredShape {
    std::string number, path;
    double x = 0, y = 0, radius = 0;
};
struct StoredMap {
    Date valid_from;
    bool has_borders = false; ///< Real borders, not the cartogram.
    int width = 0, height = 0;
    std::string county_borders;
    std::vector<StoredShape> shapes; ///< By number.
};
/// The newest picture that had begun on the day and is not older than the newest structure: real borders where there
/// are some, else the cartogram; nothing when there is neither.
Result<std::optional<StoredMap>> map_on(db::Reader&, Date);

} // namespace directory::store
