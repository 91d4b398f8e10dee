#include "governance/actions/agenda_cases.hpp"
#include "governance/actions/case_transitions.hpp"
#include "governance/actions/meetings.hpp"
#include "governance/store/meeting_store.hpp"

namespace governance {

Result<void> cancel_meeting(const Acting& acting, MeetingId id, const MeetingCancellation& cancellation,
                            ExpectedVersion version) {
    const auto [body, before] = TRY(open_for_change(acting, id, version));
    const auto meeting = TRY(cancel_meeting(before, cancellation.reason));
    std::vector<journal::Subject> subjects;
    for (const auto& item : TRY(items_with_case(acting, id))) {
        TRY(case_taken_off_agenda(acting.transaction, acting.services, acting.principal, *item.case_id, item.id,
                                  acting.now));
        subjects.push_back({"case", item.case_id->to_string()});
    }
    TRY(update_meeting(acting.transaction, meeting, before.version, acting.now));
    journal::Body facts;
    facts.text("reason", meeting.cancel_reason);
    TRY(acting.tell("governance.meeting_cancelled", body, meeting, std::move(facts), std::move(subjects)));
    return index_meeting(acting, body, meeting);
}

} // namespace governance
