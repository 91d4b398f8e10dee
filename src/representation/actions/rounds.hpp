#pragma once
// A round of nominations from its opening to the choice.
#include "representation/actions/acting.hpp"
#include "representation/actions/requests.hpp"

namespace representation {

/// Needs representation.choose for the body. Fails with platform.request_faulty: governance.body_not_found,
/// round_period_faulty, platform.number_out_of_range (seats), platform.empty.
Result<Round> open_round(const Acting&, const NewRound&, bool is_invented = false);

/// Nominates somebody on behalf of the organisation one acts for; needs representation.nominate for it. Fails with
/// representation.round_not_found, round_closed, nobody_behind, and platform.request_faulty with all of
/// consent_missing, workplace_faulty, person_unknown, nominated_already.
Result<Candidate> nominate(const Acting&, std::string_view round, const NewCandidate&);

/// By whoever nominated, or the body's secretariat, until the choice is made. Everything said of the person is erased.
/// Fails with representation.candidate_not_found, candidate_withdrawn, round_filled.
Result<void> withdraw_candidate(const Acting&, std::string_view round, CandidateId);

/// Chooses and appoints, in one: each chosen becomes a member of the body through governance's own action. Needs
/// representation.choose and governance.appoint_members for the body. Fails with representation.round_still_open,
/// round_filled, stale_version, what appointing fails with, and platform.request_faulty with all of nobody_chosen,
/// too_many_chosen, candidate_not_found, candidate_withdrawn, outside_reason_missing (somebody whom no network
/// nominated), gap_unacknowledged (the body as it would be lacks something, and nothing is said of it).
Result<Round> choose(const Acting&, std::string_view round, const Choice&, std::optional<std::int64_t> version = {});

} // namespace representation
