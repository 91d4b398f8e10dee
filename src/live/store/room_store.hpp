#pragma once
// What is treated now in a meeting, and its limits, as a row.
#include "live/domain/speaker.hpp"
#include "platform/db/database.hpp"

namespace live::store {

struct Room {
    std::optional<governance::AgendaItemId> current_item;
    std::optional<Instant> current_since;
    Limits limits;
};
/// As it begins when nothing has been set.
Result<Room> room_of(db::Reader&, governance::MeetingId);
Result<void> keep_room(db::Transaction&, governance::MeetingId, const Room&, Instant now);

} // namespace live::store
