#include "dispatch/domain/statistic.hpp"

#include <fmt/format.h>

namespace dispatch {

std::string Month::name() const {
    return fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
}

/// When the first day of a month begins in Norway. The offset is asked for at an hour that has it already.
static Instant beginning_of(std::chrono::year_month month) {
    const Instant midnight{std::chrono::sys_days{month / 1}};
    return midnight - norwegian_offset(midnight);
}

std::vector<Month> months_until(Instant now, int count) {
    const auto today = norwegian_date(now);
    auto month = today.year() / today.month();
    std::vector<Month> found;
    for (int i = 0; i < count; ++i, month -= std::chrono::months{1}) {
        found.push_back({month, beginning_of(month), beginning_of(month + std::chrono::months{1})});
    }
    return found;
}

} // namespace dispatch
