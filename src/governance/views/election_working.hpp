#pragma once
// The working of an election in plain words, step by step.
#include "governance/views/decision_models.hpp"
#include "governance/views/election_pages.hpp"

namespace governance {

/// What follows after who could vote and how many did: one list entry for each step.
std::vector<Html> election_working(const http::Call&, const DecisionView&);
/// Name of the option, or its number while the name is shielded.
std::string option_in_words(const http::Call&, const DecisionElectionView&, int option);

} // namespace governance
