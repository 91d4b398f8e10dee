#pragma once
// Meetings in which a vote is open.
#include "governance/ids.hpp"
#include "platform/db/database.hpp"

namespace governance {

Result<bool> has_open_ballot(db::Reader&, MeetingId);
Result<void> insert_open_ballot(db::Transaction&, MeetingId, AgendaItemId, ProposalId, Instant now);
Result<void> remove_open_ballot(db::Transaction&, MeetingId);

} // namespace governance
