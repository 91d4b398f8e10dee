#pragma once
// Telling somebody that a letter lies in their mailbox. A notice tells who sent it and nothing else: what it is about
// is between the two. Source: forskrift 2004-06-25-988 (eForvaltningsforskriften) § 8.
#include "dispatch/notice_hours.hpp"
#include "platform/clock.hpp"

#include <boost/describe/enum.hpp>

#include <optional>

namespace dispatch {

enum class NoticeOccasion : std::uint8_t { arrival, reminder };
BOOST_DESCRIBE_ENUM(NoticeOccasion, arrival, reminder)

enum class NoticeWay : std::uint8_t { mail, text_message };
BOOST_DESCRIBE_ENUM(NoticeWay, mail, text_message)

enum class NoticeOutcome : std::uint8_t { sent, refused, unknown };
BOOST_DESCRIBE_ENUM(NoticeOutcome, sent, refused, unknown)

/// The first time from the one given at which people are told.
Instant next_notice_time(Instant, NoticeHours = {});

/// When somebody who has not read is reminded: 16 working hours before the deadline, counted from when the letter came.
/// Nothing when the deadline is so short that the first notice is reminder enough.
std::optional<Instant> reminder_time(Instant came_at, std::chrono::hours read_deadline);

} // namespace dispatch
