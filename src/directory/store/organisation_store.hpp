#pragma once
// Rows of directory_organisation.
#include "directory/domain/organisation.hpp"

namespace directory::store {

Result<void> insert(db::Transaction&, const Organisation&);
/// Writes all of it and raises the version. Fails with directory.organisation_stale when the version is not the newest.
Result<void> update(db::Transaction&, const Organisation&);

/// Fails with directory.organisation_not_found, as the next two do.
Result<Organisation> organisation(db::Reader&, OrganisationId);
/// By id, slug, organisation number, or a number that it has or had: the one that still holds the number goes first.
Result<Organisation> organisation_by_key(db::Reader&, std::string_view key);
Result<Organisation> municipality_with_number(db::Reader&, std::string_view number, Date on);

/// In the order of the ids; unknown ones are left out.
Result<std::vector<Organisation>> organisations(db::Reader&, const std::vector<OrganisationId>&);
Result<std::vector<Organisation>> all_organisations(db::Reader&);
/// Those that exist on the day, by number.
Result<std::vector<Organisation>> municipalities(db::Reader&, Date on);
Result<std::vector<Organisation>> municipalities_of_county(db::Reader&, std::string_view county_number, Date on);
/// Those that hold a county number on the day, Oslo among them, by that number.
Result<std::vector<Organisation>> counties(db::Reader&, Date on);
Result<std::vector<Organisation>> of_kind(db::Reader&, OrganisationKind, Date on);
Result<std::vector<Organisation>> members(db::Reader&, OrganisationId network, Date on);
Result<std::vector<Organisation>> networks(db::Reader&, OrganisationId member, Date on);

Result<std::int64_t> count_organisations(db::Reader&);
Result<bool> is_slug_taken(db::Reader&, std::string_view slug);
Result<bool> is_organisation_number_taken(db::Reader&, std::string_view organisation_number);

} // namespace directory::store
