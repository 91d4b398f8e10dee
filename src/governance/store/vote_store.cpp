#include "governance/store/treatment_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>

namespace governance {

static Vote vote_of(const db::Row& row) {
    Vote vote;
    vote.id = row.id<VoteId>(0);
    vote.item_id = row.id<AgendaItemId>(1);
    vote.proposal_id = row.id<ProposalId>(2);
    vote.position = static_cast<int>(row.number(3));
    auto& counted = vote.counted;
    counted.kind = *json::enumerator_of<VoteKind>(row.text(4));
    counted.method = *json::enumerator_of<VoteMethod>(row.text(5));
    counted.tally.in_favour = static_cast<int>(row.number(6));
    counted.tally.against = static_cast<int>(row.number(7));
    counted.tally.blank = static_cast<int>(row.number(8));
    counted.seats = static_cast<int>(row.number(9));
    counted.voters_present = static_cast<int>(row.number(10));
    counted.quorum_needed = static_cast<int>(row.number(11));
    counted.majority = *json::enumerator_of<Majority>(row.text(12));
    if (!row.is_null(13)) counted.casting_vote = json::enumerator_of<Choice>(row.text(13));
    if (!row.is_null(14)) counted.casting_by = row.id<AppointmentId>(14);
    counted.result = *json::enumerator_of<VoteResult>(row.text(15));
    vote.rules_number = static_cast<int>(row.number(16));
    vote.at = row.instant(17);
    vote.has_record = row.number(18) > 0;
    return vote;
}

Result<std::vector<Vote>> votes_of(db::Reader& reader, MeetingId meeting) {
    const auto rows = TRY(reader.query(
        "SELECT v.id, v.item_id, v.proposal_id, v.position, v.kind, v.method, v.in_favour, v.against, v.blank, "
        "v.seats, v.voters_present, v.quorum_needed, v.majority, v.casting_vote, v.casting_by, v.result, "
        "v.rules_number, v.at, (SELECT COUNT(*) FROM governance_decision_record r WHERE r.vote_id = v.id) "
        "FROM governance_vote v JOIN governance_agenda_item i ON i.id = v.item_id "
        "WHERE i.meeting_id = $1 ORDER BY i.position, v.position",
        {meeting}));
    std::vector<Vote> votes;
    for (const auto& row : rows)
        votes.push_back(vote_of(row));
    const auto ballots = TRY(reader.query(
        "SELECT b.vote_id, b.appointment_id, b.seat_id, b.choice FROM governance_ballot b JOIN governance_vote v ON "
        "v.id = b.vote_id JOIN governance_agenda_item i ON i.id = v.item_id WHERE i.meeting_id = $1 "
        "ORDER BY b.vote_id, b.position",
        {meeting}));
    for (const auto& row : ballots) {
        const auto vote = std::ranges::find(votes, row.id<VoteId>(0), &Vote::id);
        if (vote == votes.end()) continue;
        vote->counted.ballots.push_back(
            {{row.id<AppointmentId>(1), row.id<AppointmentId>(2)}, *json::enumerator_of<Choice>(row.text(3))});
    }
    return votes;
}

Result<void> insert_vote(db::Transaction& transaction, const Vote& vote) {
    const auto& counted = vote.counted;
    const auto casting =
        counted.casting_vote ? std::optional{std::string{json::name_of(*counted.casting_vote)}} : std::nullopt;
    TRY(transaction.enqueue(
        "INSERT INTO governance_vote (id, item_id, proposal_id, position, kind, method, in_favour, against, blank, "
        "seats, voters_present, quorum_needed, majority, casting_vote, casting_by, result, rules_number, at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        {vote.id, vote.item_id, vote.proposal_id, vote.position, json::name_of(counted.kind),
         json::name_of(counted.method), counted.tally.in_favour, counted.tally.against, counted.tally.blank,
         counted.seats, counted.voters_present, counted.quorum_needed, json::name_of(counted.majority), casting,
         counted.casting_by, json::name_of(counted.result), vote.rules_number, vote.at}));
    int position = 0;
    for (const auto& ballot : counted.ballots) {
        TRY(transaction.enqueue(
            "INSERT INTO governance_ballot (vote_id, appointment_id, seat_id, position, choice) "
            "VALUES ($1, $2, $3, $4, $5)",
            {vote.id, ballot.voter.who, ballot.voter.seat, ++position, json::name_of(ballot.choice)}));
    }
    return {};
}

} // namespace governance
