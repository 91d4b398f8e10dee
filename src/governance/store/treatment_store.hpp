#pragma once
// What happened in a meeting, as rows. Nothing here is ever changed or removed, a withdrawal excepted.
#include "governance/domain/meeting_record.hpp"
#include "platform/db/database.hpp"

namespace governance {

/// In the order recorded.
Result<std::vector<PresenceEntry>> presence_of(db::Reader&, MeetingId);
Result<void> insert_presence(db::Transaction&, MeetingId, int sequence, const PresenceEntry&);
Result<std::vector<Handover>> handovers_of(db::Reader&, MeetingId);
Result<void> insert_handover(db::Transaction&, MeetingId, int sequence, const Handover&);

/// Of all items of the meeting, by item and position.
Result<std::vector<Proposal>> proposals_of(db::Reader&, MeetingId);
Result<void> insert_proposal(db::Transaction&, const Proposal&);
Result<void> withdraw_proposal(db::Transaction&, ProposalId, Instant now);

/// Of all items of the meeting, by item and position, with their ballots.
Result<std::vector<Vote>> votes_of(db::Reader&, MeetingId);
Result<void> insert_vote(db::Transaction&, const Vote&);

Result<std::vector<Dissent>> dissents_of(db::Reader&, MeetingId);
Result<void> insert_dissent(db::Transaction&, const Dissent&);

} // namespace governance
