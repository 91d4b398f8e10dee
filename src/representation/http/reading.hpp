#pragma once
// From the tables to what is shown.
#include "governance/lookups.hpp"
#include "platform/http/call.hpp"
#include "representation/domain/round.hpp"
#include "representation/outside.hpp"
#include "representation/views/models.hpp"

namespace representation {

Result<RoundListView> read_rounds(const http::Query&, std::optional<governance::BodyId> = {});
/// Fails with representation.round_not_found.
Result<RoundView> read_round(const http::Query&, std::string_view number);
/// The body now, and with those picked on the first day of the appointments.
Result<ChoiceView> read_choice(const http::Query&, const Outside&, std::string_view number,
                               const std::vector<CandidateId>& picked);
Result<CompositionView> read_composition(const http::Query&, const Outside&, const governance::BodyCard&, Date,
                                         const std::vector<Candidate>& added = {});

/// The gaps in the words of a page.
Result<std::vector<GapView>> in_words(const http::Query&, const std::vector<Gap>&, Date);

} // namespace representation
