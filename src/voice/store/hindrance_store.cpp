#include "voice/store/hindrance_store.hpp"

#include "platform/db/columns.hpp"
#include "voice/domain/errors.hpp"

#include <fmt/format.h>

namespace voice::store {

static constexpr std::string_view hindrance_columns =
    "h.id, h.number, h.language, h.title, h.law, h.provision, h.hinders, h.who_is_hit, h.proposal, h.reporter_id, "
    "h.state, h.state_note, h.state_since, h.case_id, h.position_id, h.is_invented, h.reported_at, h.changed_at, "
    "h.version";

static Hindrance hindrance_of(const db::Row& row) {
    Hindrance found;
    found.id = row.id<HindranceId>(0);
    found.number = row.text(1);
    found.language = db::language_at(row, 2);
    found.title = row.text(3);
    found.law = row.text(4);
    found.provision = row.text(5);
    found.hinders = row.text(6);
    found.who_is_hit = row.text(7);
    found.proposal = row.text(8);
    found.reporter = row.id<directory::OrganisationId>(9);
    found.state = db::word_at<HindranceState>(row, 10);
    found.state_note = row.text(11);
    found.state_since = row.date(12);
    found.case_id = db::maybe_id_at<governance::CaseId>(row, 13);
    found.position_id = db::maybe_id_at<PositionId>(row, 14);
    found.is_invented = row.flag(15);
    found.reported_at = row.instant(16);
    found.changed_at = row.instant(17);
    found.version = row.number(18);
    return found;
}

static Result<Hindrance> one_hindrance(db::Reader& reader, std::string_view column, db::Argument key) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT {} FROM voice_hindrance h WHERE h.{} = $1", hindrance_columns, column), {std::move(key)}));
    if (!row) return hindrance_not_found.error();
    return hindrance_of(*row);
}

Result<Hindrance> hindrance_by_number(db::Reader& reader, std::string_view number) {
    return one_hindrance(reader, "number", number);
}

Result<Hindrance> hindrance(db::Reader& reader, HindranceId id) {
    return one_hindrance(reader, "id", id);
}

Result<std::vector<CountedHindrance>> hindrances(db::Reader& reader, const HindranceFilter& filter) {
    auto sql = fmt::format("SELECT {}, (SELECT COUNT(*) FROM voice_hindrance_support s WHERE s.hindrance_id = h.id) "
                           "FROM voice_hindrance h WHERE 1 = 1",
                           hindrance_columns);
    db::Arguments arguments;
    if (filter.state) {
        arguments.emplace_back(db::word(*filter.state));
        sql += fmt::format(" AND h.state = ${}", arguments.size());
    }
    if (filter.position) {
        arguments.emplace_back(*filter.position);
        sql += fmt::format(" AND h.position_id = ${}", arguments.size());
    }
    std::vector<CountedHindrance> found;
    for (const auto& row : TRY(reader.query(sql + " ORDER BY 20 DESC, h.reported_at DESC, h.id", arguments))) {
        found.push_back({hindrance_of(row), row.number(19)});
    }
    return found;
}

Result<std::vector<directory::OrganisationId>> supporters(db::Reader& reader, HindranceId id) {
    std::vector<directory::OrganisationId> found;
    for (const auto& row : TRY(reader.query("SELECT organisation_id FROM voice_hindrance_support "
                                            "WHERE hindrance_id = $1 ORDER BY since, organisation_id",
                                            {id}))) {
        found.push_back(row.id<directory::OrganisationId>(0));
    }
    return found;
}

Result<void> insert(db::Transaction& transaction, const Hindrance& fresh) {
    return transaction.enqueue(
        "INSERT INTO voice_hindrance (id, number, language, title, law, provision, hinders, who_is_hit, proposal, "
        "reporter_id, state, state_note, state_since, is_invented, reported_at, changed_at, version) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12, $13, $14, $14, 1)",
        {fresh.id, fresh.number, i18n::code(fresh.language), fresh.title, fresh.law, fresh.provision, fresh.hinders,
         fresh.who_is_hit, fresh.proposal, fresh.reporter, db::word(fresh.state), fresh.state_since, fresh.is_invented,
         fresh.reported_at});
}

