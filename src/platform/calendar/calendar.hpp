#pragma once
// iCalendar (RFC 5545), written with libical.
#include "platform/clock.hpp"

#include <chrono>
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
};

struct Calendar {
    std::string name, language;
    std::vector<Event> events;
};

std::string write(const Calendar&);

} // namespace calendar
