#pragma once
#include "dispatch/office.hpp"
#include "platform/jobs/jobs.hpp"

namespace dispatch {

/// Hands one letter over to its recipient's mailbox with a provider: once, however often it is tried. While the access
/// point or the contact register is away the letter is held, and tried again with growing pauses; after
/// digital_mailbox_patience it takes the next way. Does nothing for one that has moved on.
Result<void> hand_over_letter(const Office&, const jobs::Job&);

} // namespace dispatch
