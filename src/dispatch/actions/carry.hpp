#pragma once
// Letters that others carry onwards for us: handed over once, left to the next way when that fails.
#include "dispatch/actions/settle.hpp"
#include "dispatch/domain/carrier.hpp"
#include "dispatch/domain/envelope.hpp"

namespace dispatch {

/// The job that hands a letter over.
inline constexpr std::string_view hand_over_job = "dispatch.deliver";

/// Whether nothing in a letter would be lost elsewhere than here: links, requests for a signature and answers are for
/// the mailbox here, and so is what is no PDF or more than so many bytes.
bool can_be_carried(const Envelope&, std::int64_t bytes_max);

/// The first attempt is number nought; the pauses between them grow. Altinn tells people of letters as soon as it has
/// them, so it gets them when people may be told.
Result<void> queue_hand_over(db::Transaction&, const Office&, const Carrier&, DispatchId, std::int64_t attempt,
                             Instant now);

/// Whether it still waits to be handed over.
bool waits_for(const Carrier&, const Dispatch&);

/// What was handed over is the carrier's to deliver. What has moved on meanwhile stays as it is.
Result<void> settle_taken(const Settling&, const Carrier&, DispatchId);

/// It cannot be handed over, or was not delivered: it takes the next way. is_for_paper: the recipient has said no to
/// all digital post. Does nothing for one that the carrier has no longer.
Result<void> leave(const Settling&, const Carrier&, DispatchId, HappeningKind why, bool is_for_paper = false);

} // namespace dispatch
