#pragma once
#include "dispatch/office.hpp"
#include "platform/jobs/jobs.hpp"

namespace dispatch {

/// Hands one letter over to who carries it onwards, its recipient's mailbox with a provider or Altinn: once, however
/// often it is tried. While somebody who is asked is away the letter is held, and tried again with growing pauses;
/// after carrier_patience it takes the next way. Does nothing for one that has moved on.
Result<void> hand_over_letter(const Office&, const jobs::Job&);

} // namespace dispatch
