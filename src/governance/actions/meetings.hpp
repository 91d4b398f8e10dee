#pragma once
// Calls meetings and carries them from plan to end. All need governance.hold_meeting for the body. Those that change
// a meeting take the version it was read in, and fail with governance.stale_version when it is not the newest.
#include "governance/actions/acting.hpp"
#include "platform/json/bounded.hpp"

namespace governance {

using ExpectedVersion = std::optional<std::int64_t>;

struct NewMeeting {
    BodyId body;
    Instant starts_at;
    Instant ends_at; ///< As planned.
    Line<200> place; ///< A town, a house, or "Teams".
    Prose<500> remote_url;
};
BOOST_DESCRIBE_STRUCT(NewMeeting, (), (body, starts_at, ends_at, place, remote_url))

/// Fails with governance.body_not_found, meeting_time_faulty, meeting_in_the_past, remote_url_faulty.
/// Appends governance.meeting_planned.
Result<MeetingId> plan_meeting(const Acting&, const NewMeeting&, bool is_invented = false);

struct MeetingMove {
    Instant starts_at;
    Instant ends_at;
    Line<200> place;
    Prose<500> remote_url;
};
BOOST_DESCRIBE_STRUCT(MeetingMove, (), (starts_at, ends_at, place, remote_url))

/// Cases on the agenda follow to the new day. Fails with governance.meeting_step_refused, meeting_time_faulty,
/// meeting_in_the_past, remote_url_faulty, and governance.notice_too_short when a case may not come up so early.
/// Appends governance.meeting_moved.
Result<void> move_meeting(const Acting&, MeetingId, const MeetingMove&, ExpectedVersion);

struct MeetingNotice {
    Prose<500> consent; ///< To a late notice: who agreed, and why. It will stand in the minutes.
};
BOOST_DESCRIBE_STRUCT(MeetingNotice, (), (consent))

/// Items get their numbers here. Fails with governance.meeting_step_refused, agenda_empty, meeting_notice_too_late.
/// Appends governance.meeting_noticed.
Result<void> send_notice(const Acting&, MeetingId, const MeetingNotice&, ExpectedVersion);

struct MeetingCancellation {
    Line<500> reason;
};
BOOST_DESCRIBE_STRUCT(MeetingCancellation, (), (reason))

/// Cases go back into preparation. Fails with governance.meeting_step_refused. Appends governance.meeting_cancelled.
Result<void> cancel_meeting(const Acting&, MeetingId, const MeetingCancellation&, ExpectedVersion);

struct MeetingOpening {
    AppointmentId chaired_by;
    std::vector<AppointmentId>
        present;                       ///< Members, secretaries and observers in the room; deputies are recorded after.
    std::vector<AppointmentId> remote; ///< Those who take part from elsewhere.
};
BOOST_DESCRIBE_STRUCT(MeetingOpening, (), (chaired_by, present, remote))

/// What each case proposes is put before the meeting. Fails with governance.meeting_step_refused, meeting_too_early,
/// and with what stands in the way of an arrival or of leading (roll.hpp). Appends governance.meeting_opened.
Result<void> open_meeting(const Acting&, MeetingId, const MeetingOpening&, ExpectedVersion);

/// Fails with governance.meeting_step_refused, items_not_treated. Appends governance.meeting_closed.
Result<void> close_meeting(const Acting&, MeetingId, ExpectedVersion);

struct Adjournment {
    Line<500> reason; ///< Will stand in the minutes with each item that is left.
};
BOOST_DESCRIBE_STRUCT(Adjournment, (), (reason))

/// Closes a meeting that will not have its quorum again: what is left is postponed, its cases go back into preparation,
/// its open elections are withdrawn. Fails with governance.meeting_not_open, ballot_open, stale_version, quorum_is_met.
/// Appends governance.meeting_adjourned.
Result<void> adjourn_meeting(const Acting&, MeetingId, const Adjournment&, ExpectedVersion);

} // namespace governance
