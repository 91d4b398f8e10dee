#include "platform/clock.hpp"

#include "platform/ensure.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"

#include <fmt/format.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <charconv>
#include <mutex>

using namespace std::chrono;

namespace {

void report_step_back(microseconds step) {
    static const auto steps = metrics::counter("clock_steps_back_total", "Times the machine's clock was set back.");
    steps.add();
    logging::warning("clock.set_back", {{"seconds", duration_cast<seconds>(step).count()}});
}

/// One for the process: the log's times and the journal's are the same, and a step is told once.
struct MachineTime {
    std::mutex mutex;
    ForwardTime time;
};

MachineTime& machine_time() {
    static MachineTime shared;
    return shared;
}

class SystemClock : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        Instant now;
        microseconds stepped_back{};
        {
            auto& [mutex, time] = machine_time();
            const std::lock_guard lock{mutex};
            now = time.follow(time_point_cast<microseconds>(system_clock::now()),
                              duration_cast<microseconds>(steady_clock::now().time_since_epoch()));
            stepped_back = time.stepped_back();
        }
        if (stepped_back > 0us) report_step_back(stepped_back);
        return now;
    }
};

const icu::TimeZone& oslo() {
    static const std::unique_ptr<icu::TimeZone> zone{icu::TimeZone::createTimeZone("Europe/Oslo")};
    ensure(*zone != icu::TimeZone::getUnknown());
    return *zone;
}

minutes offset_at(double milliseconds_utc) {
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    oslo().getOffset(milliseconds_utc, false, raw, summer, status);
    ensure(U_SUCCESS(status));
    return minutes{(raw + summer) / 60'000};
}

/// Reads digits at a place of fixed width; -1 when there are none.
int digits(std::string_view text, std::size_t from, std::size_t width) {
    int value = -1;
    if (text.size() < from + width) return -1;
    const auto* begin = text.data() + from;
    const auto [end, failure] = std::from_chars(begin, begin + width, value);
    return failure == std::errc{} && end == begin + width && *begin != '-' ? value : -1;
}

Error not_a(std::string_view what, std::string_view text) {
    return platform::bad_value.error({{"what", std::string{what}}, {"value", std::string{text.substr(0, 60)}}});
}

} // namespace

Instant ForwardTime::follow(Instant measured, microseconds steady) {
    stepped_back_ = 0us;
    if (!is_ahead_ && measured < latest_) {
        is_ahead_ = true;
        ahead_from_ = latest_;
        ahead_since_ = steady;
        stepped_back_ = latest_ - measured;
    }
    if (is_ahead_) {
        const auto own = ahead_from_ + (steady - ahead_since_) / 2;
        is_ahead_ = measured < own;
        if (is_ahead_) return latest_ = own;
    }
    return latest_ = measured;
}

std::unique_ptr<Clock> make_system_clock() {
    return std::make_unique<SystemClock>();
}

std::string to_string(Instant instant) {
    const auto day = floor<days>(instant);
    const Date date{day};
    const hh_mm_ss time{floor<milliseconds>(instant - day)};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_string(date), time.hours().count(), time.minutes().count(),
                       time.seconds().count(), time.subseconds().count());
}

std::string to_string(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

Result<Date> parse_date(std::string_view text) {
    const auto year_number = digits(text, 0, 4);
    const auto month_number = digits(text, 5, 2);
    const auto day_number = digits(text, 8, 2);
    const bool has_form = text.size() == 10 && text[4] == '-' && text[7] == '-';
    if (!has_form || year_number < 0 || month_number < 0 || day_number < 0) return not_a("date", text);
    const Date date{year{year_number}, month{static_cast<unsigned>(month_number)},
                    day{static_cast<unsigned>(day_number)}};
    if (!date.ok()) return not_a("date", text);
    return date;
}

Result<Instant> parse_instant(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't')) return not_a("instant", text);
    const auto date = parse_date(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    const bool has_form = date && text[13] == ':' && text[16] == ':' && hour >= 0 && hour < 24 && minute >= 0 &&
                          minute < 60 && second >= 0 && second <= 60;
    if (!has_form) return not_a("instant", text);
    auto instant = Instant{sys_days{*date}} + hours{hour} + minutes{minute} + seconds{second};
    auto at = std::size_t{19};
    if (text[at] == '.') {
        auto unit = microseconds{100'000};
        const auto first = ++at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10)
            instant += (text[at] - '0') * unit;
        if (at == first) return not_a("instant", text);
    }
    const auto zone = text.substr(at);
    if (zone == "Z" || zone == "z") return instant;
    const auto zone_hours = digits(zone, 1, 2);
    const auto zone_minutes = digits(zone, 4, 2);
    const bool has_zone = zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':' && zone_hours >= 0 &&
                          zone_hours < 24 && zone_minutes >= 0 && zone_minutes < 60;
    if (!has_zone) return not_a("instant", text);
    const auto offset = hours{zone_hours} + minutes{zone_minutes};
    return zone[0] == '+' ? instant - offset : instant + offset;
}

minutes norwegian_offset(Instant instant) {
    return offset_at(static_cast<double>(floor<milliseconds>(instant).time_since_epoch().count()));
}

Date norwegian_date(Instant instant) {
    return Date{floor<days>(instant + norwegian_offset(instant))};
}

Instant at_norwegian_time(Date date, minutes after_midnight) {
    const auto as_if_utc = Instant{sys_days{date}} + after_midnight;
    // The offset an hour or two earlier decides, except in the night the clock changes; then the second look settles
    // it.
    const auto guess = as_if_utc - norwegian_offset(as_if_utc);
    return as_if_utc - norwegian_offset(guess);
}
