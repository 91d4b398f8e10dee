#pragma once
// The front door of governance: bodies, meetings and cases.
#include "governance/case_card.hpp"
#include "governance/ids.hpp"
#include "governance/rights.hpp"
#include "platform/http/router.hpp"
#include "platform/services.hpp"

#include <string_view>
#include <vector>

namespace governance {

void add_routes(http::Router&);
/// All texts of the module, the sentences of its events included.
const i18n::Catalogue& catalogue();

/// --- Cases, as other modules' pages list them. ---

/// Those planned for a meeting from today on, the nearest first.
Result<std::vector<CaseCard>> decided_soon(db::Reader&, Date today, int limit);
/// The newest first, withdrawn ones left out.
Result<std::vector<CaseCard>> newest_cases(db::Reader&, Date today, int limit);
/// Noticed or in preparation, and those concerned are asked to say what they mean; the nearest deadline first.
Result<std::vector<CaseCard>> open_for_input(db::Reader&, Date today, int limit);
/// Not yet final and concerning this organisation, by name, kind or a network it is a member of; the nearest meeting
/// first.
Result<std::vector<CaseCard>> cases_concerning(db::Reader&, std::string_view organisation_id, Date today, int limit);
/// Fails with governance.case_not_found.
Result<CaseCard> case_card(db::Reader&, CaseId, Date today);

} // namespace governance
