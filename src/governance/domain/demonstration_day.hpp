#pragma once
// Days of the demonstration: a date, or so many days from the day it is loaded.
#include "platform/clock.hpp"
#include "platform/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace governance::demonstration {

/// In the files: "2019-11-27", "-40", "+12".
class Day {
public:
    Day() = default;
    explicit Day(int days_from_today) : days_{days_from_today} {}
    /// Fails with platform.bad_value.
    static Result<Day> parse(std::string_view text);
    [[nodiscard]] std::string to_string() const;

    /// The date itself, or the day so far from today; a Saturday or Sunday becomes the Monday after it.
    [[nodiscard]] Date on(Date today) const;

private:
    std::optional<Date> date_;
    int days_ = 0;
};

/// So many days on, moved to a Monday like the others.
Date workday_after(Date, int days);
/// The last of those days that is no later than the one given, moved back from a weekend to the Friday.
Date workday_before(Date, int days);

} // namespace governance::demonstration
