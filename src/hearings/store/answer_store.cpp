#include "hearings/store/columns.hpp"
#include "hearings/store/hearing_store.hpp"

#include <fmt/format.h>
#include <map>

namespace hearings {

static constexpr std::string_view addressee_query =
    "SELECT a.organisation_id, a.is_municipality, a.number, a.county_number, a.inhabitants, a.reached_at, a.opened_at,"
    " a.reminded_at, a.speaks_for_itself, answer.stance, answer.answered_at, a.succeeded_by, a.succeeded_at FROM "
    "hearings_addressee a"
    " LEFT JOIN hearings_answer answer ON answer.hearing_id = a.hearing_id"
    " AND answer.organisation_id = a.organisation_id WHERE a.hearing_id = $1";
static constexpr std::string_view is_asked = " AND a.succeeded_by IS NULL";

static Addressee addressee_of(const db::Row& row) {
    return {.organisation = row.id<directory::OrganisationId>(0),
            .is_municipality = row.flag(1),
            .number = row.text(2),
            .county_number = row.text(3),
            .inhabitants = row.number(4),
            .reached_at = row.maybe_instant(5),
            .opened_at = row.maybe_instant(6),
            .reminded_at = row.maybe_instant(7),
            .speaks_for_itself = row.flag(8),
            .stance = maybe_word_at<Stance>(row, 9),
            .answered_at = row.maybe_instant(10)};
}

Result<std::vector<Addressee>> addressees_of(db::Reader& reader, HearingId hearing) {
    std::vector<Addressee> found;
    const auto rows = TRY(reader.query(
        fmt::format("{}{} ORDER BY a.is_municipality, a.number, a.organisation_id", addressee_query, is_asked),
        {hearing}));
    for (const auto& row : rows)
        found.push_back(addressee_of(row));
    return found;
}

Result<std::optional<Addressee>> find_addressee(db::Reader& reader, HearingId hearing,
                                                directory::OrganisationId organisation) {
    const auto row = TRY(reader.find(fmt::format("{}{} AND a.organisation_id = $2", addressee_query, is_asked),
                                     {hearing, organisation}));
    if (!row) return std::optional<Addressee>{};
    return std::optional{addressee_of(*row)};
}

Result<Turnout> turnout_of(db::Reader& reader, HearingId hearing) {
    const auto row = TRY(reader.find("SELECT COUNT(*), COUNT(answer.stance) FROM hearings_addressee a"
                                     " LEFT JOIN hearings_answer answer ON answer.hearing_id = a.hearing_id"
                                     " AND answer.organisation_id = a.organisation_id"
                                     " WHERE a.hearing_id = $1 AND a.succeeded_by IS NULL",
                                     {hearing}));
    return Turnout{row->number(0), row->number(1)};
}

Result<std::vector<Predecessor>> predecessors_of(db::Reader& reader, HearingId hearing) {
    std::vector<Predecessor> found;
    for (const auto& row : TRY(reader.query(
             fmt::format("{} AND a.succeeded_by IS NOT NULL ORDER BY a.number, a.organisation_id", addressee_query),
             {hearing}))) {
        found.push_back({addressee_of(row), row.id<directory::OrganisationId>(11), row.instant(12)});
    }
    return found;
}

Result<void> mark_succeeded(db::Transaction& transaction, HearingId hearing, directory::OrganisationId from,
                            directory::OrganisationId to, Instant at) {
    return transaction.enqueue("UPDATE hearings_addressee SET succeeded_by = $3, succeeded_at = $4"
                               " WHERE hearing_id = $1 AND organisation_id = $2",
                               {hearing, from, to, at});
}

Result<void> insert_addressee(db::Transaction& transaction, HearingId hearing, const Addressee& one) {
    return transaction.enqueue(
        "INSERT INTO hearings_addressee (hearing_id, organisation_id, is_municipality, number, county_number,"
        " inhabitants, reached_at, opened_at, reminded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {hearing, one.organisation, one.is_municipality, one.number, one.county_number, one.inhabitants, one.reached_at,
         one.opened_at, one.reminded_at});
}

Result<void> save_addressee(db::Transaction& transaction, HearingId hearing, const Addressee& one) {
    return transaction.enqueue(
        "UPDATE hearings_addressee SET inhabitants = $3, reached_at = $4, opened_at = $5,"
        " reminded_at = $6 WHERE hearing_id = $1 AND organisation_id = $2",
        {hearing, one.organisation, one.inhabitants, one.reached_at, one.opened_at, one.reminded_at});
}

Result<void> mark_reached(db::Transaction& transaction, HearingId hearing, directory::OrganisationId organisation,
                          Instant at) {
    return transaction.enqueue("UPDATE hearings_addressee SET reached_at = $3 WHERE hearing_id = $1"
                               " AND organisation_id = $2 AND reached_at IS NULL",
                               {hearing, organisation, at});
}

Result<void> mark_opened(db::Transaction& transaction, HearingId hearing, directory::OrganisationId organisation,
                         Instant at) {
    return transaction.enqueue("UPDATE hearings_addressee SET opened_at = $3, reached_at = COALESCE(reached_at, $3)"
                               " WHERE hearing_id = $1 AND organisation_id = $2 AND opened_at IS NULL",
                               {hearing, organisation, at});
}

