#pragma once
// A map without borders: one circle for each municipality, its area as its population, near where it lies.
#include "directory/domain/projection.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace directory {

/// What a circle is made from.
struct Place {
    std::string number;         ///< kommunenummer
    double latitude, longitude; ///< Degrees, WGS 84.
    std::int64_t population;
};

struct Circle {
    std::string number;
    double x = 0, y = 0, radius = 0;
};

struct Cartogram {
    std::vector<Circle> circles; ///< By number.
    int width = 0, height = 0;   ///< Of the frame that holds them all; y grows downwards.
};

/// Draws the circles and pushes them apart. No chance is involved: the same places give the same picture.
///
/// Circles fill 12 % of a frame 2000 wide; the smallest radius is 14, so that 200 inhabitants can be pointed at. 300
/// rounds in order of number: of two that overlap the lighter moves more, and each is pulled back towards its own place
/// by a force that fades, so that no overlap is left at the end.
Cartogram draw_cartogram(std::vector<Place> places);

} // namespace directory
