#pragma once
// Changes what an organisation is called and reached by, keeping what was.
#include "directory/directory.hpp"

namespace directory {

struct OrganisationChange {
    std::string name, name_nn, name_se, name_en; ///< The Norwegian one is required; empty others are taken away.
    std::string homepage, organisation_number;
    std::string number;       ///< kommunenummer or fylkesnummer; the old one leads here from then on.
    Date from;                ///< First day of new names.
    std::int64_t version = 0; ///< That the change was made from.
};

/// A changed name begins on the day, and the old one ends there. Fails with directory.organisation_not_found,
/// directory.organisation_stale, directory.name_missing, directory.homepage_faulty,
/// directory.organisation_number_faulty, directory.organisation_number_taken, directory.municipality_number_faulty,
/// directory.number_taken.
Result<void> change_organisation(db::Transaction&, const Doer&, OrganisationId, const OrganisationChange&);

} // namespace directory
