#include "representation/store/round_store.hpp"

#include "platform/db/columns.hpp"
#include "representation/domain/errors.hpp"

#include <fmt/format.h>

namespace representation::store {

/// As it stands in a column.
struct KeptGaps {
    std::vector<Gap> gaps;
};
BOOST_DESCRIBE_STRUCT(KeptGaps, (), (gaps))

Result<std::string> next_number(db::Transaction& transaction, Date today) {
    const int year = static_cast<int>(today.year());
    TRY(transaction.execute("INSERT INTO representation_series (year, last_serial) VALUES ($1, 1) "
                            "ON CONFLICT (year) DO UPDATE SET last_serial = representation_series.last_serial + 1",
                            {year}));
    const auto row = TRY(transaction.find("SELECT last_serial FROM representation_series WHERE year = $1", {year}));
    return fmt::format("N-{}-{}", year, row->number(0));
}

static constexpr std::string_view round_columns =
    "id, number, body_id, language, wanted, seats, valid_from, valid_to, closes_on, is_ambassador, is_invented, "
    "chosen_at, reasons, outside_reason, acknowledgement, gaps_before, gaps_after, opened_at, changed_at, version";

static Result<Round> round_of(const db::Row& row) {
    Round round;
    round.id = row.id<RoundId>(0);
    round.number = row.text(1);
    round.body = row.id<governance::BodyId>(2);
    round.language = db::language_at(row, 3);
    round.wanted = row.text(4);
    round.seats = static_cast<int>(row.number(5));
    round.valid_from = row.date(6);
    round.valid_to = row.maybe_date(7);
    round.closes_on = row.date(8);
    round.is_ambassador = row.flag(9);
    round.is_invented = row.flag(10);
    round.chosen_at = row.maybe_instant(11);
    round.reasons = row.text(12);
    round.outside_reason = row.text(13);
    round.acknowledgement = row.text(14);
    round.gaps_before = TRY(json::read<KeptGaps>(row.text(15))).gaps;
    round.gaps_after = TRY(json::read<KeptGaps>(row.text(16))).gaps;
    round.opened_at = row.instant(17);
    round.changed_at = row.instant(18);
    round.version = row.number(19);
    return round;
}

Result<Round> round_by_number(db::Reader& reader, std::string_view number) {
    const auto row =
        TRY(reader.find(fmt::format("SELECT {} FROM representation_round WHERE number = $1", round_columns), {number}));
    if (!row) return round_not_found.error();
    return round_of(*row);
}

Result<std::vector<Round>> rounds(db::Reader& reader, std::optional<governance::BodyId> body) {
    auto sql = fmt::format("SELECT {} FROM representation_round", round_columns);
    db::Arguments arguments;
    if (body) {
        sql += " WHERE body_id = $1";
        arguments.emplace_back(*body);
    }
    std::vector<Round> found;
    for (const auto& row : TRY(reader.query(sql + " ORDER BY closes_on DESC, opened_at DESC, id", arguments))) {
        found.push_back(TRY(round_of(row)));
    }
    return found;
}

Result<void> insert(db::Transaction& transaction, const Round& fresh) {
    return transaction.enqueue(
        "INSERT INTO representation_round (id, number, body_id, language, wanted, seats, valid_from, valid_to, "
        "closes_on, is_ambassador, is_invented, reasons, outside_reason, acknowledgement, gaps_before, gaps_after, "
        "opened_at, changed_at, version) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', '', '', $12, $12, $13, $13, 1)",
        {fresh.id, fresh.number, fresh.body, i18n::code(fresh.language), fresh.wanted, fresh.seats, fresh.valid_from,
         fresh.valid_to, fresh.closes_on, fresh.is_ambassador, fresh.is_invented, json::write(KeptGaps{}),
         fresh.opened_at});
}

Result<void> save_choice(db::Transaction& transaction, Round& changed, Instant now) {
    changed.changed_at = std::max(now, changed.changed_at);
    const auto rows = TRY(transaction.execute(
        "UPDATE representation_round SET chosen_at = $1, reasons = $2, outside_reason = $3, acknowledgement = $4, "
        "gaps_before = $5, gaps_after = $6, changed_at = $7, version = version + 1 WHERE id = $8 AND version = $9",
        {changed.chosen_at, changed.reasons, changed.outside_reason, changed.acknowledgement,
         json::write(KeptGaps{changed.gaps_before}), json::write(KeptGaps{changed.gaps_after}), changed.changed_at,
         changed.id, changed.version}));
    if (rows == 0) return stale_version.error({{"number", changed.number}});
    ++changed.version;
    return {};
}

static constexpr std::string_view candidate_columns =
    "id, round_id, nominator_id, person_id, name, workplace_id, position, grounds, gender, nominated_at, "
    "withdrawn_at, appointment_id";

static Candidate candidate_of(const db::Row& row) {
    Candidate candidate;
    candidate.id = row.id<CandidateId>(0);
    candidate.round = row.id<RoundId>(1);
    candidate.nominator = row.id<directory::OrganisationId>(2);
    candidate.person = db::maybe_id_at<directory::PersonId>(row, 3);
    candidate.name = row.text(4);
    candidate.workplace = row.id<directory::OrganisationId>(5);
    candidate.position = row.text(6);
    candidate.grounds = row.text(7);
    if (!row.is_null(8)) candidate.gender = row.bytes(8);
    candidate.nominated_at = row.instant(9);
    candidate.withdrawn_at = row.maybe_instant(10);
    candidate.appointment = db::maybe_id_at<governance::AppointmentId>(row, 11);
    return candidate;
}

Result<std::vector<Candidate>> candidates(db::Reader& reader, RoundId round) {
    std::vector<Candidate> found;
    for (const auto& row :
         TRY(reader.query(fmt::format("SELECT {} FROM representation_candidate WHERE round_id = $1 "
                                      "ORDER BY CASE WHEN withdrawn_at IS NULL THEN 0 ELSE 1 END, nominated_at, id",
                                      candidate_columns),
                          {round}))) {
        found.push_back(candidate_of(row));
    }
    return found;
}

Result<std::map<RoundId, int>> candidate_counts(db::Reader& reader) {
    std::map<RoundId, int> counts;
    for (const auto& row : TRY(reader.query("SELECT round_id, COUNT(*) FROM representation_candidate "
                                            "WHERE withdrawn_at IS NULL GROUP BY round_id"))) {
        counts[row.id<RoundId>(0)] = static_cast<int>(row.number(1));
    }
    return counts;
}

Result<void> insert(db::Transaction& transaction, const Candidate& fresh) {
    return transaction.enqueue(
        "INSERT INTO representation_candidate (id, round_id, nominator_id, person_id, name, workplace_id, position, "
        "grounds, gender, nominated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        {fresh.id, fresh.round, fresh.nominator, fresh.person, fresh.name, fresh.workplace, fresh.position,
         fresh.grounds, fresh.gender, fresh.nominated_at});
}

