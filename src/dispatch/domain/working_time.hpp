#pragma once
// Time that counts: hours on days that are neither Saturday, Sunday nor public holiday in Norway.
// Source: lov 1947-04-26-1 (1 and 17 May); lov 1995-02-24-12 om helligdager og helligdagsfred, § 2.
#include "platform/clock.hpp"

namespace dispatch {

/// Easter Sunday of a year of the Gregorian calendar.
Date easter_sunday(int year);
bool is_working_day(Date);

/// When so many hours of working days have passed.
Instant after_working_hours(Instant from, std::chrono::hours);

/// Whether the hour of the day and the day itself allow letters to be handed over: from 7 to 17 on working days.
bool is_print_window(Instant);

} // namespace dispatch
