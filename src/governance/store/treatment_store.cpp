#include "governance/store/treatment_store.hpp"

#include "platform/json/described_members.hpp"

#include <algorithm>

namespace governance {

Result<std::vector<PresenceEntry>> presence_of(db::Reader& reader, MeetingId meeting) {
    const auto rows = TRY(reader.query("SELECT at, kind, appointment_id, instead_of, is_remote, remark FROM "
                                       "governance_presence WHERE meeting_id = $1 ORDER BY sequence",
                                       {meeting}));
    std::vector<PresenceEntry> log;
    for (const auto& row : rows) {
        PresenceEntry entry{
            row.instant(0), *json::enumerator_of<PresenceKind>(row.text(1)), row.id<AppointmentId>(2), {}, row.flag(4),
            row.text(5)};
        if (!row.is_null(3)) entry.instead_of = row.id<AppointmentId>(3);
        log.push_back(std::move(entry));
    }
    return log;
}

Result<void> insert_presence(db::Transaction& transaction, MeetingId meeting, int sequence,
                             const PresenceEntry& entry) {
    return transaction.enqueue("INSERT INTO governance_presence (meeting_id, sequence, at, kind, appointment_id, "
                               "instead_of, is_remote, remark) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                               {meeting, sequence, entry.at, json::name_of(entry.kind), entry.who, entry.instead_of,
                                entry.is_remote, entry.remark});
}

Result<std::vector<Handover>> handovers_of(db::Reader& reader, MeetingId meeting) {
    const auto rows = TRY(reader.query(
        "SELECT appointment_id, at FROM governance_handover WHERE meeting_id = $1 ORDER BY sequence", {meeting}));
    std::vector<Handover> found;
    for (const auto& row : rows)
        found.push_back({row.id<AppointmentId>(0), row.instant(1)});
    return found;
}

Result<void> insert_handover(db::Transaction& transaction, MeetingId meeting, int sequence, const Handover& handover) {
    return transaction.enqueue(
        "INSERT INTO governance_handover (meeting_id, sequence, at, appointment_id) VALUES ($1, $2, $3, $4)",
        {meeting, sequence, handover.at, handover.to});
}

Result<std::vector<Proposal>> proposals_of(db::Reader& reader, MeetingId meeting) {
    const auto rows = TRY(
        reader.query("SELECT p.id, p.item_id, p.position, p.kind, p.proposed_by, p.reason, p.at, p.withdrawn_at FROM "
                     "governance_proposal p JOIN governance_agenda_item i ON i.id = p.item_id WHERE i.meeting_id = $1 "
                     "ORDER BY i.position, p.position",
                     {meeting}));
    std::vector<Proposal> found;
    for (const auto& row : rows) {
        Proposal proposal;
        proposal.id = row.id<ProposalId>(0);
        proposal.item_id = row.id<AgendaItemId>(1);
        proposal.position = static_cast<int>(row.number(2));
        proposal.kind = *json::enumerator_of<ProposalKind>(row.text(3));
        if (!row.is_null(4)) proposal.proposed_by = row.id<AppointmentId>(4);
        proposal.reason = row.text(5);
        proposal.at = row.instant(6);
        proposal.withdrawn_at = row.maybe_instant(7);
        found.push_back(std::move(proposal));
    }
    const auto points = TRY(reader.query(
        "SELECT t.proposal_id, t.text FROM governance_proposal_point t JOIN governance_proposal p ON p.id = "
        "t.proposal_id JOIN governance_agenda_item i ON i.id = p.item_id WHERE i.meeting_id = $1 ORDER BY t.number",
        {meeting}));
    for (const auto& row : points) {
        const auto proposal = std::ranges::find(found, row.id<ProposalId>(0), &Proposal::id);
        if (proposal != found.end()) proposal->points.push_back(row.text(1));
    }
    return found;
}

Result<void> insert_proposal(db::Transaction& transaction, const Proposal& proposal) {
    TRY(transaction.enqueue("INSERT INTO governance_proposal (id, item_id, position, kind, proposed_by, reason, at) "
                            "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                            {proposal.id, proposal.item_id, proposal.position, json::name_of(proposal.kind),
                             proposal.proposed_by, proposal.reason, proposal.at}));
    int number = 0;
    for (const auto& point : proposal.points) {
        TRY(transaction.enqueue("INSERT INTO governance_proposal_point (proposal_id, number, text) VALUES ($1, $2, $3)",
                                {proposal.id, ++number, point}));
    }
    return {};
}

Result<void> withdraw_proposal(db::Transaction& transaction, ProposalId id, Instant now) {
    return transaction.enqueue("UPDATE governance_proposal SET withdrawn_at = $1 WHERE id = $2", {now, id});
}

Result<std::vector<Dissent>> dissents_of(db::Reader& reader, MeetingId meeting) {
    const auto rows = TRY(reader.query("SELECT d.id, d.item_id, d.appointment_id, d.text, d.at FROM "
                                       "governance_dissent d JOIN governance_agenda_item i ON i.id = d.item_id WHERE "
                                       "i.meeting_id = $1 ORDER BY i.position, d.at, d.id",
                                       {meeting}));
    std::vector<Dissent> found;
    for (const auto& row : rows) {
        found.push_back(
            {row.id<DissentId>(0), row.id<AgendaItemId>(1), row.id<AppointmentId>(2), row.text(3), row.instant(4)});
    }
    return found;
}

Result<void> insert_dissent(db::Transaction& transaction, const Dissent& dissent) {
    return transaction.enqueue(
        "INSERT INTO governance_dissent (id, item_id, appointment_id, text, at) VALUES ($1, $2, $3, $4, $5)",
        {dissent.id, dissent.item_id, dissent.who, dissent.text, dissent.at});
}

} // namespace governance
