#include "governance/store/written_store.hpp"

#include "governance/store/columns.hpp"

namespace governance {

Result<std::vector<WrittenBallot>> written_ballots_of(db::Reader& reader, MeetingId meeting) {
    const auto rows = TRY(reader.query("SELECT b.item_id, b.appointment_id, b.choice, b.recorded_by, b.remark, b.at "
                                       "FROM governance_written_ballot b JOIN governance_agenda_item i ON i.id = "
                                       "b.item_id WHERE i.meeting_id = $1 ORDER BY b.item_id, b.sequence",
                                       {meeting}));
    std::vector<WrittenBallot> found;
    for (const auto& row : rows) {
        found.push_back({row.id<AgendaItemId>(0), row.id<AppointmentId>(1), word_at<Choice>(row, 2),
                         row.maybe_text(3).value_or(""), std::string{row.text(4)}, row.instant(5)});
    }
    return found;
}

Result<void> insert_written_ballot(db::Transaction& transaction, const WrittenBallot& cast) {
    const auto recorded_by = cast.recorded_by.empty() ? std::nullopt : std::optional{cast.recorded_by};
    return transaction.enqueue(
        "INSERT INTO governance_written_ballot (item_id, sequence, appointment_id, choice, recorded_by, remark, at) "
        "VALUES ($1, (SELECT COALESCE(MAX(sequence), 0) + 1 FROM governance_written_ballot WHERE item_id = $1), $2, "
        "$3, $4, $5, $6)",
        {cast.item_id, cast.who, word(cast.choice), recorded_by, cast.remark, cast.at});
}

Result<std::optional<MeetingDemand>> demand_of(db::Reader& reader, MeetingId meeting) {
    const auto row = TRY(reader.find(
        "SELECT appointment_id, reason, at FROM governance_meeting_demand WHERE meeting_id = $1", {meeting}));
    if (!row) return std::optional<MeetingDemand>{};
    return std::optional{MeetingDemand{row->id<AppointmentId>(0), std::string{row->text(1)}, row->instant(2)}};
}

Result<void> insert_demand(db::Transaction& transaction, MeetingId meeting, const MeetingDemand& demand) {
    return transaction.enqueue("INSERT INTO governance_meeting_demand (meeting_id, appointment_id, reason, at) "
                               "VALUES ($1, $2, $3, $4)",
                               {meeting, demand.by, demand.reason, demand.at});
}

} // namespace governance
