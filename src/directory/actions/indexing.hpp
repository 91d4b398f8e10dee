#pragma once
// Puts organisations where people search.
#include "directory/domain/organisation.hpp"

namespace directory {

/// The organisation with all names and numbers it has or had.
Result<void> index_organisation(db::Transaction&, const Organisation&, const std::vector<NameUse>&,
                                const std::vector<NumberUse>&, Instant now);
/// The same, with names and numbers as they stand in the database.
Result<void> index_organisation(db::Transaction&, OrganisationId, Instant now);

} // namespace directory
