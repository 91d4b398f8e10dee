#pragma once
// Skriftlig saksbehandling: what those with a seat do within the window, and what happens by itself when it opens and
// ends.
#include "governance/actions/acting.hpp"
#include "platform/json/bounded.hpp"

namespace governance {

struct NewWrittenBallot {
    Choice choice = Choice::in_favour;
    std::optional<AppointmentId> who; ///< None: oneself. For another it takes governance.hold_meeting.
    Prose<500> remark;                ///< How it came, when somebody else records it.
    Prose<4000> dissent;              ///< For the minutes, under one's name.
};
BOOST_DESCRIBE_STRUCT(NewWrittenBallot, (), (choice, who, remark, dissent))

/// On the recommendation; a later answer takes the place of an earlier one. Whoever answers takes their seat with it.
/// Fails with governance.meeting_not_found, meeting_not_open, written_only, written_window_closed, item_not_found,
/// item_already_treated, not_appointed_here, platform.right_missing, what stands in the way of taking a seat
/// (deputy_needs_member: the deputy has not been called), governance.proposal_not_found (the case proposes nothing),
/// impartiality_open, role_conflict_open, blank_not_allowed, and dissent_recorded_already. Appends
/// governance.written_ballot_cast, without the choice and for those inside alone, and governance.dissent_recorded.
Result<void> cast_written_ballot(const Acting&, MeetingId, AgendaItemId, const NewWrittenBallot&);

struct NewMeetingDemand {
    Line<500> reason;
    std::optional<AppointmentId> who; ///< None: oneself.
};
BOOST_DESCRIBE_STRUCT(NewMeetingDemand, (), (reason, who))

/// Nothing more is decided in writing: what is left goes back to wait for a meeting. Fails as cast_written_ballot does
/// and with governance.demand_not_allowed. Appends governance.meeting_demanded and governance.meeting_adjourned.
Result<void> demand_meeting(const Acting&, MeetingId, const NewMeetingDemand&);

/// Opens the window: whoever leads the body leads, and nobody has answered yet. Does nothing before its time and when
/// it is not to be opened. Appends governance.meeting_opened.
Result<void> open_written(const Acting&, MeetingId);
/// Decides one item from the answers that came; does nothing before the window has ended. Fails as decide_vote, settle
/// and case_treated do, and with governance.impartiality_open, role_conflict_open, discussion_under_way: then nothing
/// was decided. Appends governance.vote_held and governance.item_treated.
Result<void> decide_written(const Acting&, MeetingId, AgendaItemId);
/// The item goes back to wait for a meeting; why: code of the error. Appends governance.item_left_undecided.
Result<void> leave_undecided(const Acting&, MeetingId, AgendaItemId, std::string_view why);

} // namespace governance
