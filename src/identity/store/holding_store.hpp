#pragma once
// Roles as they are kept.
#include "identity/identity.hpp"

namespace identity::store {

Result<void> insert(db::Transaction&, const Holding&);
Result<std::optional<Holding>> find_holding(db::Reader&, HoldingId);
/// Held on the day, the oldest first.
Result<std::vector<Holding>> holdings_on(db::Reader&, directory::PersonId, Date on);
Result<void> end_holding(db::Transaction&, HoldingId, Date first_day_without);
/// The scopes of roles that have the right on the day.
Result<std::set<std::string>> scopes_on(db::Reader&, Right, Date on);
/// The ids of the people behind them, each once, by scope.
Result<std::map<std::string, std::vector<std::string>>> people_by_scope(db::Reader&, Right, Date on);
/// How many roles are held for an organisation, now or ever; and moves them to its successor.
Result<std::int64_t> count_for_organisation(db::Reader&, directory::OrganisationId);
Result<std::int64_t> move_organisation(db::Transaction&, directory::OrganisationId from, directory::OrganisationId to);

} // namespace identity::store
