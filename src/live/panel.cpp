#include "governance/meeting_room.hpp"
#include "governance/rights.hpp"
#include "live/live.hpp"
#include "live/texts.hpp"
#include "platform/ui/components.hpp"

namespace live {

Result<Html> panel_of_meeting(const http::Query& query, governance::MeetingId id) {
    const auto meeting = TRY(governance::meeting_at(query.reader, id.to_string()));
    if (meeting.state != governance::MeetingState::under_way || !meeting.has_room) return Html{};
    std::vector<Html> links{html::li(ui::link(query.t(text::panel_public), query.url(meeting.url + "/live/public")))};
    if (!query.principal.is_anonymous()) {
        links.push_back(html::li(ui::link(query.t(text::panel_member), query.url(meeting.url + "/live"))));
    }
    if (query.principal.may(governance::right::hold_meeting, meeting.body.to_string())) {
        links.push_back(html::li(ui::link(query.t(text::panel_secretary), query.url(meeting.url + "/live/secretary"))));
    }
    return ui::card(query.t(text::panel), html::ul(html::cls("ds-list"), links), true);
}

} // namespace live
