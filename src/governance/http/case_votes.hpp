#pragma once
// What the meetings recorded of a case's treatment: number on the agenda, votes, dissents.
#include "governance/views/case_models.hpp"
#include "platform/http/call.hpp"

namespace governance {

/// Fills the treated steps. Points as decided come with the case; what is said behind closed doors, they among it, is
/// left out for those outside until the minutes tell it. Dissents quote what they dissent from, so they are left out
/// where that is shielded.
Result<void> fill_votes(const http::Query&, std::vector<StepView>&, bool with_dissents);

} // namespace governance
