#pragma once
// Elections as rows: who could be voted for, and which records their rounds left.
#include "governance/domain/election_course.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// Of all items of the meeting, by item and position, with their rounds read from the records.
Result<std::vector<ElectionCourse>> elections_of(db::Reader&, MeetingId);
Result<void> insert_election(db::Transaction&, const Election&);
Result<void> withdraw_election(db::Transaction&, ElectionId, Instant now);
/// The round whose record is kept already.
Result<void> insert_round(db::Transaction&, ElectionId, VoteId, int position);

} // namespace governance
