#include "live/store/room_store.hpp"

namespace live::store {

Result<Room> room_of(db::Reader& reader, governance::MeetingId meeting) {
    const auto row = TRY(reader.find("SELECT current_item_id, current_since, speech_s_max, reply_s_max, "
                                     "ballots_may_change FROM live_room WHERE meeting_id = $1",
                                     {meeting}));
    Room room;
    if (!row) return room;
    if (!row->is_null(0)) room.current_item = row->id<governance::AgendaItemId>(0);
    room.current_since = row->maybe_instant(1);
    room.limits = {static_cast<int>(row->number(2)), static_cast<int>(row->number(3)), row->flag(4)};
    return room;
}

Result<void> keep_room(db::Transaction& transaction, governance::MeetingId meeting, const Room& room, Instant now) {
    return transaction.enqueue(
        "INSERT INTO live_room (meeting_id, current_item_id, current_since, speech_s_max, reply_s_max, "
        "ballots_may_change, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7) "
        "ON CONFLICT (meeting_id) DO UPDATE SET current_item_id = excluded.current_item_id, "
        "current_since = excluded.current_since, speech_s_max = excluded.speech_s_max, "
        "reply_s_max = excluded.reply_s_max, ballots_may_change = excluded.ballots_may_change, "
        "changed_at = excluded.changed_at",
        {meeting, room.current_item, room.current_since, room.limits.speech_s_max, room.limits.reply_s_max,
         room.limits.ballots_may_change, now});
}

} // namespace live::store
