#include "governance/actions/agenda_cases.hpp"
#include "governance/actions/case_transitions.hpp"
#include "governance/actions/meetings.hpp"
#include "governance/domain/written.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"

namespace governance {

Result<void> move_meeting(const Acting& acting, MeetingId id, const MeetingMove& move, ExpectedVersion version) {
    const auto [body, before] = TRY(open_for_change(acting, id, version));
    const auto meeting = TRY(move_meeting(before, move.starts_at, move.ends_at, move.place.value_or(Line<200>{}),
                                          move.remote_url, acting.now));
    if (meeting.mode == VoteMode::written) {
        TRY(check_written(meeting, TRY(rules_in_force(acting.transaction, body.id, meeting.day())).rules));
        if (meeting.noticed_at) TRY(open_window_in_time(acting, meeting));
    }
    if (meeting.day() != before.day()) {
        for (const auto& item : TRY(items_with_case(acting, id))) {
            TRY(case_taken_off_agenda(acting.transaction, acting.services, acting.principal, *item.case_id, item.id,
                                      acting.now));
            TRY(case_put_on_agenda(acting.transaction, acting.services, acting.principal, *item.case_id,
                                   {body.id, id, item.id, meeting.day()}, acting.now));
        }
    }
    TRY(update_meeting(acting.transaction, meeting, before.version, acting.now));
    journal::Body facts;
    facts.text("dayBefore", to_string(before.day())).text("place", meeting.place);
    TRY(acting.tell("governance.meeting_moved", body, meeting, std::move(facts)));
    return index_meeting(acting, body, meeting);
}

} // namespace governance
