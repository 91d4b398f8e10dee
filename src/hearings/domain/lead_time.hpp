#pragma once
// How early the sector could take part, over many cases.
#include <cstdint>
#include <vector>

namespace hearings {

struct LeadTimes {
    std::int64_t cases = 0, median = 0, shortest = 0, longest = 0; ///< Days.
};
/// Of two in the middle the shorter counts: the median never says more than half of the cases had. All 0 of nothing.
LeadTimes summed_up(std::vector<std::int64_t> days);

} // namespace hearings
