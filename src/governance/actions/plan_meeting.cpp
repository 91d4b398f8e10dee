#include "governance/actions/meetings.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/domain/written.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"

namespace governance {

Result<MeetingId> plan_meeting(const Acting& acting, const NewMeeting& wanted, bool is_invented) {
    TRY(acting.require(right::hold_meeting, wanted.body));
    const auto body = TRY(load_body(acting.transaction, wanted.body));
    Meeting meeting;
    meeting.id = acting.make_id<MeetingId>();
    meeting.body_id = body.id;
    meeting.starts_at = wanted.starts_at;
    meeting.ends_at = wanted.ends_at;
    meeting.place = wanted.place.value_or(Line<200>{});
    meeting.remote_url = wanted.remote_url;
    meeting.mode = wanted.mode.value_or(VoteMode::meeting);
    meeting.is_invented = is_invented;
    TRY(check_plan(meeting, acting.now));
    if (meeting.mode == VoteMode::written) {
        meeting.written_reason = wanted.written_reason;
        TRY(check_written(meeting, TRY(rules_in_force(acting.transaction, body.id, meeting.day())).rules));
    }
    meeting.year = static_cast<int>(meeting.day().year());
    meeting.number = TRY(next_meeting_number(acting.transaction, body.id, meeting.year));

    TRY(insert_meeting(acting.transaction, meeting, acting.now));
    TRY(acting.tell("governance.meeting_planned", body, meeting));
    TRY(index_meeting(acting, body, meeting));
    return meeting.id;
}

} // namespace governance
