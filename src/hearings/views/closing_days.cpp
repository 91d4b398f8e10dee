// Closing days for people's calendars: whole days, which move and are called off as the hearings are.
#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"

namespace hearings {

static calendar::Event closing_day(const http::Call& call, const HearingRow& row) {
    calendar::Event event;
    event.uid = row.id.to_string();
    event.whole_day = row.closes_on;
    event.title = call.t(text::calendar_closes({.title = row.title}));
    event.description = row.matter.name;
    event.url = call.public_url + call.url(row.url);
    event.changed_at = row.changed_at;
    event.sequence = row.changes;
    event.is_cancelled = row.state == HearingState::withdrawn;
    return event;
}

calendar::Calendar closing_days(const http::Call& call, const std::string& name, const std::vector<HearingRow>& rows) {
    calendar::Calendar made{name, std::string{i18n::code(call.request.language)}, {}};
    for (const auto& row : rows)
        made.events.push_back(closing_day(call, row));
    return made;
}

calendar::Calendar openness_calendar(const http::Call& call, const OpennessView& view) {
    auto made = closing_days(call, call.t(text::calendar_forward), view.hearings);
    for (const auto& row : view.coming) {
        calendar::Event event;
        event.uid = row.id.to_string();
        event.whole_day = row.day;
        event.title = call.t(text::calendar_treats({.body = row.body.name, .title = row.matter.name}));
        event.url = call.public_url + call.url(row.matter.url);
        event.changed_at = row.changed_at;
        // The day of a case moves without being counted; what was changed later has the higher number.
        event.sequence =
            static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(row.changed_at - row.planned_at).count());
        made.events.push_back(std::move(event));
    }
    return made;
}

calendar::Calendar matters_calendar(const http::Call& call, const MattersView& view) {
    std::vector<HearingRow> rows;
    for (const auto& row : view.matters)
        if (row.hearing) rows.push_back(*row.hearing);
    for (const auto& row : view.silent_members)
        rows.push_back(row.hearing);
    return closing_days(call, call.t(text::calendar_of({.name = view.organisation.name})), rows);
}

} // namespace hearings
