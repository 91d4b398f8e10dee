#pragma once
// From borders in metres to finished SVG paths in a frame 2000 wide.
#include "directory/domain/map_file.hpp"

#include <functional>

namespace directory {

struct MapDrawing {
    int width = 0, height = 0;                ///< The frame; y grows downwards.
    std::map<std::string, std::string> paths; ///< kommunenummer -> "M12 30l4 5…z", whole numbers.
    std::string county_borders;               ///< Lines between municipalities of different counties, as one path.
    int points_read = 0, points_kept = 0, islands_dropped = 0;
};

/// Which part is being done, and how much of it.
using DrawingProgress = std::function<void(std::string_view step, int done, int of)>;

/// Drops parts under 4 km² but always keeps each municipality's largest, simplifies shared borders once so that
/// neighbours still meet, and rounds to the frame.
MapDrawing draw_map(const Borders&, const DrawingProgress& = {});

} // namespace directory
