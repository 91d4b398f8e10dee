#pragma once
// Reads municipality borders from GeoJSON (RFC 7946) or TopoJSON, whatever the file calls its collections.
#include "directory/domain/projection.hpp"
#include "platform/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace directory {

using Ring = std::vector<Point>;   ///< Closed: the last point is not repeated. At least three points.
using Polygon = std::vector<Ring>; ///< The outer ring first, then holes.

/// kommunenummer -> its parts, in metres (UTM zone 33), y growing northwards.
using Borders = std::map<std::string, std::vector<Polygon>>;

/// Reads a FeatureCollection, several of them side by side, or a Topology with or without transform; takes all features
/// that carry `kommunenummer` (text, or a number that has lost its leading zero). Coordinates in degrees (WGS 84) are
/// projected, coordinates in UTM 33 are taken as they are: which it is shows in their size.
///
/// Fails with directory.map_unreadable (byte: where the file stops making sense) and
/// directory.map_without_municipalities.
Result<Borders> read_borders(std::string_view bytes);

} // namespace directory
