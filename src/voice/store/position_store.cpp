#include "voice/store/position_store.hpp"

#include "platform/db/columns.hpp"
#include "voice/domain/errors.hpp"

#include <fmt/format.h>

namespace voice::store {

Result<std::string> next_number(db::Transaction& transaction, std::string_view kind, char letter, Date today) {
    const int year = static_cast<int>(today.year());
    TRY(transaction.execute("INSERT INTO voice_series (kind, year, last_serial) VALUES ($1, $2, 1) "
                            "ON CONFLICT (kind, year) DO UPDATE SET last_serial = voice_series.last_serial + 1",
                            {kind, year}));
    const auto row =
        TRY(transaction.find("SELECT last_serial FROM voice_series WHERE kind = $1 AND year = $2", {kind, year}));
    return fmt::format("{}-{}-{}", letter, year, row->number(0));
}

static constexpr std::string_view position_columns =
    "p.id, p.number, p.language, p.title, p.statement, p.addressee_id, p.occasion, p.stated_on, p.case_id, p.body_id, "
    "p.outcome, p.supersedes_id, n.id, p.withdrawn_on, p.withdrawal_reason, p.response, p.responded_on, p.is_invented, "
    "p.stated_at, p.changed_at, p.version";
static constexpr std::string_view position_tables =
    "voice_position p LEFT JOIN voice_position n ON n.supersedes_id = p.id";

static Position position_of(const db::Row& row) {
    Position found;
    found.id = row.id<PositionId>(0);
    found.number = row.text(1);
    found.language = db::language_at(row, 2);
    found.title = row.text(3);
    found.statement = row.text(4);
    found.addressee = row.id<directory::OrganisationId>(5);
    found.occasion = row.text(6);
    found.stated_on = row.date(7);
    found.case_id = row.id<governance::CaseId>(8);
    found.body = row.id<governance::BodyId>(9);
    found.outcome = db::word_at<governance::Outcome>(row, 10);
    found.supersedes = db::maybe_id_at<PositionId>(row, 11);
    found.superseded_by = db::maybe_id_at<PositionId>(row, 12);
    found.withdrawn_on = row.maybe_date(13);
    found.withdrawal_reason = row.text(14);
    found.response = row.text(15);
    found.responded_on = row.maybe_date(16);
    found.is_invented = row.flag(17);
    found.stated_at = row.instant(18);
    found.changed_at = row.instant(19);
    found.version = row.number(20);
    return found;
}

static Result<Position> one_position(db::Reader& reader, std::string_view column, db::Argument key) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT {} FROM {} WHERE p.{} = $1", position_columns, position_tables, column), {std::move(key)}));
    if (!row) return position_not_found.error();
    return position_of(*row);
}

Result<Position> position_by_number(db::Reader& reader, std::string_view number) {
    return one_position(reader, "number", number);
}

Result<Position> position(db::Reader& reader, PositionId id) {
    return one_position(reader, "id", id);
}

static std::string_view condition_of(PositionState state) {
    switch (state) {
    case PositionState::in_force:
        return "p.withdrawn_on IS NULL AND n.id IS NULL";
    case PositionState::superseded:
        return "p.withdrawn_on IS NULL AND n.id IS NOT NULL";
    case PositionState::withdrawn:
        return "p.withdrawn_on IS NOT NULL";
    }
    return "1 = 1";
}

Result<std::vector<Position>> positions(db::Reader& reader, const PositionFilter& filter) {
    auto sql = fmt::format("SELECT {} FROM {} WHERE {}", position_columns, position_tables,
                           filter.state ? condition_of(*filter.state) : "1 = 1");
    db::Arguments arguments;
    if (filter.addressee) {
        arguments.emplace_back(*filter.addressee);
        sql += fmt::format(" AND p.addressee_id = ${}", arguments.size());
    }
    if (filter.case_id) {
        arguments.emplace_back(*filter.case_id);
        sql += fmt::format(" AND p.case_id = ${}", arguments.size());
    }
    std::vector<Position> found;
    for (const auto& row : TRY(reader.query(sql + " ORDER BY p.stated_on DESC, p.stated_at DESC, p.id", arguments))) {
        found.push_back(position_of(row));
    }
    return found;
}

Result<void> insert(db::Transaction& transaction, const Position& fresh) {
    return transaction.enqueue(
        "INSERT INTO voice_position (id, number, language, title, statement, addressee_id, occasion, "
        "stated_on, case_id, body_id, outcome, supersedes_id, withdrawal_reason, response, is_invented, "
        "stated_at, changed_at, version) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '', $13, $14, $14, 1)",
        {fresh.id, fresh.number, i18n::code(fresh.language), fresh.title, fresh.statement, fresh.addressee,
         fresh.occasion, fresh.stated_on, fresh.case_id, fresh.body, db::word(fresh.outcome), fresh.supersedes,
         fresh.is_invented, fresh.stated_at});
}

Result<void> save(db::Transaction& transaction, Position& changed, Instant now) {
    changed.changed_at = std::max(now, changed.changed_at);
    const auto rows = TRY(transaction.execute(
        "UPDATE voice_position SET withdrawn_on = $1, withdrawal_reason = $2, response = $3, responded_on = $4, "
        "changed_at = $5, version = version + 1 WHERE id = $6 AND version = $7",
        {changed.withdrawn_on, changed.withdrawal_reason, changed.response, changed.responded_on, changed.changed_at,
         changed.id, changed.version}));
    if (rows == 0) return stale_version.error({{"number", changed.number}});
    ++changed.version;
    return {};
}

} // namespace voice::store
