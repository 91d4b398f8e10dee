#pragma once
// The front door of archive: what leaves the program in the formats of archives and of public journals.
#include "archive/noark.hpp"
#include "governance/governance.hpp"

namespace archive {

/// All texts of the module, the sentences of its events included.
const i18n::Catalogue& catalogue();
/// The services must outlive the routes.
void add_routes(http::Router&, const Services&);
/// For the page of a case: where it is in formats of others.
Result<Html> formats_of_case(const http::Query&, governance::CaseId);

} // namespace archive
