#pragma once
// The front door of hearings: asking chosen parts of the sector, and measuring how well a matter is anchored.
#include "directory/directory.hpp"
#include "governance/ids.hpp"
#include "hearings/ids.hpp"
#include "hearings/rights.hpp"
#include "platform/http/router.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/services.hpp"

#include <functional>
#include <map>

namespace hearings {

/// Whether files beside answers wait for the virus scanner. False when none is configured.
struct Outside {
    bool scans_files = false;
};
/// The pages and addresses of hearings. The services must outlive the router: the first time somebody who acts for an
/// addressed organisation reads a hearing, that is kept.
void add_routes(http::Router&, const Services&, Outside = {});
/// All texts of the module, the sentences of its events included.
const i18n::Catalogue& catalogue();

/// A section on the page of a case: its hearings and how well it is anchored; nothing when nobody was asked. Whoever
/// reads it for an organisation has opened the matter, which is kept.
Result<Html> panel_of_case(const http::Query&, const Services&, governance::CaseId);
/// A section on the page of a case: what expert bodies were asked to assess before another body takes it up.
Result<Html> assessments_of_case(const http::Query&, governance::CaseId);
/// A section on the page of a case: the debate booklets that it follows from; nothing when there are none.
Result<Html> booklets_of_case(const http::Query&, governance::CaseId);
/// A section on the page of a body: the lead time of its cases, and how anchoring goes over its hearings; nothing
/// before there is any.
Result<Html> panel_of_body(const http::Query&, governance::BodyId);
/// "What concerns you now" on the page of an organisation: what closes this week, what it has not opened or answered,
/// and of a network the members that are silent.
Result<Html> concerns_of_organisation(const http::Query&, directory::OrganisationId);

/// What refers to organisations here and follows them through mergers and splits. The services must outlive it.
std::vector<directory::Referrer> referrers(const Services&);
/// Keeps how well a case was anchored each time a body has treated it.
journal::Consumer decision_consumer();

/// One that an event is for, whether it follows anything or not: an organisation that is asked, or a network that may
/// answer for it.
struct Addressed {
    directory::OrganisationId organisation;
    std::string title, path;         ///< The page of the hearing.
    std::vector<std::string> people; ///< The ids of those who may answer for it.
};
/// Whom to tell that a hearing was planned, extended, withdrawn or given more documents, or that they have not
/// answered yet. Only those that somebody can act for; nobody for other events.
Result<std::vector<Addressed>> addressed_by(db::Reader&, const journal::StoredEvent&);

/// The ids of the organisations that were sent a notice of an event, by the event's place in the journal.
using Told = std::function<Result<std::vector<std::string>>(db::Reader&, std::int64_t sequence)>;
/// The kind of the job that looks after hearings that are not over: who is reached by now, whom to remind. It comes
/// again every hour.
inline constexpr std::string_view tend_job = "hearings.tend";
/// clamd says where the virus scanner listens; empty when there is none.
std::map<std::string, jobs::Handler> job_handlers(const Services&, Told, std::string clamd = {});

} // namespace hearings
