#pragma once
// Whether a dispatch can still be stopped. "In time" means that nobody has had what is inside: not opened, not handed
// to a receiver's system, not handed to the printer. A title in a list does not count.
#include "dispatch/domain/status.hpp"
#include "platform/result.hpp"

namespace dispatch {

enum class RecallOutcome : std::uint8_t { in_time, read, fetched, printed };
BOOST_DESCRIBE_ENUM(RecallOutcome, in_time, read, fetched, printed)

/// Fails with dispatch.nothing_to_recall for what never went anywhere.
Result<RecallOutcome> recall_outcome(Status, bool is_opened, bool is_fetched);

} // namespace dispatch
