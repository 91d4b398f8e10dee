#pragma once
// What can be done in a meeting while it goes on. Everything fails with governance.meeting_not_found and, before the
// meeting is opened and after it is closed, governance.meeting_not_open.
#include "governance/open_ballots.hpp"
#include "live/domain/ballot.hpp"
#include "live/domain/speaker.hpp"
#include "platform/json/described.hpp"

namespace live {

using governance::InMeeting;

/// --- For whoever may hold the meeting; these also fail with platform.right_missing. ---

struct ItemNow {
    governance::AgendaItemId item;
};
BOOST_DESCRIBE_STRUCT(ItemNow, (), (item))
/// Says what is treated now; those who still asked for the floor in the item before have withdrawn. Fails with
/// governance.item_not_found, item_already_treated, ballot_open. Appends live.item_taken_up.
Result<void> take_up_item(const InMeeting&, governance::AgendaItemId);

/// Fails as check(Limits) does. Appends live.limits_set.
Result<void> set_limits(const InMeeting&, const Limits&);

/// Gives the floor; whoever has it has spoken. Fails with live.speaker_not_found, speaker_step_refused. Appends
/// live.speaker_called.
Result<void> call_speaker(const InMeeting&, SpeakerId);
/// Fails in the same way. Appends live.speaker_ended.
Result<void> end_speech(const InMeeting&, SpeakerId);

struct NewBallot {
    governance::AgendaItemId item;
    governance::ProposalId proposal;
    std::optional<governance::VoteKind> kind; ///< Nothing: an ordinary question, or one of procedure.
};
BOOST_DESCRIBE_STRUCT(NewBallot, (), (item, proposal, kind))
/// Lets the members vote themselves. Fails as governance::open_ballot does. Appends live.ballot_opened.
Result<BallotId> open_members_ballot(const InMeeting&, const NewBallot&);

struct BallotClosing {
    std::optional<governance::Choice> casting_vote; ///< When a tie needs it and no ballot shows it.
    std::optional<governance::Choice> lot;          ///< Drawn in a tied election.
};
BOOST_DESCRIBE_STRUCT(BallotClosing, (), (casting_vote, lot))
/// Decides by the rule engine what was cast; the vote and its decision record are like any other. Fails with
/// live.ballot_not_found, ballot_ended, and as governance::decide_ballot does; the ballot is then still open. Appends
/// live.ballot_closed, after governance.vote_held.
Result<governance::VoteId> close_ballot(const InMeeting&, BallotId, const BallotClosing&);

struct Abandonment {
    Line<300> reason;
};
BOOST_DESCRIBE_STRUCT(Abandonment, (), (reason))
/// Ends it without a decision: what was cast counts for nothing. Fails with live.ballot_not_found, ballot_ended.
/// Appends live.ballot_abandoned.
Result<void> abandon_members_ballot(const InMeeting&, BallotId, const Abandonment&);

/// --- For members themselves. ---

struct FloorWanted {
    SpeakerKind kind = SpeakerKind::speech;
};
BOOST_DESCRIBE_STRUCT(FloorWanted, (), (kind))
/// In the item that is treated now. Fails with live.not_a_member, not_in_the_room, nothing_treated, asked_already.
/// Appends live.floor_asked.
Result<SpeakerId> ask_for_floor(const InMeeting&, const FloorWanted&);
/// By the one who asked, or whoever may hold the meeting. Fails with live.speaker_not_found, speaker_step_refused,
/// platform.right_missing. Appends live.floor_withdrawn.
Result<void> withdraw_from_floor(const InMeeting&, SpeakerId);

struct NewCast {
    governance::Choice choice = governance::Choice::blank;
};
BOOST_DESCRIBE_STRUCT(NewCast, (), (choice))
/// One's own vote. The same vote again does nothing. Fails with live.ballot_not_found, ballot_ended, blank_refused,
/// cast_already, and for those without a vote in the item with live.not_a_member, governance.voter_not_present,
/// voter_without_vote, voter_disqualified. Appends live.vote_cast, which does not say what was voted.
Result<CastOutcome> cast_vote(const InMeeting&, BallotId, const NewCast&);

} // namespace live
