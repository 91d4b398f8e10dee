#include "governance/store/case_store.hpp"
#include "governance/case_standing.hpp"
#include "governance/store/columns.hpp"

namespace governance {

static constexpr std::string_view head_columns =
    "SELECT id, year, serial, language, title, summary, background, handler_id, owner_id, owner_body_id, is_strategic, "
    "is_invented, state, has_political_record, planned_at, noticed_day, input_until, first_treated_on, closing_note, "
    "changed_at, version FROM governance_case ";

static Case head_from(const db::Row& row) {
    Case found;
    found.id = row.id<CaseId>(0);
    found.number = {.year = static_cast<int>(row.number(1)), .serial = static_cast<int>(row.number(2))};
    found.language = language_at(row, 3);
    found.title = row.text(4);
    found.summary = row.text(5);
    found.background = row.text(6);
    found.handler = maybe_id_at<directory::PersonId>(row, 7);
    found.owner = row.id<directory::OrganisationId>(8);
    found.owner_body = maybe_id_at<BodyId>(row, 9);
    found.path.is_strategic = row.flag(10);
    found.is_invented = row.flag(11);
    found.path.state = word_at<CaseState>(row, 12);
    found.path.has_political_record = row.flag(13);
    found.planned_at = row.instant(14);
    found.path.noticed_day = row.maybe_date(15);
    found.input_until = row.maybe_date(16);
    found.first_treated_on = row.maybe_date(17);
    found.closing_note = row.text(18);
    found.changed_at = row.instant(19);
    found.version = row.number(20);
    return found;
}

static Result<void> read_themes_and_points(db::Reader& reader, Case& found) {
    const auto themes =
        TRY(reader.query("SELECT theme FROM governance_case_theme WHERE case_id = $1 ORDER BY theme", {found.id}));
    for (const auto& row : themes) {
        found.themes.push_back(row.text(0));
    }
    const auto points = TRY(
        reader.query("SELECT id, text FROM governance_case_point WHERE case_id = $1 ORDER BY position", {found.id}));
    for (const auto& row : points) {
        found.points.push_back({row.id<PointId>(0), row.text(1)});
    }
    return {};
}

static Result<void> read_concerns(db::Reader& reader, Case& found) {
    const auto rows = TRY(reader.query(
        "SELECT id, scope, organisation_id, reason FROM governance_concern WHERE case_id = $1 ORDER BY position",
        {found.id}));
    for (const auto& row : rows) {
        found.concerns.push_back({row.id<ConcernId>(0), word_at<ConcernScope>(row, 1),
                                  maybe_id_at<directory::OrganisationId>(row, 2), row.text(3)});
    }
    return {};
}

static Result<void> read_steps(db::Reader& reader, Case& found) {
    const auto rows = TRY(reader.query(
        "SELECT id, body_id, planned_day, outcome, has_lapsed, meeting_id, agenda_item_id, vote_summary, authority, "
        "treated_at FROM governance_case_step WHERE case_id = $1 ORDER BY position",
        {found.id}));
    for (const auto& row : rows) {
        found.path.steps.push_back(
            {row.id<StepId>(0), row.id<BodyId>(1), row.maybe_date(2), maybe_word_at<Outcome>(row, 3), row.flag(4)});
        found.records.push_back({.step = row.id<StepId>(0),
                                 .meeting = maybe_id_at<MeetingId>(row, 5),
                                 .agenda_item = maybe_id_at<AgendaItemId>(row, 6),
                                 .vote_summary = row.text(7),
                                 .authority = row.text(8),
                                 .points = {},
                                 .treated_at = row.maybe_instant(9)});
    }
    const auto decided = TRY(reader.query(
        "SELECT point.step_id, point.text FROM governance_case_decided_point point "
        "JOIN governance_case_step step ON step.id = point.step_id WHERE step.case_id = $1 ORDER BY point.position",
        {found.id}));
    for (const auto& row : decided) {
        for (auto& record : found.records) {
            if (record.step == row.id<StepId>(0)) record.points.push_back(row.text(1));
        }
    }
    return {};
}

static Result<std::optional<Case>> read_whole(db::Reader& reader, const std::optional<db::Row>& row) {
    if (!row) return std::optional<Case>{};
    auto found = head_from(*row);
    TRY(read_themes_and_points(reader, found));
    TRY(read_concerns(reader, found));
    TRY(read_steps(reader, found));
    return std::optional{std::move(found)};
}

Result<std::optional<Case>> find_case(db::Reader& reader, CaseId id) {
    return read_whole(reader, TRY(reader.find(std::string{head_columns} + "WHERE id = $1", {id})));
}

Result<std::optional<Case>> find_case(db::Reader& reader, CaseNumber number) {
    return read_whole(reader, TRY(reader.find(std::string{head_columns} + "WHERE year = $1 AND serial = $2",
                                              {number.year, number.serial})));
}

Result<std::optional<CaseId>> find_case_id(db::Reader& reader, CaseNumber number) {
    const auto row = TRY(
        reader.find("SELECT id FROM governance_case WHERE year = $1 AND serial = $2", {number.year, number.serial}));
    return row ? std::optional{row->id<CaseId>(0)} : std::nullopt;
}

Result<std::vector<LeadTime>> lead_times(db::Reader& reader) {
    std::vector<LeadTime> found;
    for (const auto& row : TRY(reader.query(
             "SELECT matter.id, step.body_id, matter.planned_at, matter.first_treated_on FROM governance_case matter "
             "JOIN governance_case_step step ON step.case_id = matter.id WHERE matter.first_treated_on IS NOT NULL "
             "AND step.outcome IS NOT NULL AND NOT EXISTS (SELECT 1 FROM governance_case_step earlier "
             "WHERE earlier.case_id = matter.id AND earlier.outcome IS NOT NULL AND earlier.position < step.position) "
             "ORDER BY matter.first_treated_on DESC, matter.id"))) {
        found.push_back({row.id<CaseId>(0), row.id<BodyId>(1), norwegian_date(row.instant(2)), row.date(3)});
    }
    return found;
}

Result<std::int64_t> case_version(db::Reader& reader, CaseId id) {
    const auto row = TRY(reader.find("SELECT version FROM governance_case WHERE id = $1", {id}));
    ensure(row.has_value());
    return row->number(0);
}

} // namespace governance
