#include "governance/store/minutes_store.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace governance {

static constexpr std::string_view minutes_columns =
    "meeting_id, number, state, content, correction_reason, drafted_at, approved_at, approved_by, approved_in, "
    "approver_name, signed_at, signed_by, signer_name, seal, seal_key, published_at, version";

static Minutes minutes_of(const db::Row& row) {
    Minutes minutes;
    minutes.meeting_id = row.id<MeetingId>(0);
    minutes.number = static_cast<int>(row.number(1));
    minutes.state = *json::enumerator_of<MinutesState>(row.text(2));
    minutes.content = row.text(3);
    minutes.correction_reason = row.maybe_text(4);
    minutes.drafted_at = row.instant(5);
    minutes.approved_at = row.maybe_instant(6);
    minutes.approved_by = row.maybe_text(7).value_or("");
    if (!row.is_null(8)) minutes.approved_in = row.id<MeetingId>(8);
    minutes.approver_name = row.maybe_text(9).value_or("");
    minutes.signed_at = row.maybe_instant(10);
    minutes.signed_by = row.maybe_text(11).value_or("");
    minutes.signer_name = row.maybe_text(12).value_or("");
    if (!row.is_null(13)) minutes.seal = row.bytes(13);
    minutes.seal_key = row.maybe_text(14).value_or("");
    minutes.published_at = row.maybe_instant(15);
    minutes.version = row.number(16);
    return minutes;
}

Result<std::vector<Minutes>> minutes_versions(db::Reader& reader, MeetingId meeting) {
    const auto rows = TRY(reader.query(
        fmt::format("SELECT {} FROM governance_minutes WHERE meeting_id = $1 ORDER BY number", minutes_columns),
        {meeting}));
    std::vector<Minutes> versions;
    for (const auto& row : rows)
        versions.push_back(minutes_of(row));
    return versions;
}

Result<Minutes> load_minutes(db::Reader& reader, MeetingId meeting, int number) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT {} FROM governance_minutes WHERE meeting_id = $1 AND number = $2", minutes_columns),
        {meeting, number}));
    if (!row) return minutes_not_found.error();
    return minutes_of(*row);
}

Result<std::optional<Minutes>> published_minutes(db::Reader& reader, MeetingId meeting) {
    std::optional<Minutes> newest;
    for (auto& version : TRY(minutes_versions(reader, meeting))) {
        if (version.state == MinutesState::published) newest = std::move(version);
    }
    return newest;
}

Result<void> insert_minutes(db::Transaction& transaction, const Minutes& minutes) {
    return transaction.enqueue("INSERT INTO governance_minutes (meeting_id, number, state, content, correction_reason, "
                               "drafted_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                               {minutes.meeting_id, minutes.number, json::name_of(minutes.state), minutes.content,
                                minutes.correction_reason, minutes.drafted_at, minutes.version});
}

Result<void> update_minutes(db::Transaction& transaction, const Minutes& minutes, std::int64_t version_read) {
    const auto seal = minutes.seal.empty() ? std::nullopt : std::optional{minutes.seal};
    const auto changed = TRY(transaction.execute(
        "UPDATE governance_minutes SET state = $1, content = $2, approved_at = $3, approved_by = $4, approved_in = $5, "
        "approver_name = $6, signed_at = $7, signed_by = $8, signer_name = $9, seal = $10, seal_key = $11, "
        "published_at = $12, drafted_at = $13, version = $14 "
        "WHERE meeting_id = $15 AND number = $16 AND version = $17 AND state <> 'published'",
        {json::name_of(minutes.state), minutes.content, minutes.approved_at, minutes.approved_by, minutes.approved_in,
         minutes.approver_name, minutes.signed_at, minutes.signed_by, minutes.signer_name, seal, minutes.seal_key,
         minutes.published_at, minutes.drafted_at, version_read + 1, minutes.meeting_id, minutes.number,
         version_read}));
    if (changed == 0) return stale_version.error();
    return {};
}

} // namespace governance
