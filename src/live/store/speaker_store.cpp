#include "live/store/speaker_store.hpp"

#include "live/domain/errors.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace live::store {

static constexpr std::string_view speaker_columns =
    "id, meeting_id, item_id, appointment_id, kind, state, asked_at, called_at, seconds_max, ended_at";

static Speaker speaker_of(const db::Row& row) {
    Speaker found;
    found.id = row.id<SpeakerId>(0);
    found.meeting = row.id<governance::MeetingId>(1);
    found.item = row.id<governance::AgendaItemId>(2);
    found.who = row.id<governance::AppointmentId>(3);
    found.kind = *json::enumerator_of<SpeakerKind>(row.text(4));
    found.state = *json::enumerator_of<SpeakerState>(row.text(5));
    found.asked_at = row.instant(6);
    found.called_at = row.maybe_instant(7);
    if (!row.is_null(8)) found.seconds_max = static_cast<int>(row.number(8));
    found.ended_at = row.maybe_instant(9);
    return found;
}

Result<std::vector<Speaker>> speakers_of(db::Reader& reader, governance::MeetingId meeting) {
    std::vector<Speaker> found;
    for (const auto& row : TRY(reader.query(
             fmt::format("SELECT {} FROM live_speaker WHERE meeting_id = $1 ORDER BY asked_at, id", speaker_columns),
             {meeting}))) {
        found.push_back(speaker_of(row));
    }
    return found;
}

Result<Speaker> speaker(db::Reader& reader, governance::MeetingId meeting, SpeakerId id) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT {} FROM live_speaker WHERE id = $1 AND meeting_id = $2", speaker_columns), {id, meeting}));
    if (!row) return speaker_not_found.error();
    return speaker_of(*row);
}

Result<void> insert(db::Transaction& transaction, const Speaker& speaker) {
    return transaction.enqueue(
        fmt::format("INSERT INTO live_speaker ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", speaker_columns),
        {speaker.id, speaker.meeting, speaker.item, speaker.who, json::name_of(speaker.kind),
         json::name_of(speaker.state), speaker.asked_at, speaker.called_at, speaker.seconds_max, speaker.ended_at});
}

Result<void> update(db::Transaction& transaction, const Speaker& speaker) {
    return transaction.enqueue(
        "UPDATE live_speaker SET state = $2, called_at = $3, seconds_max = $4, ended_at = $5 "
        "WHERE id = $1",
        {speaker.id, json::name_of(speaker.state), speaker.called_at, speaker.seconds_max, speaker.ended_at});
}

} // namespace live::store
