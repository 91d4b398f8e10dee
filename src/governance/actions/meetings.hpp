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
    Instant ends_at;                ///< As planned.
    std::optional<Line<200>> place; ///< A town, a house, or "Teams"; only in writing it can be left out.
    Prose<500> remote_url;
    std::optional<VoteMode> mode; ///< written: from starts_at to ends_at everybody answers for themselves.
    Prose<1000> written_reason;   ///< Why it is treated in writing.
};
BOOST_DESCRIBE_STRUCT(NewMeeting, (), (body, starts_at, ends_at, place, remote_url, mode, written_reason))

/// Fails with governance.body_not_found, and with a fault for each of platform.field_missing (the place of a meeting in
/// a room), governance.meeting_time_faulty, meeting_in_the_past, remote_url_faulty; in writing as check_written does.
/// Appends governance.meeting_planned.
Result<MeetingId> plan_meeting(const Acting&, const NewMeeting&, bool is_invented = false);

struct MeetingMove {
    Instant starts_at;
    Instant ends_at;
    std::optional<Line<200>> place; ///< Only in writing it can be left out.
    Prose<500> remote_url;
};
BOOST_DESCRIBE_STRUCT(MeetingMove, (), (starts_at, ends_at, place, remote_url))

/// Cases on the agenda follow to the new day. Fails with governance.meeting_step_refused, as plan_meeting does of time
/// and place, and with governance.notice_too_short when a case may not come up so early.
/// Appends governance.meeting_moved.
Result<void> move_meeting(const Acting&, MeetingId, const MeetingMove&, ExpectedVersion);

struct MeetingNotice {
    Prose<500> consent; ///< To a late notice: who agreed, and why. It will stand in the minutes.
};
BOOST_DESCRIBE_STRUCT(MeetingNotice, (), (consent))

/// Items get their numbers here. In writing the window opens by itself when its time comes. Fails with
/// governance.meeting_step_refused, agenda_empty, meeting_notice_too_late. Appends governance.meeting_noticed.
Result<void> send_notice(const Acting&, MeetingId, const MeetingNotice&, ExpectedVersion);

/// Has the window of a written procedure open by itself; anew when it was moved.
Result<void> open_window_in_time(const Acting&, const Meeting&);

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
