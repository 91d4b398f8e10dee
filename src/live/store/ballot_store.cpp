#include "live/store/ballot_store.hpp"

#include "live/domain/errors.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace live::store {

static constexpr std::string_view ballot_columns = "id, meeting_id, item_id, proposal_id, kind, may_change, "
                                                   "may_be_blank, state, opened_at, ended_at, vote_id, reason";

static Ballot ballot_of(const db::Row& row) {
    Ballot found;
    found.id = row.id<BallotId>(0);
    found.meeting = row.id<governance::MeetingId>(1);
    found.voting.item = row.id<governance::AgendaItemId>(2);
    found.voting.proposal = row.id<governance::ProposalId>(3);
    found.voting.kind = *json::enumerator_of<governance::VoteKind>(row.text(4));
    found.may_change = row.flag(5);
    found.may_be_blank = row.flag(6);
    found.state = *json::enumerator_of<BallotState>(row.text(7));
    found.opened_at = row.instant(8);
    found.ended_at = row.maybe_instant(9);
    if (!row.is_null(10)) found.vote = row.id<governance::VoteId>(10);
    found.reason = row.text(11);
    return found;
}

static std::optional<governance::Choice> choice_in(const db::Row& row, std::size_t column) {
    if (row.is_null(column)) return std::nullopt;
    return json::enumerator_of<governance::Choice>(row.text(column));
}

Result<Ballot> ballot(db::Reader& reader, governance::MeetingId meeting, BallotId id) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT {} FROM live_ballot WHERE id = $1 AND meeting_id = $2", ballot_columns), {id, meeting}));
    if (!row) return ballot_not_found.error();
    return ballot_of(*row);
}

Result<std::optional<Ballot>> open_ballot_of(db::Reader& reader, governance::MeetingId meeting) {
    const auto row = TRY(reader.find(
        fmt::format("SELECT {} FROM live_ballot WHERE meeting_id = $1 AND state = 'open'", ballot_columns), {meeting}));
    if (!row) return std::optional<Ballot>{};
    return std::optional{ballot_of(*row)};
}

Result<void> insert(db::Transaction& transaction, const Ballot& ballot,
                    const std::vector<governance::AbleVoter>& voters) {
    TRY(transaction.enqueue(
        fmt::format("INSERT INTO live_ballot ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                    ballot_columns),
        {ballot.id, ballot.meeting, ballot.voting.item, ballot.voting.proposal, json::name_of(ballot.voting.kind),
         ballot.may_change, ballot.may_be_blank, json::name_of(ballot.state), ballot.opened_at, ballot.ended_at,
         ballot.vote, ballot.reason}));
    for (const auto& voter : voters) {
        TRY(transaction.enqueue("INSERT INTO live_voter (ballot_id, appointment_id, person_id) VALUES ($1, $2, $3)",
                                {ballot.id, voter.appointment, voter.person}));
    }
    return {};
}

Result<void> end(db::Transaction& transaction, const Ballot& ballot) {
    return transaction.enqueue(
        "UPDATE live_ballot SET state = $2, ended_at = $3, vote_id = $4, reason = $5 WHERE id = $1",
        {ballot.id, json::name_of(ballot.state), ballot.ended_at, ballot.vote, ballot.reason});
}

Result<std::optional<VoterRow>> voter(db::Reader& reader, BallotId ballot, std::string_view person) {
    const auto row = TRY(reader.find(
        "SELECT v.appointment_id, c.choice FROM live_voter v LEFT JOIN live_cast c ON c.ballot_id = v.ballot_id "
        "AND c.appointment_id = v.appointment_id WHERE v.ballot_id = $1 AND v.person_id = $2 ORDER BY 1",
        {ballot, person}));
    if (!row) return std::optional<VoterRow>{};
    return std::optional{VoterRow{row->id<governance::AppointmentId>(0), choice_in(*row, 1)}};
}

Result<std::vector<VoterRow>> voters(db::Reader& reader, BallotId ballot) {
    std::vector<VoterRow> found;
    for (const auto& row : TRY(reader.query(
             "SELECT v.appointment_id, c.choice FROM live_voter v LEFT JOIN live_cast c ON c.ballot_id = v.ballot_id "
             "AND c.appointment_id = v.appointment_id WHERE v.ballot_id = $1 ORDER BY v.appointment_id",
             {ballot}))) {
        found.push_back({row.id<governance::AppointmentId>(0), choice_in(row, 1)});
    }
    return found;
}

Result<Turnout> turnout(db::Reader& reader, BallotId ballot) {
    const auto row = TRY(reader.find("SELECT (SELECT COUNT(*) FROM live_voter WHERE ballot_id = $1), "
                                     "(SELECT COUNT(*) FROM live_cast WHERE ballot_id = $1)",
                                     {ballot}));
    return Turnout{static_cast<int>(row->number(0)), static_cast<int>(row->number(1))};
}

Result<void> keep_cast(db::Transaction& transaction, BallotId ballot, governance::AppointmentId who,
                       governance::Choice choice, Instant now) {
    return transaction.enqueue(
        "INSERT INTO live_cast (ballot_id, appointment_id, choice, cast_at) VALUES ($1, $2, $3, $4) "
        "ON CONFLICT (ballot_id, appointment_id) DO UPDATE SET choice = excluded.choice, cast_at = excluded.cast_at",
        {ballot, who, json::name_of(choice), now});
}

} // namespace live::store
