#pragma once
// Whom a concern must name to reach an organisation or a county.
#include "governance/store/case_list.hpp"

namespace governance {

/// By name, as one of its kind, or through a network it is a member of. Fails with directory.organisation_not_found.
Result<CaseQuery::Concerned> ways_to_concern(db::Reader&, directory::OrganisationId, Date today);
/// The county with that fylkesnummer, its municipalities and the county's networks. Fails with
/// directory.organisation_not_found.
Result<CaseQuery::Concerned> ways_to_concern_region(db::Reader&, std::string_view county_number, Date today);
/// The filter with its names looked up; none when a name in it is unknown, and so no case fits.
Result<std::optional<CaseQuery>> resolve(db::Reader&, const CaseFilter&, Date today);

} // namespace governance
