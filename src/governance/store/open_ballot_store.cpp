#include "governance/store/open_ballot_store.hpp"

namespace governance {

Result<bool> has_open_ballot(db::Reader& reader, MeetingId meeting) {
    return TRY(reader.find("SELECT 1 FROM governance_open_ballot WHERE meeting_id = $1", {meeting})).has_value();
}

Result<void> insert_open_ballot(db::Transaction& transaction, MeetingId meeting, AgendaItemId item, ProposalId proposal,
                                Instant now) {
    return transaction.enqueue("INSERT INTO governance_open_ballot (meeting_id, item_id, proposal_id, opened_at)"
                               " VALUES ($1, $2, $3, $4)",
                               {meeting, item, proposal, now});
}

Result<void> remove_open_ballot(db::Transaction& transaction, MeetingId meeting) {
    return transaction.enqueue("DELETE FROM governance_open_ballot WHERE meeting_id = $1", {meeting});
}

} // namespace governance
