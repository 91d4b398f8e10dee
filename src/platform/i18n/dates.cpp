// Dates and times: the words and their order stand in the catalogues, the calendar is the standard library's.
#include "platform/i18n/translator.hpp"
#include "platform/texts.hpp"

#include <fmt/format.h>

namespace i18n {

namespace text = platform::text;

static std::string month_name(const Translator& t, Date date) {
    return t.by_name(fmt::format("date.month.{}", static_cast<unsigned>(date.month())));
}

static std::string day_of(Date date) {
    return std::to_string(static_cast<unsigned>(date.day()));
}

static std::string year_of(Date date) {
    return std::to_string(static_cast<int>(date.year()));
}

std::string Translator::date(Date date) const {
    return (*this)(text::date_long({.day = day_of(date), .month = month_name(*this, date), .year = year_of(date)}));
}

std::string Translator::short_date(Date date) const {
    return (*this)(text::date_short({.day = day_of(date), .month = month_name(*this, date)}));
}

std::string Translator::weekday_date(Date date) const {
    const std::chrono::weekday weekday{std::chrono::sys_days{date}};
    const auto name = by_name(fmt::format("date.weekday.{}", weekday.iso_encoding()));
    return (*this)(text::date_with_weekday({.weekday = name, .date = this->date(date)}));
}

std::string Translator::time(Instant instant) const {
    const auto since_midnight = std::chrono::floor<std::chrono::minutes>(instant + norwegian_offset(instant)) -
                                std::chrono::floor<std::chrono::days>(instant + norwegian_offset(instant));
    const auto hour = fmt::format("{:02}", since_midnight / std::chrono::hours{1});
    const auto minute = fmt::format("{:02}", since_midnight.count() % 60);
    return (*this)(text::date_time({.hour = hour, .minute = minute}));
}

std::string Translator::date_time(Instant instant) const {
    return (*this)(text::date_with_time({.date = date(norwegian_date(instant)), .time = time(instant)}));
}

std::string Translator::days_from(Date today, Date day) const {
    const auto days = (std::chrono::sys_days{day} - std::chrono::sys_days{today}).count();
    if (days == 0) return (*this)(text::date_today);
    if (days == 1) return (*this)(text::date_tomorrow);
    if (days == -1) return (*this)(text::date_yesterday);
    return days > 0 ? (*this)(text::date_in_days({.count = days})) : (*this)(text::date_days_ago({.count = -days}));
}

} // namespace i18n
