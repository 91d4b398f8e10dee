#include "governance/domain/demonstration_day.hpp"

#include "platform/errors.hpp"

#include <charconv>
#include <fmt/format.h>

namespace governance::demonstration {

using std::chrono::days;
using std::chrono::sys_days;

static int days_into_weekend(sys_days day) {
    const auto weekday = std::chrono::weekday{day}.iso_encoding();
    return weekday > 5 ? static_cast<int>(weekday) - 5 : 0;
}

Date workday_after(Date from, int count) {
    const auto day = sys_days{from} + days{count};
    const auto into = days_into_weekend(day);
    return into == 0 ? Date{day} : Date{day + days{3 - into}};
}

Date workday_before(Date from, int count) {
    const auto day = sys_days{from} - days{count};
    return Date{day - days{days_into_weekend(day)}};
}

Result<Day> Day::parse(std::string_view text) {
    Day day;
    if (text.size() == 10) {
        day.date_ = TRY(parse_date(text));
        return day;
    }
    const auto digits = text.starts_with('+') ? text.substr(1) : text;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), day.days_);
    if (error != std::errc{} || end != digits.data() + digits.size()) return platform::bad_value.error();
    return day;
}

std::string Day::to_string() const {
    return date_ ? ::to_string(*date_) : fmt::format("{:+}", days_);
}

Date Day::on(Date today) const {
    return date_ ? *date_ : workday_after(today, days_);
}

} // namespace governance::demonstration
