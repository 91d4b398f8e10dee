#pragma once
// How what belongs to an organisation goes over to those that follow it.
#include "directory/domain/reform.hpp"

namespace directory {

/// How much would move: memberships, roles, and what each referrer counts. Nothing that is zero.
Result<std::vector<Moved>> count_inheritance(db::Reader&, OrganisationId from, Date on, const std::vector<Referrer>&);

/// Ends each on the day and begins it anew with the successors (memberships: all of them; all else: the heir, who
/// stands first). Gives what was moved.
Result<std::vector<Moved>> move_inheritance(db::Transaction&, const Doer&, OrganisationId from,
                                            const std::vector<OrganisationId>& successors, Date on,
                                            const std::vector<Referrer>&);

} // namespace directory
