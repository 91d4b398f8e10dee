#include "governance/store/impartiality_store.hpp"

#include "governance/store/columns.hpp"

namespace governance {

static constexpr std::string_view impartiality_columns = "p.id, p.item_id, p.appointment_id, p.raised_by, p.ground, "
                                                         "p.reason, p.raised_at, p.ruling, p.ruled_at, p.record_id";

static std::vector<Impartiality> impartiality_from(const db::Rows& rows) {
    std::vector<Impartiality> found;
    for (const auto& row : rows) {
        Impartiality raised;
        raised.id = row.id<ImpartialityId>(0);
        raised.item_id = row.id<AgendaItemId>(1);
        raised.who = row.id<AppointmentId>(2);
        raised.raised_by = maybe_id_at<AppointmentId>(row, 3);
        raised.ground = word_at<ImpartialityGround>(row, 4);
        raised.reason = row.text(5);
        raised.raised_at = row.instant(6);
        raised.ruling = maybe_word_at<ImpartialityRuling>(row, 7);
        if (!row.is_null(8)) raised.ruled_at = row.instant(8);
        raised.record = maybe_id_at<VoteId>(row, 9);
        found.push_back(std::move(raised));
    }
    return found;
}

Result<std::vector<Impartiality>> impartiality_in(db::Reader& reader, MeetingId meeting) {
    return impartiality_from(TRY(reader.query(
        fmt::format("SELECT {} FROM governance_impartiality p JOIN governance_agenda_item i ON i.id = p.item_id "
                    "WHERE i.meeting_id = $1 ORDER BY i.position, p.raised_at, p.id",
                    impartiality_columns),
        {meeting})));
}

Result<std::vector<Impartiality>> impartiality_of_item(db::Reader& reader, AgendaItemId item) {
    return impartiality_from(TRY(reader.query(
        fmt::format("SELECT {} FROM governance_impartiality p WHERE p.item_id = $1 ORDER BY p.raised_at, p.id",
                    impartiality_columns),
        {item})));
}

Result<void> insert_impartiality(db::Transaction& transaction, const Impartiality& raised) {
    return transaction.enqueue("INSERT INTO governance_impartiality (id, item_id, appointment_id, raised_by, ground, "
                               "reason, raised_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                               {raised.id, raised.item_id, raised.who, raised.raised_by, word(raised.ground),
                                raised.reason, raised.raised_at});
}

Result<void> rule_impartiality(db::Transaction& transaction, const Impartiality& raised) {
    return transaction.enqueue(
        "UPDATE governance_impartiality SET ruling = $1, ruled_at = $2, record_id = $3 WHERE id = $4",
        {word(raised.ruling), raised.ruled_at, raised.record, raised.id});
}

Result<std::vector<RoleConflict>> role_conflicts_in(db::Reader& reader, BodyId body) {
    const auto rows = TRY(reader.query("SELECT member_of, steps_down_in, theme, basis FROM governance_role_conflict "
                                       "WHERE steps_down_in = $1 ORDER BY member_of, theme",
                                       {body}));
    std::vector<RoleConflict> found;
    for (const auto& row : rows)
        found.push_back({row.id<BodyId>(0), row.id<BodyId>(1), std::string{row.text(2)}, std::string{row.text(3)}});
    return found;
}

Result<void> insert_role_conflict(db::Transaction& transaction, const RoleConflict& conflict, Instant now) {
    return transaction.enqueue("INSERT INTO governance_role_conflict (member_of, steps_down_in, theme, basis, "
                               "created_at) VALUES ($1, $2, $3, $4, $5)",
                               {conflict.member_of, conflict.steps_down_in, conflict.theme, conflict.basis, now});
}

Result<void> remove_role_conflict(db::Transaction& transaction, const RoleConflict& conflict) {
    return transaction.enqueue(
        "DELETE FROM governance_role_conflict WHERE member_of = $1 AND steps_down_in = $2 AND theme = $3",
        {conflict.member_of, conflict.steps_down_in, conflict.theme});
}

} // namespace governance
