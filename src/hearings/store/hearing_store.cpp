#include "hearings/store/hearing_store.hpp"

#include "hearings/store/columns.hpp"
#include "platform/i18n/translator.hpp"

#include <fmt/format.h>

namespace hearings {

static constexpr std::string_view hearing_columns =
    "h.id, h.year, h.serial, h.case_id, h.body_id, h.language, h.title, h.text, h.opens_on, h.closes_on, h.days_min, "
    "h.remind_days, h.planned_at, h.planned_sequence, h.is_invented, h.withdrawn_at, h.withdrawn_reason, "
    "(SELECT COUNT(*) FROM hearings_extension e WHERE e.hearing_id = h.id), "
    "(SELECT MAX(e.extended_at) FROM hearings_extension e WHERE e.hearing_id = h.id)";

static Hearing hearing_of(const db::Row& row) {
    Hearing found;
    found.id = row.id<HearingId>(0);
    found.year = static_cast<int>(row.number(1));
    found.serial = static_cast<int>(row.number(2));
    found.case_id = row.id<governance::CaseId>(3);
    found.body = maybe_id_at<governance::BodyId>(row, 4);
    found.language = i18n::language_of(row.text(5)).value_or(i18n::Language::nb);
    found.title = row.text(6);
    found.text = row.text(7);
    found.opens_on = row.date(8);
    found.closes_on = row.date(9);
    found.days_min = static_cast<int>(row.number(10));
    found.remind_days = static_cast<int>(row.number(11));
    found.planned_at = row.instant(12);
    found.planned_sequence = row.number(13);
    found.is_invented = row.flag(14);
    if (const auto at = row.maybe_instant(15)) found.withdrawn = Withdrawn{*at, row.text(16)};
    found.changes = static_cast<int>(row.number(17)) + (found.withdrawn ? 1 : 0);
    found.changed_at = found.withdrawn ? found.withdrawn->at : row.maybe_instant(18).value_or(found.planned_at);
    return found;
}

static Result<void> read_questions(db::Reader& reader, Hearing& hearing) {
    for (const auto& row :
         TRY(reader.query("SELECT text FROM hearings_question WHERE hearing_id = $1 ORDER BY number", {hearing.id}))) {
        hearing.questions.push_back({row.text(0), {}});
    }
    for (const auto& row :
         TRY(reader.query("SELECT question, text FROM hearings_option WHERE hearing_id = $1 ORDER BY question, number",
                          {hearing.id}))) {
        hearing.questions[static_cast<std::size_t>(row.number(0) - 1)].options.push_back(row.text(1));
    }
    return {};
}

static Result<std::optional<Hearing>> read_hearing(db::Reader& reader, const std::optional<db::Row>& row) {
    if (!row) return std::optional<Hearing>{};
    auto found = hearing_of(*row);
    TRY(read_questions(reader, found));
    for (const auto& part :
         TRY(reader.query("SELECT kind, organisation_id, size FROM hearings_audience WHERE hearing_id = $1"
                          " ORDER BY position",
                          {found.id}))) {
        found.audience.push_back({word_at<AudienceKind>(part, 0), maybe_id_at<directory::OrganisationId>(part, 1),
                                  maybe_word_at<Size>(part, 2)});
    }
    for (const auto& document : TRY(reader.query(
             "SELECT document_id FROM hearings_document WHERE hearing_id = $1 ORDER BY position", {found.id}))) {
        found.documents.push_back(document.id<governance::DocumentId>(0));
    }
    for (const auto& extension : TRY(reader.query("SELECT closed_on, closes_on, reason, extended_at"
                                                  " FROM hearings_extension WHERE hearing_id = $1 ORDER BY number",
                                                  {found.id}))) {
        found.extensions.push_back({extension.date(0), extension.date(1), extension.text(2), extension.instant(3)});
    }
    return std::optional{std::move(found)};
}

Result<std::optional<Hearing>> find_hearing(db::Reader& reader, HearingId id) {
    return read_hearing(
        reader,
        TRY(reader.find(fmt::format("SELECT {} FROM hearings_hearing h WHERE h.id = $1", hearing_columns), {id})));
}

Result<std::optional<Hearing>> find_hearing(db::Reader& reader, HearingNumber number) {
    return read_hearing(
        reader, TRY(reader.find(fmt::format("SELECT {} FROM hearings_hearing h WHERE h.year = $1 AND h.serial = $2",
                                            hearing_columns),
                                {number.year, number.serial})));
}

namespace {

/// The conditions of a list and their arguments; today is always $1.
struct HearingConditions {
    std::string sql = " WHERE $1 <> ''";
    db::Arguments arguments;

    HearingConditions(const HearingQuery& query, Date today) : arguments{today} {
        if (query.state) {
            sql += query.state == HearingState::withdrawn ? " AND h.withdrawn_at IS NOT NULL"
                                                          : " AND h.withdrawn_at IS NULL";
        }
        if (query.state == HearingState::planned) sql += " AND h.opens_on > $1";
        if (query.state == HearingState::open) sql += " AND h.opens_on <= $1 AND h.closes_on >= $1";
        if (query.state == HearingState::closed) sql += " AND h.closes_on < $1";
        if (query.case_id) {
            arguments.emplace_back(*query.case_id);
            sql += fmt::format(" AND h.case_id = ${}", arguments.size());
        }
        if (query.body) {
            arguments.emplace_back(*query.body);
            sql += fmt::format(" AND h.body_id = ${}", arguments.size());
        }
        if (query.addressee) {
            arguments.emplace_back(*query.addressee);
            sql += fmt::format(" AND EXISTS (SELECT 1 FROM hearings_addressee a WHERE a.hearing_id = h.id"
                               " AND a.succeeded_by IS NULL AND a.organisation_id = ${})",
                               arguments.size());
        }
    }
};

} // namespace

Result<std::vector<Hearing>> list_hearings(db::Reader& reader, const HearingQuery& query, Date today) {
    HearingConditions conditions{query, today};
    conditions.arguments.emplace_back(query.limit);
    conditions.arguments.emplace_back(query.offset);
    const auto count = conditions.arguments.size();
    const auto rows =
        TRY(reader.query(fmt::format("SELECT {} FROM hearings_hearing h{} ORDER BY"
                                     " CASE WHEN h.closes_on < $1 OR h.withdrawn_at IS NOT NULL THEN 1 ELSE 0 END,"
                                     " CASE WHEN h.closes_on < $1 OR h.withdrawn_at IS NOT NULL THEN '' ELSE "
                                     "h.closes_on END, h.closes_on DESC, h.year DESC,"
                                     " h.serial DESC LIMIT ${} OFFSET ${}",
                                     hearing_columns, conditions.sql, count - 1, count),
                         conditions.arguments));
    std::vector<Hearing> found;
    for (const auto& row : rows)
        found.push_back(hearing_of(row));
    return found;
}

Result<std::int64_t> count_hearings(db::Reader& reader, const HearingQuery& query, Date today) {
    const HearingConditions conditions{query, today};
    return TRY(reader.find("SELECT COUNT(*) FROM hearings_hearing h" + conditions.sql, conditions.arguments))
        ->number(0);
}

} // namespace hearings
