#pragma once
// Records what happens in a meeting that is under way. All need governance.hold_meeting for the body and fail with
// governance.meeting_not_open before the meeting is opened and after it is closed.
#include "governance/actions/meetings.hpp"
#include "governance/domain/treatment.hpp"

namespace governance {

struct Movement {
    PresenceKind kind = PresenceKind::arrived;
    AppointmentId who;
    std::optional<AppointmentId> instead_of; ///< Of a deputy: the absent member.
    bool is_remote = false;
    Prose<300> remark; ///< Why an earlier deputy was passed over, or why somebody left.
};
BOOST_DESCRIBE_STRUCT(Movement, (), (kind, who, instead_of, is_remote, remark))

/// Fails as Roll::check_arrival and check_departure do, and with governance.chair_must_hand_over when whoever leads the
/// meeting would leave. Appends governance.member_arrived or governance.member_left.
Result<void> record_movement(const Acting&, MeetingId, const Movement&);

struct HandingOver {
    AppointmentId to;
};
BOOST_DESCRIBE_STRUCT(HandingOver, (), (to))

/// Somebody else leads from now on. Fails with governance.voter_not_appointed, voter_not_present, voter_without_vote.
/// Appends governance.chair_handed_over.
Result<void> hand_over_chair(const Acting&, MeetingId, const HandingOver&);

struct NewProposal {
    ProposalKind kind = ProposalKind::amendment;
    AppointmentId proposed_by;
    std::vector<Line<4000>> points; ///< The whole text as the proposer wants it, point by point.
    Prose<4000> reason;
};
BOOST_DESCRIBE_STRUCT(NewProposal, (), (kind, proposed_by, points, reason))

/// Fails with governance.item_not_found, item_already_treated, proposal_without_points, and when the proposer may not
/// vote here and now. Appends governance.proposal_made.
Result<ProposalId> make_proposal(const Acting&, MeetingId, AgendaItemId, const NewProposal&);

/// Before it is voted on. Fails with governance.proposal_not_found, proposal_is_withdrawn, proposal_voted_on.
/// Appends governance.proposal_withdrawn.
Result<void> withdraw_proposal(const Acting&, MeetingId, AgendaItemId, ProposalId);

struct NewVote {
    ProposalId proposal;
    VoteKind kind = VoteKind::ordinary;
    VoteMethod method = VoteMethod::by_name;
    std::vector<Ballot> ballots;  ///< By name.
    std::optional<int> in_favour; ///< By count; what is left out is none.
    std::optional<int> against;
    std::optional<int> blank;
    std::optional<Choice> casting_vote; ///< When a tie needs it and no ballot shows it.
    std::optional<Choice> lot;          ///< What the lot said, in a tied election.
};
BOOST_DESCRIBE_STRUCT(NewVote, (), (proposal, kind, method, ballots, in_favour, against, blank, casting_vote, lot))

/// Counts and keeps a vote with its decision record. Fails with governance.item_not_found, item_already_treated,
/// proposal_not_found, proposal_is_withdrawn, impartiality_open, role_conflict_open, discussion_under_way, and as
/// decide_vote does. Appends governance.vote_held.
Result<VoteId> hold_vote(const Acting&, MeetingId, AgendaItemId, const NewVote&);

struct ItemInSitting;

/// A vote decided in an item read already, and nothing kept: the checks of hold_vote.
Result<DecidedVote> try_vote(const Acting&, const ItemInSitting&, const NewVote&);
/// As a question of procedure whatever it was called, when the proposal is one.
VoteKind kind_of_vote(const Proposal&, VoteKind called);

struct NewDissent {
    AppointmentId who;
    Line<4000> text;
};
BOOST_DESCRIBE_STRUCT(NewDissent, (), (who, text))

/// From anybody who may vote, as long as the meeting is under way. Fails with governance.item_not_found,
/// dissent_recorded_already, and when the person may not vote here and now. Appends governance.dissent_recorded.
Result<DissentId> record_dissent(const Acting&, MeetingId, AgendaItemId, const NewDissent&);

struct Sitting;
/// The same in a sitting read already, whoever may do so.
Result<DissentId> record_dissent_in(const Acting&, const Sitting&, const AgendaItem&, const NewDissent&);

struct NewOutcome {
    Outcome outcome = Outcome::adopted;
    std::vector<Line<4000>> points;    ///< The text as decided, when amended and another than the proposal's.
    std::optional<BodyId> referred_to; ///< When referred.
    Prose<4000> note;                  ///< What the minutes are to say besides.
};
BOOST_DESCRIBE_STRUCT(NewOutcome, (), (outcome, points, referred_to, note))

/// Ends the treatment of an item; a case goes on along its path. Fails with governance.no_quorum, as settle does, and
/// with what case_treated fails with. Appends governance.item_treated.
Result<void> record_outcome(const Acting&, MeetingId, AgendaItemId, const NewOutcome&);
/// The same for an item already read, whether in a room or in writing.
Result<void> end_treatment(const Acting&, const ItemInSitting&, const NewOutcome&);

} // namespace governance
