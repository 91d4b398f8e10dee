#pragma once
// Telling people that a letter lies in their mailbox, and reminding them of it.
#include "dispatch/office.hpp"
#include "platform/jobs/jobs.hpp"

namespace dispatch {

/// Sends one notice by mail and text message, where the contact register says that the person can be reached. A letter
/// that has been read, stopped or sent to print meanwhile is not told of, and at night it waits for the morning. Each
/// letter, occasion and way is told of once at most: what may have been sent is not sent again.
///
/// Fails, to be tried again, when the register, the mail server or the gateway is away.
Result<void> send_notice(const Office&, const jobs::Job&);

} // namespace dispatch
