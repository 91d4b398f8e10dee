#pragma once
// How long a dispatch may stand still in each state, and why one failed. Every dispatch comes to an end.
#include "dispatch/domain/status.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

namespace dispatch {

/// Why a dispatch did not reach its recipient. Each has words for the cause and for what to do in the catalogue.
enum class FailureCause : std::uint8_t {
    faulty,          ///< Rejected; the reasons stand in the history.
    check_stuck,     ///< Its documents could not be looked at.
    no_way,          ///< Digital only, and no way led to the recipient.
    receiver_silent, ///< The recipient's system never fetched it, and no other way was left.
    unread,          ///< Nobody opened it, and it was not printed.
    paper_stuck,     ///< It waited for paper, and nothing was printed.
    printer_silent,  ///< The printer never said that it was printed.
    print_failed,    ///< The printer, or whoever sets letters for it, could not print it; why stands in the history.
    mailbox_silent,  ///< The digital mailbox never said that it was delivered, and no other way was left.
    altinn_silent    ///< Altinn never said that it lies in the inbox, and no other way was left.
};
BOOST_DESCRIBE_ENUM(FailureCause, faulty, check_stuck, no_way, receiver_silent, unread, paper_stuck, printer_silent,
                    print_failed, mailbox_silent, altinn_silent)

/// A state that is left by itself after a while.
struct Patience {
    Status status;
    std::chrono::hours hours; ///< Since the dispatch came into it.
    FailureCause cause;       ///< When it runs out.
};
/// Generous on purpose: the ordinary deadlines (reading, printing) come before. An account may give its readers 720
/// working hours, which are seven weeks with Christmas among them. SvarInn has none of its own.
inline constexpr std::array<Patience, 7> patiences{{
    {Status::received, std::chrono::hours{24}, FailureCause::check_stuck},
    {Status::ready_for_receiver, std::chrono::hours{14 * 24}, FailureCause::receiver_silent},
    {Status::notified, std::chrono::hours{60 * 24}, FailureCause::unread},
    {Status::accepted, std::chrono::hours{14 * 24}, FailureCause::paper_stuck},
    {Status::sent_to_print, std::chrono::hours{14 * 24}, FailureCause::printer_silent},
    {Status::sent_to_digital_mailbox, std::chrono::hours{7 * 24}, FailureCause::mailbox_silent},
    {Status::sent_to_altinn, std::chrono::hours{7 * 24}, FailureCause::altinn_silent},
}};

/// What waits for the scanner or a register, which is no fault of the sender's, waits longer than that: over a long
/// weekend, and until somebody has had the time to mend it.
inline constexpr auto held_patience = std::chrono::hours{7 * 24};

/// So long a letter waits to be handed over to who carries it onwards before it takes the next way.
inline constexpr auto carrier_patience = std::chrono::hours{48};

/// A receiver that has let something lie so long does not fetch. Source: SvarInn warns after two hours.
inline constexpr auto silence_min = std::chrono::hours{2};

} // namespace dispatch
