#pragma once
// The page that shows the working of a decision.
#include "governance/views/decision_models.hpp"
#include "platform/http/call.hpp"

namespace governance {

Html decision_page(const http::Call&, const DecisionView&);

} // namespace governance
