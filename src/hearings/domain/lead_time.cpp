#include "hearings/domain/lead_time.hpp"

#include <algorithm>

namespace hearings {

LeadTimes summed_up(std::vector<std::int64_t> days) {
    if (days.empty()) return {};
    std::ranges::sort(days);
    return {static_cast<std::int64_t>(days.size()), days[(days.size() - 1) / 2], days.front(), days.back()};
}

} // namespace hearings
