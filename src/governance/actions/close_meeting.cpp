#include "governance/actions/meetings.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"

namespace governance {

Result<void> close_meeting(const Acting& acting, MeetingId id, ExpectedVersion version) {
    const auto [body, before] = TRY(open_for_change(acting, id, version));
    const auto record = TRY(read_meeting_record(acting.transaction, before, acting.today()));
    const auto meeting = TRY(close_meeting(before, record.items_left(), acting.now));

    TRY(update_meeting(acting.transaction, meeting, before.version, acting.now));
    std::vector<journal::Subject> subjects;
    for (const auto& item : record.items) {
        if (item.item.case_id) subjects.push_back({"case", item.item.case_id->to_string()});
    }
    journal::Body facts;
    facts.number("items", static_cast<std::int64_t>(record.items.size()));
    return acting.tell("governance.meeting_closed", body, meeting, std::move(facts), std::move(subjects));
}

} // namespace governance
