#pragma once
// The front door of representation: who is nominated and chosen for the sector's bodies, and who is not heard there.
#include "directory/directory.hpp"
#include "governance/ids.hpp"
#include "platform/http/router.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/services.hpp"
#include "representation/outside.hpp"

#include <map>
#include <vector>

namespace representation {

/// What is outside must outlive the router.
void add_routes(http::Router&, const Outside&);
/// How a body is put together, in short, on its page.
Result<Html> panel_of_body(const http::Query&, const Outside&, governance::BodyId);
/// The seats held today for an organisation, with what is owed for them: a section of its own, or nothing.
Result<Html> seats_of_organisation(const http::Query&, directory::OrganisationId);

/// What representation does in the background, by kind of job.
std::map<std::string, jobs::Handler> job_handlers(const Services&, const Outside&);
/// Comes every hour: reminds each seat once of each report that is overdue.
inline constexpr std::string_view tend_job = "representation.tend";

/// What refers to organisations here and follows them through mergers and splits.
std::vector<directory::Referrer> referrers();

} // namespace representation
