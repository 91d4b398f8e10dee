// Meetings: their list and the page of each.
#include "governance/http/body_choices.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/texts.hpp"
#include "governance/views/calendar_page.hpp"
#include "platform/http/represent.hpp"

namespace governance {

Result<http::Response> list_meetings_in(const http::Query& query) {
    const auto question = TRY(query.request.read_query<MeetingQuestion>());
    const auto list = TRY(read_meetings(query, question));
    const auto bodies = query.wants_html() ? TRY(bodies_by_slug(query)) : std::vector<ui::Choice>{};
    const auto title = query.t(text::meetings);
    return http::represent<MeetingListView>(
        query, list,
        {.html =
             [&](const MeetingListView& shown) {
                 return meeting_list_page(query, shown, bodies, query.principal.may_somewhere(right::hold_meeting));
             },
         .csv = [&](const MeetingListView& shown) { return meeting_table(query, shown.meetings); },
         .atom = [&](const MeetingListView& shown) { return meeting_feed(query, title, "/meetings", shown.meetings); },
         .ics = [&](const MeetingListView& shown) { return calendar_of(query, title, shown.meetings); }});
}

static MeetingTools tools_for(const http::Call& call, const MeetingView& view) {
    const auto rights = meeting_rights(call.principal, view.body_id);
    return {rights.may_hold, rights.may_approve, rights.may_hold || view.own_appointment.has_value()};
}

Result<http::Response> show_meeting(const http::Query& query, const Extensions& extensions) {
    const auto view = TRY(read_meeting_view(query));
    if (query.request.format == http::Format::jsonld)
        return http::linked_document(TRY(extensions.linked_meeting(query, view.id)));
    Html beside;
    if (query.wants_html()) {
        for (const auto& panel : extensions.meeting_panels)
            beside += TRY(panel(query, view.id));
        if (extensions.follow) beside += TRY(extensions.follow(query, "body", view.body_id.to_string()));
    }
    const auto as_events = [&](const MeetingView&) -> calendar::Calendar {
        const auto meeting = meeting_in_path(query.reader, query.request);
        if (!meeting) return {};
        const auto rows = rows_of(query, {*meeting});
        return calendar_of(query, title_of(query, view), rows ? *rows : std::vector<MeetingRow>{});
    };
    auto response = http::represent<MeetingView>(
        query, view,
        {.html = [&](const MeetingView& shown) { return meeting_page(query, shown, tools_for(query, shown), beside); },
         .ics = as_events});
    response.version = view.version;
    return response;
}

Result<Html> meeting_again(const http::Query& query, const ui::FormState& state) {
    const auto view = TRY(read_meeting_view(query));
    return meeting_page(query, view, tools_for(query, view), {}, state);
}

} // namespace governance
