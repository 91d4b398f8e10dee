#pragma once
#include "dispatch/actions/settle.hpp"

namespace dispatch {

/// Sends a dispatch on its way by the first channel that can take it, behind the one given: a receiver of the
/// organisation, the recipient's mailbox, paper. lead: what happened before, in the same step.
Result<void> route_onwards(const Settling&, Dispatch, Channel behind, std::vector<Happening> lead);

} // namespace dispatch
