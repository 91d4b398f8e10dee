#pragma once
// Those who carry letters onwards for us: providers of digital mailboxes, and Altinn. What differs between them in
// words and states stands here.
#include "dispatch/domain/patience.hpp"

namespace dispatch {

struct Carrier {
    Channel channel;
    Status taken; ///< Handed over, until they say what came of it.
    HappeningKind waits, away, failed, sent;
    FailureCause silent;
    std::string_view name;          ///< As senders see it.
    std::string_view held, refused; ///< In the log.
};

inline constexpr Carrier mailbox_carrier{Channel::digital_mailbox,
                                         Status::sent_to_digital_mailbox,
                                         HappeningKind::waits_for_digital_mailbox,
                                         HappeningKind::digital_mailbox_away,
                                         HappeningKind::digital_mailbox_failed,
                                         HappeningKind::sent_to_digital_mailbox,
                                         FailureCause::mailbox_silent,
                                         "digital postkasse",
                                         "post.held_for_digital_mailbox",
                                         "post.digital_mailbox_refused"};
inline constexpr Carrier altinn_carrier{Channel::altinn,
                                        Status::sent_to_altinn,
                                        HappeningKind::waits_for_altinn,
                                        HappeningKind::altinn_away,
                                        HappeningKind::altinn_failed,
                                        HappeningKind::sent_to_altinn,
                                        FailureCause::altinn_silent,
                                        "Altinn",
                                        "post.held_for_altinn",
                                        "post.altinn_refused"};

/// Nothing for a way that is our own.
constexpr const Carrier* carrier_of(Channel channel) {
    if (channel == mailbox_carrier.channel) return &mailbox_carrier;
    return channel == altinn_carrier.channel ? &altinn_carrier : nullptr;
}

} // namespace dispatch
