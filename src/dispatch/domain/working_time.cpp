#include "dispatch/domain/working_time.hpp"

#include <algorithm>
#include <array>

namespace dispatch {

using std::chrono::days;
using std::chrono::sys_days;

static constexpr std::chrono::hours print_opens{7}, print_closes{17};

/// By the golden number and the dominical letter, with the two corrections of 1582.
Date easter_sunday(int year) {
    const int golden = year % 19, century = year / 100, in_century = year % 100;
    const int leap_correction = century / 4, moon_correction = (century + 8) / 25;
    const int epact = (19 * golden + century - leap_correction - (century - moon_correction + 1) / 3 + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int count = epact + to_sunday - 7 * late + 114;
    return Date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(count / 31)},
                std::chrono::day{static_cast<unsigned>(count % 31 + 1)}};
}

static bool is_public_holiday(Date date) {
    const auto is = [&](unsigned month, unsigned day) {
        return static_cast<unsigned>(date.month()) == month && static_cast<unsigned>(date.day()) == day;
    };
    if (is(1, 1) || is(5, 1) || is(5, 17) || is(12, 25) || is(12, 26)) return true;
    const auto from_easter = sys_days{date} - sys_days{easter_sunday(static_cast<int>(date.year()))};
    // Maundy Thursday and Good Friday, Easter, Ascension, Whitsun.
    constexpr std::array moving{-3, -2, 0, 1, 39, 49, 50};
    return std::ranges::count(moving, from_easter.count()) > 0;
}

bool is_working_day(Date date) {
    const std::chrono::weekday day{sys_days{date}};
    return day != std::chrono::Saturday && day != std::chrono::Sunday && !is_public_holiday(date);
}

static Date day_after(Date date) {
    return Date{sys_days{date} + days{1}};
}

Instant after_working_hours(Instant from, std::chrono::hours wanted) {
    std::chrono::microseconds left = wanted;
    for (auto day = norwegian_date(from);; day = day_after(day)) {
        const auto begins = std::max(from, at_norwegian_time(day, {}));
        const auto ends = at_norwegian_time(day_after(day), {});
        if (!is_working_day(day)) continue;
        if (begins + left <= ends) return begins + left;
        left -= ends - begins;
    }
}

bool is_print_window(Instant now) {
    const auto day = norwegian_date(now);
    return is_working_day(day) && now >= at_norwegian_time(day, print_opens) &&
           now < at_norwegian_time(day, print_closes);
}

} // namespace dispatch
