#include "live/actions/running.hpp"
#include "live/domain/errors.hpp"
#include "live/store/ballot_store.hpp"
#include "live/store/room_store.hpp"
#include "platform/json/described_members.hpp"

namespace live {

Result<BallotId> open_members_ballot(const InMeeting& in, const NewBallot& wanted) {
    Ballot ballot;
    ballot.voting = {wanted.item, wanted.proposal, wanted.kind.value_or(governance::VoteKind::ordinary)};
    const auto opened = TRY(governance::open_ballot(in, ballot.voting));
    auto room = TRY(store::room_of(in.transaction, in.meeting));
    ballot.id = BallotId::make(in.now, in.services.random);
    ballot.meeting = in.meeting;
    ballot.voting.kind = opened.kind;
    ballot.may_change = room.limits.ballots_may_change;
    ballot.may_be_blank = opened.may_be_blank;
    ballot.opened_at = in.now;
    TRY(store::insert(in.transaction, ballot, opened.voters));
    if (room.current_item != wanted.item) {
        room.current_item = wanted.item;
        room.current_since = in.now;
        TRY(store::keep_room(in.transaction, in.meeting, room, in.now));
    }
    journal::Body facts;
    facts.number("voters", std::ssize(opened.voters)).flag("mayChange", ballot.may_change);
    TRY(governance::tell_of_meeting(in, "live.ballot_opened", std::move(facts), {{"ballot", ballot.id.to_string()}}));
    return ballot.id;
}

/// Still open; the state is told when it is not.
static Result<Ballot> open_one(const InMeeting& in, BallotId id) {
    auto ballot = TRY(store::ballot(in.transaction, in.meeting, id));
    if (ballot.state == BallotState::open) return ballot;
    return ballot_ended.error({{"state", std::string{json::name_of(ballot.state)}}});
}

/// Why somebody has no vote in the ballot: they are no member, or the rules of the room say so.
static Error why_no_vote(const InMeeting& in, const Ballot& ballot) {
    const auto person = directory::PersonId::parse(in.principal.id);
    if (!person) return not_a_member.error();
    const auto allowed = governance::require_vote(in, ballot.voting.item, *person);
    if (!allowed && allowed.error().code != "governance.not_appointed_here") return allowed.error();
    return not_a_member.error();
}

Result<CastOutcome> cast_vote(const InMeeting& in, BallotId id, const NewCast& wanted) {
    const auto ballot = TRY(store::ballot(in.transaction, in.meeting, id));
    const auto voter = TRY(store::voter(in.transaction, id, in.principal.id));
    if (!voter && ballot.state == BallotState::open) return why_no_vote(in, ballot);
    const auto outcome =
        TRY(cast_outcome(ballot, voter ? voter->choice : std::optional<governance::Choice>{}, wanted.choice));
    if (outcome == CastOutcome::repeated) return outcome;
    TRY(store::keep_cast(in.transaction, id, voter->appointment, wanted.choice, in.now));
    journal::Body facts;
    facts.flag("changed", outcome == CastOutcome::changed);
    // Of the ballot and not of the meeting: four hundred votes are no news for those who follow the meeting.
    TRY(governance::tell_of_body(in, "live.vote_cast", std::move(facts),
                                 {{"ballot", id.to_string()}, {"voting", in.meeting.to_string()}}));
    return outcome;
}

Result<governance::VoteId> close_ballot(const InMeeting& in, BallotId id, const BallotClosing& wanted) {
    auto ballot = TRY(open_one(in, id));
    std::vector<governance::CastBallot> cast;
    for (const auto& voter : TRY(store::voters(in.transaction, id))) {
        if (voter.choice) cast.push_back({voter.appointment, *voter.choice});
    }
    const auto vote = TRY(governance::decide_ballot(in, ballot.voting, cast, {wanted.casting_vote, wanted.lot}));
    ballot.state = BallotState::closed;
    ballot.ended_at = in.now;
    ballot.vote = vote;
    TRY(store::end(in.transaction, ballot));
    journal::Body facts;
    facts.number("cast", std::ssize(cast));
    TRY(governance::tell_of_meeting(in, "live.ballot_closed", std::move(facts),
                                    {{"ballot", id.to_string()}, {"vote", vote.to_string()}}));
    return vote;
}

Result<void> abandon_members_ballot(const InMeeting& in, BallotId id, const Abandonment& wanted) {
    auto ballot = TRY(open_one(in, id));
    TRY(governance::abandon_ballot(in));
    ballot.state = BallotState::abandoned;
    ballot.ended_at = in.now;
    ballot.reason = wanted.reason;
    TRY(store::end(in.transaction, ballot));
    journal::Body facts;
    facts.text("reason", ballot.reason);
    return governance::tell_of_meeting(in, "live.ballot_abandoned", std::move(facts), {{"ballot", id.to_string()}});
}

} // namespace live
