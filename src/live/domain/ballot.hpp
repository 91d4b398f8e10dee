#pragma once
// A vote that the members cast themselves.
#include "governance/open_ballots.hpp"
#include "live/ids.hpp"
#include "platform/clock.hpp"

namespace live {

/// open ──close──▶ closed, with the vote it became     open ──abandon──▶ abandoned, and what was cast counts for
/// nothing
enum class BallotState : std::uint8_t { open, closed, abandoned };
BOOST_DESCRIBE_ENUM(BallotState, open, closed, abandoned)

struct Ballot {
    BallotId id;
    governance::MeetingId meeting;
    governance::Voting voting;
    bool may_change = true; ///< Whoever has cast may cast another vote until the ballot is closed.
    bool may_be_blank = true;
    BallotState state = BallotState::open;
    Instant opened_at;
    std::optional<Instant> ended_at;
    std::optional<governance::VoteId> vote;
    std::string reason; ///< Why it was abandoned.
};

/// What a cast vote comes to, by what was cast before. Fails with live.ballot_ended, live.blank_refused, and
/// live.cast_already when another vote was cast and may not be changed.
enum class CastOutcome : std::uint8_t { cast, changed, repeated };
Result<CastOutcome> cast_outcome(const Ballot&, std::optional<governance::Choice> before, governance::Choice now);

} // namespace live
