#pragma once
// Leaves the record of a vote behind.
#include "governance/actions/sitting.hpp"
#include "governance/domain/decision_record.hpp"

namespace governance {

/// What the vote was about: a proposal, or whether somebody has a part in the item.
struct Voted {
    VoteId vote;
    std::optional<ProposalId> proposal;
    std::optional<AppointmentId> impartiality_of;
};
/// Writes the record and gives its hash, which goes into the event of the vote.
Result<std::string> keep_record(const Acting&, const Sitting&, const AgendaItem&, const Voted&, const DecidedVote&);

/// Keeps a vote on a proposal with its record, and tells it. Appends governance.vote_held.
Result<VoteId> keep_vote(const Acting&, const ItemInSitting&, const Proposal&, const DecidedVote&);
/// Which round a vote on the proposal would be: what the body let fall for a second round is asked again when it has
/// been talked over. Fails with governance.discussion_under_way.
Result<int> round_of(const Acting&, const ItemInSitting&, const Proposal&);

} // namespace governance