Result<void> mark_reminded(db::Transaction& transaction, HearingId hearing, directory::OrganisationId organisation,
                           Instant at) {
    return transaction.enqueue(
        "UPDATE hearings_addressee SET reminded_at = $3 WHERE hearing_id = $1 AND organisation_id = $2",
        {hearing, organisation, at});
}

Result<void> mark_speaking_for_itself(db::Transaction& transaction, HearingId hearing,
                                      directory::OrganisationId organisation) {
    return transaction.enqueue(
        "UPDATE hearings_addressee SET speaks_for_itself = 1 WHERE hearing_id = $1 AND organisation_id = $2",
        {hearing, organisation});
}

static constexpr std::string_view answer_query =
    "SELECT organisation_id, stance, text, network_id, given_by, legal_basis, answered_at, changed_at, version,"
    " is_inherited FROM hearings_answer WHERE hearing_id = $1";

static Answer answer_of(const db::Row& row) {
    return {.organisation = row.id<directory::OrganisationId>(0),
            .stance = word_at<Stance>(row, 1),
            .text = row.text(2),
            .replies = {},
            .network = maybe_id_at<directory::OrganisationId>(row, 3),
            .given_by = row.text(4),
            .legal_basis = row.maybe_text(5),
            .answered_at = row.instant(6),
            .changed_at = row.instant(7),
            .version = row.number(8),
            .is_inherited = row.flag(9)};
}

static Reply reply_of(const db::Row& row) {
    const auto option = row.maybe_number(2);
    return {static_cast<int>(row.number(1)), option ? std::optional{static_cast<int>(*option)} : std::nullopt,
            row.text(3)};
}

Result<std::vector<Answer>> answers_of(db::Reader& reader, HearingId hearing) {
    std::vector<Answer> answers;
    std::map<std::string, std::size_t> places;
    const auto rows =
        TRY(reader.query(std::string{answer_query} + " ORDER BY changed_at DESC, organisation_id", {hearing}));
    for (const auto& row : rows) {
        places[row.text(0)] = answers.size();
        answers.push_back(answer_of(row));
    }
    for (const auto& row : TRY(reader.query("SELECT organisation_id, question, option_number, text FROM hearings_reply"
                                            " WHERE hearing_id = $1 ORDER BY organisation_id, question",
                                            {hearing}))) {
        answers[places.at(row.text(0))].replies.push_back(reply_of(row));
    }
    return answers;
}

Result<std::optional<Answer>> find_answer(db::Reader& reader, HearingId hearing,
                                          directory::OrganisationId organisation) {
    const auto row = TRY(reader.find(std::string{answer_query} + " AND organisation_id = $2", {hearing, organisation}));
    if (!row) return std::optional<Answer>{};
    auto answer = answer_of(*row);
    for (const auto& reply :
         TRY(reader.query("SELECT organisation_id, question, option_number, text FROM hearings_reply"
                          " WHERE hearing_id = $1 AND organisation_id = $2 ORDER BY question",
                          {hearing, organisation}))) {
        answer.replies.push_back(reply_of(reply));
    }
    return std::optional{std::move(answer)};
}

Result<void> put_answer(db::Transaction& transaction, HearingId hearing, const Answer& answer) {
    TRY(transaction.enqueue("DELETE FROM hearings_reply WHERE hearing_id = $1 AND organisation_id = $2",
                            {hearing, answer.organisation}));
    TRY(transaction.enqueue(
        "INSERT INTO hearings_answer (hearing_id, organisation_id, stance, text, network_id, given_by, legal_basis,"
        " answered_at, changed_at, version, is_inherited) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        " ON CONFLICT (hearing_id, organisation_id) DO UPDATE SET stance = excluded.stance, text = excluded.text,"
        " network_id = excluded.network_id, given_by = excluded.given_by, legal_basis = excluded.legal_basis,"
        " changed_at = excluded.changed_at, version = excluded.version, is_inherited = excluded.is_inherited",
        {hearing, answer.organisation, word(answer.stance), answer.text, answer.network, answer.given_by,
         answer.legal_basis, answer.answered_at, answer.changed_at, answer.version, answer.is_inherited}));
    for (const auto& reply : answer.replies) {
        TRY(transaction.enqueue(
            "INSERT INTO hearings_reply (hearing_id, organisation_id, question, option_number, text)"
            " VALUES ($1, $2, $3, $4, $5)",
            {hearing, answer.organisation, reply.question, reply.option, reply.text}));
    }
    return {};
}

Result<void> remove_answer(db::Transaction& transaction, HearingId hearing, directory::OrganisationId organisation) {
    TRY(transaction.enqueue("DELETE FROM hearings_reply WHERE hearing_id = $1 AND organisation_id = $2",
                            {hearing, organisation}));
    return transaction.enqueue("DELETE FROM hearings_answer WHERE hearing_id = $1 AND organisation_id = $2",
                               {hearing, organisation});
}

Result<std::vector<HearingId>> hearings_to(db::Reader& reader, directory::OrganisationId organisation, Date today) {
    std::vector<HearingId> found;
    for (const auto& row : TRY(reader.query("SELECT h.id FROM hearings_hearing h JOIN hearings_addressee a"
                                            " ON a.hearing_id = h.id WHERE a.organisation_id = $1"
                                            " AND a.succeeded_by IS NULL AND h.withdrawn_at IS NULL"
                                            " AND h.closes_on >= $2 ORDER BY h.year DESC, h.serial DESC",
                                            {organisation, today}))) {
        found.push_back(row.id<HearingId>(0));
    }
    return found;
}

} // namespace hearings
