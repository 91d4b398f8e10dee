#pragma once
// From a decision record to what pages and JSON say of it, for the one who asks.
#include "governance/views/decision_models.hpp"
#include "platform/http/call.hpp"

namespace governance {

/// The record in the address. What a body that is not open decided is for those who may see its meetings. Fails with
/// governance.decision_not_found.
Result<DecisionView> read_decision(const http::Query&);

} // namespace governance
