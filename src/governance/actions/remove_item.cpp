#include "governance/actions/agenda.hpp"
#include "governance/actions/case_transitions.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/meeting_store.hpp"
#include "platform/json/described_members.hpp"

namespace governance {

Result<void> remove_item(const Acting& acting, MeetingId id, AgendaItemId item_id, ExpectedVersion version) {
    const auto [body, meeting] = TRY(open_for_change(acting, id, version));
    if (meeting.state != MeetingState::planned) {
        return meeting_step_refused.error({{"state", std::string{json::name_of(meeting.state)}},
                                           {"asked", std::string{json::name_of(MeetingRequest::change_agenda)}}});
    }
    const auto item = TRY(load_item(acting.transaction, id, item_id));
    std::vector<journal::Subject> subjects;
    if (item.case_id) {
        TRY(case_taken_off_agenda(acting.transaction, acting.services, acting.principal, *item.case_id, item.id,
                                  acting.now));
        subjects.push_back({"case", item.case_id->to_string()});
    }
    TRY(remove_item(acting.transaction, item.id));
    TRY(touch_meeting(acting.transaction, id, acting.now));
    journal::Body facts;
    facts.text("kind", json::name_of(item.kind)).text("number", item.number_text());
    TRY(acting.tell("governance.item_removed", body, meeting, std::move(facts), std::move(subjects)));
    return index_meeting(acting, body, meeting);
}

} // namespace governance
