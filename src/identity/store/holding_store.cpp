#include "identity/store/holding_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace identity::store {

static constexpr std::string_view holding_columns =
    "id, person_id, role, scope_id, organisation_id, title, valid_from, valid_to";

static Holding holding_of(const db::Row& row) {
    const auto role = role_named(row.text(2));
    ensure(role);
    return {
        row.id<HoldingId>(0), row.id<directory::PersonId>(1), *role, row.text(3), row.text(4), row.text(5), row.date(6),
        row.maybe_date(7)};
}

static std::vector<Holding> holdings_in(const db::Rows& rows) {
    std::vector<Holding> holdings;
    for (const auto& row : rows)
        holdings.push_back(holding_of(row));
    return holdings;
}

Result<void> insert(db::Transaction& transaction, const Holding& holding) {
    return transaction.enqueue(
        "INSERT INTO identity_holding (id, person_id, role, scope_id, organisation_id, title, valid_from, valid_to)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {holding.id, holding.person_id, line_of(holding.role).name, holding.scope_id, holding.organisation_id,
         holding.title, holding.valid_from, holding.valid_to});
}

Result<std::optional<Holding>> find_holding(db::Reader& reader, HoldingId id) {
    const auto row =
        TRY(reader.find(fmt::format("SELECT {} FROM identity_holding WHERE id = $1", holding_columns), {id}));
    if (!row) return std::optional<Holding>{};
    return std::optional{holding_of(*row)};
}

Result<std::vector<Holding>> holdings_on(db::Reader& reader, directory::PersonId person, Date on) {
    return holdings_in(
        TRY(reader.query(fmt::format("SELECT {} FROM identity_holding WHERE person_id = $1 AND valid_from <= $2"
                                     " AND (valid_to IS NULL OR valid_to > $2) ORDER BY valid_from, id",
                                     holding_columns),
                         {person, on})));
}

Result<std::map<std::string, std::vector<std::string>>> people_by_scope(db::Reader& reader, Right right, Date on) {
    std::map<std::string, std::vector<std::string>> people;
    for (const auto& row : TRY(reader.query("SELECT role, scope_id, person_id FROM identity_holding"
                                            " WHERE scope_id <> '' AND valid_from <= $1"
                                            " AND (valid_to IS NULL OR valid_to > $1) ORDER BY scope_id, person_id",
                                            {on}))) {
        const auto role = role_named(row.text(0));
        ensure(role);
        const auto& rights = line_of(*role).rights;
        if (std::ranges::find(rights, right) == rights.end()) continue;
        auto& behind = people[row.text(1)];
        if (behind.empty() || behind.back() != row.text(2)) behind.push_back(row.text(2));
    }
    return people;
}

Result<std::set<std::string>> scopes_on(db::Reader& reader, Right right, Date on) {
    std::set<std::string> scopes;
    for (auto& [scope, people] : TRY(people_by_scope(reader, right, on)))
        scopes.insert(scope);
    return scopes;
}

Result<void> end_holding(db::Transaction& transaction, HoldingId id, Date first_day_without) {
    return transaction.enqueue("UPDATE identity_holding SET valid_to = $2 WHERE id = $1", {id, first_day_without});
}

Result<std::int64_t> count_for_organisation(db::Reader& reader, directory::OrganisationId organisation) {
    const auto rows = TRY(reader.query(
        "SELECT COUNT(*) FROM identity_holding WHERE organisation_id = $1 OR scope_id = $1", {organisation}));
    return rows.front().number(0);
}

Result<std::int64_t> move_organisation(db::Transaction& transaction, directory::OrganisationId from,
                                       directory::OrganisationId to) {
    return transaction.execute("UPDATE identity_holding"
                               " SET organisation_id = CASE WHEN organisation_id = $1 THEN $2 ELSE organisation_id END,"
                               " scope_id = CASE WHEN scope_id = $1 THEN $2 ELSE scope_id END"
                               " WHERE organisation_id = $1 OR scope_id = $1",
                               {from, to});
}

} // namespace identity::store
