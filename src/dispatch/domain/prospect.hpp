#pragma once
// What comes next of a dispatch by itself, and when: told to its sender and, of paper, to its recipient.
#include "dispatch/domain/status.hpp"
#include "platform/clock.hpp"

#include <optional>

namespace dispatch {

enum class NextStep : std::uint8_t {
    checked,        ///< Its documents are looked at; else it fails.
    handed_over,    ///< To who carries it onwards; else it goes its next way.
    confirmed,      ///< Who carries it says that it lies with the recipient; else it goes its next way.
    fetched,        ///< By the recipient's system; else it goes its next way.
    sent_to_print,  ///< Unless it is read: not before that time, and with the next print run then.
    taken_to_print, ///< It waits for the next print run; else it ends.
    printed,        ///< The printer says so; else it ends.
    ended           ///< Unless it is read.
};
BOOST_DESCRIBE_ENUM(NextStep, checked, handed_over, confirmed, fetched, sent_to_print, taken_to_print, printed, ended)

struct Prospect {
    NextStep step = NextStep::ended;
    Instant at;
};

/// Where a dispatch stands, as far as that decides what comes next.
struct Standing {
    Status status = Status::received;
    Channel channel = Channel::undecided;
    Instant since; ///< When it came into the status.
    bool is_digital_only = false;
    bool has_content = true;
    std::chrono::hours read_deadline{}; ///< The account's, of working days.
};

/// Nothing when it has come to its end.
std::optional<Prospect> prospect_of(const Standing&);

/// Whether a letter in a mailbox comes on paper too.
enum class PaperOutlook : std::uint8_t {
    none,        ///< Nothing is known to come.
    never,       ///< Its sender wants it digital only.
    unless_read, ///< When a time has passed.
    next_run,    ///< Unless it is read first.
    sent         ///< It is in a print run, and from then on nobody stops it.
};
BOOST_DESCRIBE_ENUM(PaperOutlook, none, never, unless_read, next_run, sent)

PaperOutlook paper_outlook(const Standing&);

} // namespace dispatch
