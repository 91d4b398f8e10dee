#include "directory/store/history_store.hpp"

#include <set>

namespace directory::store {

Result<void> insert_name(db::Transaction& transaction, OrganisationId id, const NameUse& use) {
    return transaction.enqueue("INSERT INTO directory_name (organisation_id, language, name, valid_from, valid_to) "
                               "VALUES ($1, $2, $3, $4, $5)",
                               {id, use.language, use.name, use.period.from, use.period.to});
}

Result<void> insert_number(db::Transaction& transaction, OrganisationId id, const NumberUse& use) {
    return transaction.enqueue("INSERT INTO directory_number (organisation_id, scheme, number, valid_from, valid_to) "
                               "VALUES ($1, $2, $3, $4, $5)",
                               {id, use.scheme, use.number, use.period.from, use.period.to});
}

Result<void> insert_population(db::Transaction& transaction, OrganisationId id, Date as_of, std::int64_t inhabitants) {
    return transaction.enqueue("INSERT INTO directory_population (organisation_id, as_of, inhabitants) VALUES ($1, $2, "
                               "$3) ON CONFLICT (organisation_id, as_of) DO UPDATE SET inhabitants = "
                               "excluded.inhabitants",
                               {id, as_of, inhabitants});
}

Result<void> end_name(db::Transaction& transaction, OrganisationId id, std::string_view language, Date on) {
    return transaction.enqueue("UPDATE directory_name SET valid_to = $3 WHERE organisation_id = $1 AND language = $2 "
                               "AND valid_to IS NULL",
                               {id, language, on});
}

Result<void> end_number(db::Transaction& transaction, OrganisationId id, std::string_view scheme, Date on) {
    return transaction.enqueue("UPDATE directory_number SET valid_to = $3 WHERE organisation_id = $1 AND scheme = $2 "
                               "AND valid_to IS NULL",
                               {id, scheme, on});
}

Result<void> end_names_and_numbers(db::Transaction& transaction, OrganisationId id, Date on) {
    TRY(transaction.enqueue("UPDATE directory_name SET valid_to = $2 WHERE organisation_id = $1 AND valid_to IS NULL",
                            {id, on}));
    return transaction.enqueue(
        "UPDATE directory_number SET valid_to = $2 WHERE organisation_id = $1 AND valid_to IS NULL", {id, on});
}

Result<std::vector<NameUse>> names(db::Reader& reader, OrganisationId id) {
    std::vector<NameUse> found;
    for (const auto& row : TRY(reader.query(
             "SELECT language, name, valid_from, valid_to FROM directory_name WHERE organisation_id = $1 ORDER BY "
             "language, CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END, valid_to DESC",
             {id}))) {
        found.push_back({row.text(0), row.text(1), {row.maybe_date(2), row.maybe_date(3)}});
    }
    return found;
}

Result<std::vector<NumberUse>> numbers(db::Reader& reader, OrganisationId id) {
    std::vector<NumberUse> found;
    for (const auto& row : TRY(reader.query(
             "SELECT scheme, number, valid_from, valid_to FROM directory_number WHERE organisation_id = $1 ORDER BY "
             "scheme DESC, CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END, valid_to DESC",
             {id}))) {
        found.push_back({row.text(0), row.text(1), {row.maybe_date(2), row.maybe_date(3)}});
    }
    return found;
}

Result<std::vector<Population>> populations(db::Reader& reader, OrganisationId id) {
    std::vector<Population> found;
    for (const auto& row : TRY(reader.query(
             "SELECT as_of, inhabitants FROM directory_population WHERE organisation_id = $1 ORDER BY as_of", {id}))) {
        found.push_back({row.date(0), row.number(1)});
    }
    return found;
}

Result<void> insert_succession(db::Transaction& transaction, const SuccessionRow& succession) {
    return transaction.enqueue("INSERT INTO directory_succession (predecessor_id, successor_id, on_date) VALUES ($1, "
                               "$2, $3) ON CONFLICT (predecessor_id, successor_id, on_date) DO NOTHING",
                               {succession.predecessor, succession.successor, succession.on});
}

static std::vector<SuccessionRow> read_successions(const db::Rows& rows) {
    std::vector<SuccessionRow> found;
    for (const auto& row : rows) {
        found.push_back({row.id<OrganisationId>(0), row.id<OrganisationId>(1), row.date(2)});
    }
    return found;
}

Result<std::vector<SuccessionRow>> successions_of(db::Reader& reader, OrganisationId id) {
    return read_successions(TRY(reader.query("SELECT predecessor_id, successor_id, on_date FROM directory_succession "
                                             "WHERE predecessor_id = $1 OR successor_id = $1 ORDER BY on_date",
                                             {id})));
}

/// Backwards and forwards are two walks: a neighbour that shares only a predecessor is no ancestor.
Result<std::vector<SuccessionRow>> lineage_of(db::Reader& reader, OrganisationId id) {
    return read_successions(TRY(reader.query(
        "WITH RECURSIVE ancestor (id) AS (SELECT CAST($1 AS TEXT) UNION SELECT s.predecessor_id FROM "
        "directory_succession s JOIN ancestor a ON s.successor_id = a.id), descendant (id) AS (SELECT CAST($1 AS TEXT) "
        "UNION SELECT s.successor_id FROM directory_succession s JOIN descendant d ON s.predecessor_id = d.id) "
        "SELECT predecessor_id, successor_id, on_date FROM directory_succession WHERE successor_id IN (SELECT id FROM "
        "ancestor) OR predecessor_id IN (SELECT id FROM descendant) ORDER BY on_date, predecessor_id, successor_id",
        {id})));
}

Result<std::vector<std::pair<OrganisationId, std::string>>> searchable_words(db::Reader& reader) {
    std::vector<std::pair<OrganisationId, std::string>> found;
    for (const auto& row : TRY(reader.query(
             "SELECT id, organisation_number FROM directory_organisation WHERE organisation_number IS NOT NULL UNION "
             "ALL SELECT organisation_id, name FROM directory_name UNION ALL SELECT organisation_id, number FROM "
             "directory_number"))) {
        found.emplace_back(row.id<OrganisationId>(0), row.text(1));
    }
    return found;
}

} // namespace directory::store
