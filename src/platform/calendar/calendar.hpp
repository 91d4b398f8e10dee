#pragma once
// iCalendar (RFC 5545), written with libical.
#include "platform/clock.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace calendar {

struct Event {
    std::string uid;
    Instant start;
    Instant end;
    std::string title, place, description, url;
    Instant changed_at;
    int sequence = 0; ///< Rises with each change of time or place.
    bool is_cancelled = false;
    std::optional<Date> whole_day{}; ///< Then start and end say nothing: a deadline, a meeting without a time yet.
};

struct Calendar {
    std::string name, language;
    std::vector<Event> events;
};

std::string write(const Calendar&);

} // namespace calendar
