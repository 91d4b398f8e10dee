#pragma once
// Telling senders' systems what becomes of their dispatches.
#include "dispatch/office.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/journal/journal.hpp"

namespace dispatch {

inline constexpr std::string_view tell_job = "dispatch.tell";

/// Queues a telling for each change of a dispatch whose account wants it.
Result<void> note_change(const Office&, db::Transaction&, const journal::StoredEvent&);

/// Tells one change as things stand now. Fails with dispatch.webhook_refused when the other side does not take it: then
/// it is tried again, for about a working day. An address that leads inside is never tried again, and one that answers
/// 410 is forgotten.
Result<void> tell_sender(const Office&, const jobs::Job&);

} // namespace dispatch
