#pragma once
// From the stores to the view models of organisations.
#include "directory/domain/organisation.hpp"
#include "directory/views/models.hpp"
#include "platform/http/call.hpp"

namespace directory {

/// The names of counties by number, in the language of the page.
using CountyNames = std::map<std::string, std::string, std::less<>>;
Result<CountyNames> county_names(const http::Query&);

OrganisationRow row_of(const http::Call&, const Organisation&, const CountyNames&);
std::vector<OrganisationRow> rows_of(const http::Call&, const std::vector<Organisation>&, const CountyNames&);

/// One page of those that the filter lets through, or all of them: by name, or best hit first when words are given.
/// Fails with directory.organisation_not_found when the network is unknown.
Result<OrganisationListView> read_organisations(const http::Query&, const OrganisationFilter&, bool all_pages);
Result<OrganisationView> read_organisation(const http::Query&, const Organisation&);
/// Whose number, slug, organisation number or id stands in the path as {key}.
Result<Organisation> organisation_asked(const http::Query&);

} // namespace directory
