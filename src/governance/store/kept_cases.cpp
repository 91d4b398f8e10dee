#include "governance/store/kept_cases.hpp"

#include "governance/store/columns.hpp"

namespace governance {

Result<std::vector<KeptCase>> kept_cases(db::Reader& reader, BodyId body) {
    std::vector<KeptCase> found;
    const auto rows = TRY(reader.query(
        "SELECT matter.id, matter.state, COALESCE((SELECT MIN(theme.theme) FROM governance_case_theme theme "
        "WHERE theme.case_id = matter.id), '') AS first_theme FROM governance_case matter "
        "WHERE matter.owner_body_id = $1 OR (matter.owner_body_id IS NULL AND matter.body_id = $1) "
        "ORDER BY first_theme, matter.year, matter.serial",
        {body}));
    for (const auto& row : rows)
        found.push_back({row.id<CaseId>(0), word_at<CaseState>(row, 1), row.text(2)});
    return found;
}

Result<std::vector<KeptMeeting>> kept_meetings(db::Reader& reader, BodyId body) {
    std::vector<KeptMeeting> found;
    const auto rows =
        TRY(reader.query("SELECT id, state FROM governance_meeting WHERE body_id = $1 ORDER BY starts_at, id", {body}));
    for (const auto& row : rows)
        found.push_back({row.id<MeetingId>(0), word_at<MeetingState>(row, 1)});
    return found;
}

} // namespace governance
