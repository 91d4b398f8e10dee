#pragma once
// What has become of a dispatch. Each interface has words of its own for these; none of them is asked anywhere else.
#include <boost/describe/enum.hpp>

#include <cstdint>

namespace dispatch {

/// received ──▶ accepted ──▶ ready_for_receiver ──▶ read
///     │            │  │             └──permanent failure──▶ the next channel
///     │            │  ├──▶ sent_to_digital_mailbox ──▶ delivered_to_digital_mailbox ──▶ read
///     │            │  │             └──failure, or no word──▶ the next channel
///     │            │  ├──▶ sent_to_altinn ──▶ notified   (when it lies in the inbox there)
///     │            │  │             └──failure, or no word──▶ the next channel
///     │            │  └──▶ notified ──▶ read
///     │            │          └── deadline ──▶ sent_to_print ──▶ printed, or sent_digitally when never printed
///     │            └──▶ not_delivered   (digital only, and no way led to the recipient)
///     └──▶ rejected, failed_in_reception
/// handled_manually: closed by hand, from anywhere before it was read or printed.
enum class Status : std::uint8_t {
    received,
    accepted,
    rejected,
    failed_in_reception,
    ready_for_receiver,
    notified,
    read,
    sent_digitally,
    sent_to_print,
    printed,
    not_delivered,
    handled_manually,
    sent_to_digital_mailbox,
    delivered_to_digital_mailbox,
    sent_to_altinn
};
BOOST_DESCRIBE_ENUM(Status, received, accepted, rejected, failed_in_reception, ready_for_receiver, notified, read,
                    sent_digitally, sent_to_print, printed, not_delivered, handled_manually, sent_to_digital_mailbox,
                    delivered_to_digital_mailbox, sent_to_altinn)

/// Nothing more happens by itself.
constexpr bool is_final(Status status) {
    switch (status) {
    case Status::rejected:
    case Status::failed_in_reception:
    case Status::read:
    case Status::sent_digitally:
    case Status::printed:
    case Status::not_delivered:
    case Status::handled_manually:
    case Status::delivered_to_digital_mailbox: // That it was read may still be heard, and nobody waits for it.
        return true;
    default:
        return false;
    }
}

/// The way it goes to its recipient, in the order that they are tried. digital_mailbox: with a provider; mailbox: ours.
enum class Channel : std::uint8_t { undecided, receiver, digital_mailbox, altinn, mailbox, print, none };
BOOST_DESCRIBE_ENUM(Channel, undecided, receiver, digital_mailbox, altinn, mailbox, print, none)

/// One line of a dispatch's history.
enum class HappeningKind : std::uint8_t {
    received,
    metadata_valid,
    originals_stored,
    file_generated,
    accepted,
    rejected,
    ready_for_receiver,
    receiver_failed,
    receiver_gave_up,
    notified,
    waits_for_print,
    not_delivered,
    read,
    read_elsewhere,
    content_destroyed,
    fetched,
    recalled,
    recall_refused,
    waits_for_scanner,
    sent_digitally,
    sent_to_print,
    printed,
    print_failed,
    gave_up,
    signature_given,
    signature_refused,
    waits_for_register,
    register_away,
    reserved,
    notice_mailed,
    notice_texted,
    reminder_mailed,
    reminder_texted,
    notice_impossible,
    waits_for_digital_mailbox,
    digital_mailbox_away,
    digital_mailbox_failed,
    sent_to_digital_mailbox,
    delivered_to_digital_mailbox,
    waits_for_altinn,
    altinn_away,
    altinn_failed,
    sent_to_altinn,
    delivered_to_altinn
};
BOOST_DESCRIBE_ENUM(HappeningKind, received, metadata_valid, originals_stored, file_generated, accepted, rejected,
                    ready_for_receiver, receiver_failed, receiver_gave_up, notified, waits_for_print, not_delivered,
                    read, read_elsewhere, content_destroyed, fetched, recalled, recall_refused, waits_for_scanner,
                    sent_digitally, sent_to_print, printed, print_failed, gave_up, signature_given, signature_refused,
                    waits_for_register, register_away, reserved, notice_mailed, notice_texted, reminder_mailed,
                    reminder_texted, notice_impossible, waits_for_digital_mailbox, digital_mailbox_away,
                    digital_mailbox_failed, sent_to_digital_mailbox, delivered_to_digital_mailbox, waits_for_altinn,
                    altinn_away, altinn_failed, sent_to_altinn, delivered_to_altinn)

} // namespace dispatch
