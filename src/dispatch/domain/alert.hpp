#pragma once
// What the people of an account or a receiver are written to about: that its post needs somebody. A mail tells how many
// and why, with links to pages that ask for a log-in; never recipients, titles, names of files or references.
#include "platform/clock.hpp"

#include <boost/describe/enum.hpp>

#include <chrono>
#include <string>

namespace dispatch {

/// Whose people are written to: an account's, a receiver's, or those who read an organisation's mailbox here.
enum class AlertSide : std::uint8_t { account, receiver, mailbox };
BOOST_DESCRIBE_ENUM(AlertSide, account, receiver, mailbox)

enum class AlertKind : std::uint8_t {
    dispatch_failed,    ///< To its account.
    receiver_silent,    ///< To the receiver, and to each account whose post waits there.
    certificate_ending, ///< To the receiver.
    certificate_ended,  ///< The same.
    letter_arrived      ///< To the organisation in whose mailbox it lies.
};
BOOST_DESCRIBE_ENUM(AlertKind, dispatch_failed, receiver_silent, certificate_ending, certificate_ended, letter_arrived)

struct Alert {
    std::string system_id; ///< Of the account, the receiver or the organisation whose people are to know.
    AlertKind kind = AlertKind::dispatch_failed;
    std::string subject_id; ///< Of the dispatch or the receiver that it is about.
    std::string cause{};    ///< A FailureCause; empty for other kinds.
};

/// One mail in this time at most, about all that came meanwhile: ten thousand faults at night are one thing to read.
inline constexpr auto alert_pause = std::chrono::hours{1};
/// An address that could not be reached is left alone for so long, and one that was refused for good for so long: what
/// refuses today may be mended without anybody telling us.
inline constexpr auto alert_retry_pause = std::chrono::minutes{10};
inline constexpr auto alert_refusal_rest = std::chrono::days{7};
/// A receiver that stays silent is told of again. Source: SvarInn writes three times a day.
inline constexpr auto silence_repeats_after = std::chrono::hours{8};
inline constexpr auto alerts_kept = std::chrono::days{30};

} // namespace dispatch
