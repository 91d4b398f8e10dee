#pragma once
// Those who asked for the floor, as rows.
#include "live/domain/speaker.hpp"
#include "platform/db/database.hpp"

namespace live::store {

/// Of one meeting, in the order they asked.
Result<std::vector<Speaker>> speakers_of(db::Reader&, governance::MeetingId);
/// Fails with live.speaker_not_found, also when it is of another meeting.
Result<Speaker> speaker(db::Reader&, governance::MeetingId, SpeakerId);
Result<void> insert(db::Transaction&, const Speaker&);
Result<void> update(db::Transaction&, const Speaker&);

} // namespace live::store
