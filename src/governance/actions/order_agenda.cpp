#include "governance/actions/agenda.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/store/meeting_store.hpp"

#include <set>

namespace governance {

Result<void> order_agenda(const Acting& acting, MeetingId id, const AgendaOrder& order, ExpectedVersion version) {
    const auto [body, meeting] = TRY(open_for_change(acting, id, version));
    TRY(require_allowed(meeting.state, MeetingRequest::change_agenda));
    std::set<AgendaItemId> known;
    for (const auto& item : TRY(agenda_of(acting.transaction, id)))
        known.insert(item.id);
    const std::set<AgendaItemId> wanted(order.items.begin(), order.items.end());
    if (wanted != known || wanted.size() != order.items.size()) {
        auto error = agenda_order_faulty.error();
        error.faults.push_back(agenda_order_faulty.at("#/items"));
        return error;
    }
    int position = 0;
    for (const auto& item : order.items)
        TRY(set_item_position(acting.transaction, item, ++position));
    TRY(touch_meeting(acting.transaction, id, acting.now));
    return acting.tell("governance.agenda_ordered", body, meeting);
}

} // namespace governance
