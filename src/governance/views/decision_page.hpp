#pragma once
// The page that shows the working of a decision.
#include "governance/views/decision_models.hpp"
#include "platform/http/call.hpp"

namespace governance {

Html decision_page(const http::Call&, const DecisionView&);
Html decision_list_page(const http::Call&, const DecisionListView&);
/// "Hovedstyret, sak 4/2026: vedtatt, 7 for, 2 mot"
std::string decision_in_words(const http::Call&, const DecisionRow&);

} // namespace governance
