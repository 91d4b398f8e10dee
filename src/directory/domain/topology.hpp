#pragma once
// Borders as they are shared: cut into arcs wherever neighbours begin or end to share a line, each arc kept once.
#include "directory/domain/map_file.hpp"

namespace directory {

struct ArcUse {
    std::size_t arc = 0;
    bool is_reversed = false;
};
using ArcRing = std::vector<ArcUse>;
using ArcPolygon = std::vector<ArcRing>;

struct Topology {
    std::vector<std::vector<Point>> arcs;        ///< Closed ones end where they begin.
    std::vector<std::vector<std::string>> users; ///< Of each arc: the municipalities on its sides, one or two.
    std::map<std::string, std::vector<ArcPolygon>> municipalities;
};

/// Points are the same when they are equal to the last bit, as they are in files made from one set of borders.
Topology cut_into_arcs(const Borders&);

} // namespace directory