Result<void> withdraw(db::Transaction& transaction, CandidateId id, Instant now) {
    return transaction.enqueue("UPDATE representation_candidate SET name = '', position = '', grounds = '', "
                               "gender = NULL, person_id = NULL, withdrawn_at = $1 WHERE id = $2",
                               {now, id});
}

Result<void> save_appointment(db::Transaction& transaction, CandidateId id, directory::PersonId person,
                              governance::AppointmentId appointment) {
    return transaction.enqueue(
        "UPDATE representation_candidate SET person_id = $1, appointment_id = $2, gender = NULL WHERE id = $3",
        {person, appointment, id});
}

Result<std::map<directory::PersonId, db::Bytes>> genders(db::Reader& reader,
                                                         const std::vector<directory::PersonId>& people) {
    std::map<directory::PersonId, db::Bytes> found;
    for (const auto& person : people) {
        const auto row = TRY(reader.find("SELECT sealed FROM representation_gender WHERE person_id = $1", {person}));
        if (row) found.emplace(person, row->bytes(0));
    }
    return found;
}

Result<void> keep_gender(db::Transaction& transaction, directory::PersonId person, const db::Bytes& sealed,
                         Instant now) {
    return transaction.enqueue("INSERT INTO representation_gender (person_id, sealed, told_at) VALUES ($1, $2, $3) "
                               "ON CONFLICT (person_id) DO UPDATE SET sealed = $2, told_at = $3",
                               {person, sealed, now});
}

Result<void> forget_gender(db::Transaction& transaction, directory::PersonId person) {
    return transaction.enqueue("DELETE FROM representation_gender WHERE person_id = $1", {person});
}

Result<std::int64_t> count_for_organisation(db::Reader& reader, directory::OrganisationId id) {
    const auto row = TRY(reader.find(
        "SELECT COUNT(*) FROM representation_candidate WHERE nominator_id = $1 OR workplace_id = $1", {id}));
    return row->number(0);
}

Result<std::int64_t> move_organisation(db::Transaction& transaction, directory::OrganisationId from,
                                       directory::OrganisationId to) {
    const auto moved = TRY(transaction.execute(
        "UPDATE representation_candidate SET nominator_id = CASE nominator_id WHEN $2 THEN $1 ELSE nominator_id END, "
        "workplace_id = CASE workplace_id WHEN $2 THEN $1 ELSE workplace_id END "
        "WHERE nominator_id = $2 OR workplace_id = $2",
        {to, from}));
    return moved;
}

} // namespace representation::store