Result<void> save(db::Transaction& transaction, Hindrance& changed, Instant now) {
    changed.changed_at = std::max(now, changed.changed_at);
    const auto rows = TRY(transaction.execute(
        "UPDATE voice_hindrance SET state = $1, state_note = $2, state_since = $3, case_id = $4, position_id = $5, "
        "changed_at = $6, version = version + 1 WHERE id = $7 AND version = $8",
        {db::word(changed.state), changed.state_note, changed.state_since, changed.case_id, changed.position_id,
         changed.changed_at, changed.id, changed.version}));
    if (rows == 0) return stale_version.error({{"number", changed.number}});
    ++changed.version;
    return {};
}

Result<bool> add_supporter(db::Transaction& transaction, HindranceId id, directory::OrganisationId organisation,
                           Instant now) {
    const auto rows = TRY(transaction.execute(
        "INSERT INTO voice_hindrance_support (hindrance_id, organisation_id, since) VALUES ($1, $2, $3) "
        "ON CONFLICT (hindrance_id, organisation_id) DO NOTHING",
        {id, organisation, now}));
    return rows > 0;
}

Result<std::int64_t> count_for_organisation(db::Reader& reader, directory::OrganisationId id) {
    const auto row = TRY(reader.find("SELECT (SELECT COUNT(*) FROM voice_position WHERE addressee_id = $1) + "
                                     "(SELECT COUNT(*) FROM voice_hindrance WHERE reporter_id = $1) + "
                                     "(SELECT COUNT(*) FROM voice_hindrance_support WHERE organisation_id = $1) + "
                                     "(SELECT COUNT(*) FROM voice_consultation WHERE counterpart_id = $1) + "
                                     "(SELECT COUNT(*) FROM voice_follow_up WHERE owner_id = $1) + "
                                     "(SELECT COUNT(*) FROM voice_co_funding_statement WHERE applicant_id = $1) + "
                                     "(SELECT COUNT(*) FROM voice_co_funding_statement WHERE recipient_id = $1) + "
                                     "(SELECT COUNT(*) FROM voice_state_hearing WHERE sender_id = $1)",
                                     {id}));
    return row->number(0);
}

/// A hindrance that both had supported stays supported once; meetings that both had at the same point of a year stay
/// with the one that had them.
Result<std::int64_t> move_organisation(db::Transaction& transaction, directory::OrganisationId from,
                                       directory::OrganisationId to) {
    auto moved =
        TRY(transaction.execute("UPDATE voice_position SET addressee_id = $1 WHERE addressee_id = $2", {to, from}));
    moved += TRY(transaction.execute("UPDATE voice_hindrance SET reporter_id = $1 WHERE reporter_id = $2", {to, from}));
    TRY(transaction.execute("DELETE FROM voice_hindrance_support WHERE organisation_id = $1 AND hindrance_id IN "
                            "(SELECT hindrance_id FROM voice_hindrance_support WHERE organisation_id = $2)",
                            {from, to}));
    moved += TRY(transaction.execute(
        "UPDATE voice_hindrance_support SET organisation_id = $1 WHERE organisation_id = $2", {to, from}));
    moved += TRY(transaction.execute(
        "UPDATE voice_consultation SET counterpart_id = $1 WHERE counterpart_id = $2 AND NOT EXISTS (SELECT 1 FROM "
        "voice_consultation other WHERE other.counterpart_id = $1 AND other.year = voice_consultation.year AND "
        "other.point = voice_consultation.point)",
        {to, from}));
    moved += TRY(transaction.execute("UPDATE voice_follow_up SET owner_id = $1 WHERE owner_id = $2", {to, from}));
    for (const std::string_view column : {"applicant_id", "recipient_id"}) {
        moved += TRY(transaction.execute(
            fmt::format("UPDATE voice_co_funding_statement SET {0} = $1 WHERE {0} = $2", column), {to, from}));
    }
    moved += TRY(transaction.execute("UPDATE voice_state_hearing SET sender_id = $1 WHERE sender_id = $2", {to, from}));
    return moved;
}

} // namespace voice::store
