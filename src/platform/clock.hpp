#pragma once
// Time comes in as a parameter, so that a test can run a year in a second.
#include "platform/result.hpp"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>

/// A point in time, UTC, whole microseconds. Stored as BIGINT microseconds since 1970.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
/// A calendar day in Norway, without time or zone. Stored as TEXT "2026-11-21".
using Date = std::chrono::year_month_day;

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// Time that never runs backwards. When what is measured falls behind what was given, it goes on from there at half
/// pace until it is caught up with: what waits for a time still comes. Not for several threads.
class ForwardTime {
public:
    /// The time to go by, from what the machine's clock shows and from a count that only grows.
    Instant follow(Instant measured, std::chrono::microseconds steady);
    /// How far back the last follow() found the clock set; nothing when it was not.
    [[nodiscard]] std::chrono::microseconds stepped_back() const { return stepped_back_; }

private:
    Instant latest_{}, ahead_from_{};
    std::chrono::microseconds ahead_since_{0}, stepped_back_{0};
    bool is_ahead_ = false;
};

/// The machine's clock as ForwardTime, so that ids and the journal's times never run backwards within one process. A
/// step back is counted in the metric clock_steps_back_total and logged. A restart takes the machine's time at once.
std::unique_ptr<Clock> make_system_clock();

class ManualClock : public Clock {
public:
    explicit ManualClock(Instant start) : now_{start.time_since_epoch().count()} {}
    [[nodiscard]] Instant now() const override { return Instant{std::chrono::microseconds{now_.load()}}; }
    void advance(std::chrono::microseconds step) { now_ += step.count(); }
    void set(Instant instant) { now_ = instant.time_since_epoch().count(); }

private:
    std::atomic<std::int64_t> now_;
};

/// RFC 3339 in UTC with milliseconds, "2026-11-21T20:00:00.000Z".
std::string to_string(Instant);
/// "2026-11-21".
std::string to_string(Date);
/// Fails with platform.bad_value; accepts any offset and fraction that RFC 3339 allows.
Result<Instant> parse_instant(std::string_view);
Result<Date> parse_date(std::string_view);

/// The day in Norway (Europe/Oslo) at an instant, and the instant at which a Norwegian wall clock shows a time.
Date norwegian_date(Instant);
std::chrono::minutes norwegian_offset(Instant);
Instant at_norwegian_time(Date, std::chrono::minutes after_midnight);
