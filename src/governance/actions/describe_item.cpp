#include "governance/actions/agenda.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/minutes_store.hpp"
#include "platform/json/described_members.hpp"

namespace governance {

Result<void> describe_item(const Acting& acting, MeetingId id, AgendaItemId item_id,
                           const ItemDescription& description) {
    const auto [body, meeting] = TRY(open_for_change(acting, id));
    const auto versions = TRY(minutes_versions(acting.transaction, id));
    const bool is_frozen = !versions.empty() && versions.front().state != MinutesState::draft;
    if (is_frozen || meeting.state == MeetingState::cancelled) {
        return meeting_step_refused.error({{"state", std::string{json::name_of(meeting.state)}},
                                           {"asked", std::string{json::name_of(MeetingRequest::change_agenda)}}});
    }
    const auto item = TRY(load_item(acting.transaction, id, item_id));
    const auto basis = description.is_closed ? std::optional<std::string>{description.closed_basis} : std::nullopt;
    TRY(set_item_words(acting.transaction, item.id, description.title, description.note, basis));
    TRY(touch_meeting(acting.transaction, id, acting.now));
    journal::Body facts;
    facts.text("number", item.number_text()).flag("closed", description.is_closed);
    if (basis) facts.text("closedBasis", *basis);
    std::vector<journal::Subject> subjects;
    if (item.case_id) subjects.push_back({"case", item.case_id->to_string()});
    TRY(acting.tell("governance.item_described", body, meeting, std::move(facts), std::move(subjects)));
    return index_meeting(acting, body, meeting);
}

} // namespace governance
