#pragma once
// The front door of governance: bodies, meetings and cases.
#include "directory/directory.hpp"
#include "governance/case_card.hpp"
#include "governance/ids.hpp"
#include "governance/rights.hpp"
#include "platform/http/router.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/services.hpp"

#include <functional>
#include <map>
#include <string_view>
#include <vector>

namespace governance {

/// What other modules put into the pages of governance, and what it needs from outside.
struct Extensions {
    /// Draws the way to follow something: ("case", id), ("body", id). Nothing where nobody offers it.
    std::function<Result<Html>(const http::Query&, std::string_view kind, std::string_view id)> follow;
    /// Draw a section each on the page of a case, after its decision; or nothing.
    std::vector<std::function<Result<Html>(const http::Query&, CaseId)>> case_panels{};
    /// The same on the page of a body, after its cases.
    std::vector<std::function<Result<Html>(const http::Query&, BodyId)>> body_panels{};
    /// The same on the page of a meeting, beside what it is about.
    std::vector<std::function<Result<Html>(const http::Query&, MeetingId)>> meeting_panels{};
    /// Write one as JSON-LD; the format is offered where somebody does.
    std::function<Result<std::string>(const http::Query&, CaseId)> linked_case{};
    std::function<Result<std::string>(const http::Query&, MeetingId)> linked_meeting{};
    /// Documents wait for the virus scanner before anybody can read them. False when none is configured.
    bool scans_documents = false;
};
void add_routes(http::Router&, Extensions = {});
/// Keeps the profiles of rules that the program brings with it, those that are not there yet.
Result<void> seed_rule_profiles(db::Transaction&, const Services&, Instant now);
/// All texts of the module, the sentences of its events included.
const i18n::Catalogue& catalogue();
/// What refers to organisations here and follows them through mergers and splits.
std::vector<directory::Referrer> referrers();
/// What governance does in the background, by kind of job. clamd says where the virus scanner listens ("host:port" or
/// the path of a socket); empty when there is none.
std::map<std::string, jobs::Handler> job_handlers(const Services&, std::string clamd);

/// --- Cases, as other modules' pages list them. ---

/// Those planned for a meeting from today on, the nearest first.
Result<std::vector<CaseCard>> decided_soon(db::Reader&, Date today, int limit, i18n::Language);
/// The newest first, withdrawn ones left out.
Result<std::vector<CaseCard>> newest_cases(db::Reader&, Date today, int limit, i18n::Language);
/// Noticed or in preparation, and those concerned are asked to say what they mean; the nearest deadline first.
Result<std::vector<CaseCard>> open_for_input(db::Reader&, Date today, int limit, i18n::Language);
/// Not yet final and concerning this organisation, by name, kind or a network it is a member of; the nearest meeting
/// first.
Result<std::vector<CaseCard>> cases_concerning(db::Reader&, directory::OrganisationId, Date today, int limit,
                                               i18n::Language);
/// The journal's events about the case with the proofs that they stand there, and the records of its decisions: a file
/// that `samband verify --offline` needs nothing else for. It holds no text that can be shielded, and of personal data
/// only what is sealed. Fails with governance.case_number_faulty, governance.case_not_found.
Result<std::string> export_case(db::Reader&, const Services&, std::string_view number);
/// Fails with governance.case_not_found.
Result<CaseCard> case_card(db::Reader&, CaseId, Date today, i18n::Language);

} // namespace governance
