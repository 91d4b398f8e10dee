#include "dispatch/domain/notice.hpp"

#include "dispatch/domain/working_time.hpp"

namespace dispatch {

using std::chrono::hours;

static constexpr hours reminder_before{16}, reminder_after_min{8};

Instant next_notice_time(Instant from, NoticeHours open) {
    if (open.until <= open.from) return from;
    const auto day = norwegian_date(from);
    if (from < at_norwegian_time(day, open.from)) return at_norwegian_time(day, open.from);
    if (from < at_norwegian_time(day, open.until)) return from;
    const Date next{std::chrono::sys_days{day} + std::chrono::days{1}};
    return at_norwegian_time(next, open.from);
}

std::optional<Instant> reminder_time(Instant came_at, hours read_deadline) {
    if (read_deadline - reminder_before < reminder_after_min) return std::nullopt;
    return after_working_hours(came_at, read_deadline - reminder_before);
}

} // namespace dispatch
