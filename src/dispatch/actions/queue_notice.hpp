#pragma once
#include "dispatch/actions/settle.hpp"
#include "dispatch/domain/notice.hpp"

#include <string_view>

namespace dispatch {

inline constexpr std::string_view notice_job = "dispatch.notice";

/// Queues what tells a person that a letter has come into their mailbox, and what reminds them before the deadline.
/// Does nothing where nobody can be asked for addresses.
Result<void> queue_notices(const Settling&, const Dispatch&);

/// Queues one notice for the next time at which people are told.
Result<void> queue_notice(db::Transaction&, const Office&, DispatchId, NoticeOccasion, Instant from, Instant now);

} // namespace dispatch
