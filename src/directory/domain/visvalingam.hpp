#pragma once
// Fewer points for the same line.
#include "directory/domain/projection.hpp"

#include <vector>

namespace directory {

/// Takes away, one by one, the point whose triangle with its neighbours has the smallest weighted area, until none is
/// under the threshold (square metres). Both ends stay; a closed line keeps at least three different points.
///
/// The weight is 1 - 0.7 cos(angle): spikes go sooner, gentle curves stay longer. Source: M. Visvalingam and J. D.
/// Whyatt, "Line generalisation by repeated elimination of points" (1993); weighting after M. Bloch's mapshaper.
std::vector<Point> simplified(const std::vector<Point>& line, double threshold_m2);

} // namespace directory
