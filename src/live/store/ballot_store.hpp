#pragma once
// Ballots, who may vote in them, and what was cast, as rows.
#include "live/domain/ballot.hpp"
#include "platform/db/database.hpp"

namespace live::store {

/// Fails with live.ballot_not_found, also when it is of another meeting.
Result<Ballot> ballot(db::Reader&, governance::MeetingId, BallotId);
/// The one that is open in the meeting, or nothing.
Result<std::optional<Ballot>> open_ballot_of(db::Reader&, governance::MeetingId);
Result<void> insert(db::Transaction&, const Ballot&, const std::vector<governance::AbleVoter>&);
Result<void> end(db::Transaction&, const Ballot&);

/// A voter, and what they have cast so far.
struct VoterRow {
    governance::AppointmentId appointment;
    std::optional<governance::Choice> choice;
};
/// Nothing when the person is not among the voters.
Result<std::optional<VoterRow>> voter(db::Reader&, BallotId, std::string_view person);
/// All of them, by appointment.
Result<std::vector<VoterRow>> voters(db::Reader&, BallotId);
struct Turnout {
    int voters = 0, cast = 0;
};
Result<Turnout> turnout(db::Reader&, BallotId);
Result<void> keep_cast(db::Transaction&, BallotId, governance::AppointmentId, governance::Choice, Instant now);

} // namespace live::store
