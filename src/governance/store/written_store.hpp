#pragma once
// What comes in while something is treated in writing, as rows. Nothing here is ever changed or removed.
#include "governance/domain/written.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// Of all items of the meeting, in the order they came.
Result<std::vector<WrittenBallot>> written_ballots_of(db::Reader&, MeetingId);
Result<void> insert_written_ballot(db::Transaction&, const WrittenBallot&);

Result<std::optional<MeetingDemand>> demand_of(db::Reader&, MeetingId);
Result<void> insert_demand(db::Transaction&, MeetingId, const MeetingDemand&);

} // namespace governance
