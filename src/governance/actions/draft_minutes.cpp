#include "governance/actions/minutes.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/minutes_store.hpp"
#include "platform/json/described.hpp"

namespace governance {

Result<int> draft_minutes(const Acting& acting, MeetingId id) {
    const auto [body, meeting] = TRY(open_for_change(acting, id));
    if (!meeting.closed_at) return minutes_too_early.error({{"state", std::string{json::name_of(meeting.state)}}});
    const auto record = TRY(read_meeting_record(acting.transaction, meeting, acting.today()));
    auto versions = TRY(minutes_versions(acting.transaction, id));
    Minutes minutes;
    minutes.meeting_id = id;
    if (!versions.empty()) minutes = std::move(versions.front());
    TRY(require_state(minutes, MinutesState::draft));
    minutes.content = json::write(minutes_of(record));
    minutes.drafted_at = acting.now;
    if (versions.empty()) {
        TRY(insert_minutes(acting.transaction, minutes));
    } else {
        TRY(update_minutes(acting.transaction, minutes, minutes.version));
    }
    journal::Body facts;
    facts.number("number", minutes.number);
    TRY(acting.tell("governance.minutes_drafted", body, meeting, std::move(facts)));
    return minutes.number;
}

} // namespace governance
