#include "governance/views/calendar_page.hpp"
#include "governance/texts.hpp"
#include "governance/views/body_pages.hpp"
#include "governance/views/meeting_forms.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

using html::cls;
using std::chrono::days;
using std::chrono::sys_days;

static Date later(Date day, int count) {
    return Date{sys_days{day} + days{count}};
}

/// Monday of the week that the day lies in.
static Date monday_of(Date day) {
    const auto weekday = std::chrono::weekday{sys_days{day}};
    return Date{sys_days{day} - (weekday - std::chrono::Monday)};
}

static Html day_cell(const http::Call& call, const CalendarView& view, Date day, Date first) {
    std::vector<Html> entries;
    for (const auto& row : view.meetings) {
        if (norwegian_date(row.starts_at) != day) continue;
        const auto time = call.t.time(row.starts_at) + " ";
        const auto words = row.state == MeetingState::cancelled
                               ? call.t(text::calendar_cancelled({.body = row.body.name}))
                               : row.body.name;
        entries.push_back(html::li(time, ui::link(words, call.url(row.url))));
    }
    for (const auto& row : view.meetings) {
        const bool is_last_day = row.mode == VoteMode::written && row.state != MeetingState::cancelled &&
                                 norwegian_date(row.ends_at) == day && norwegian_date(row.starts_at) != day;
        if (!is_last_day) continue;
        entries.push_back(
            html::li(call.t.time(row.ends_at) + " ",
                     ui::link(call.t(text::calendar_answers({.body = row.body.name})), call.url(row.url))));
    }
    const bool is_of_month = day.month() == first.month();
    const auto number = html::p(
        cls(day == call.today() ? "cal__day cal__day--today" : "cal__day"),
        html::time(html::attribute("datetime", to_string(day)), std::to_string(static_cast<unsigned>(day.day()))));
    return html::td(cls(is_of_month ? "cal__cell" : "cal__cell cal__cell--other"), number,
                    entries.empty() ? Html{} : html::ul(entries));
}

static Html month_table(const http::Call& call, const CalendarView& view, Date first) {
    std::vector<Html> names;
    for (const auto& name : {text::day_monday, text::day_tuesday, text::day_wednesday, text::day_thursday,
                             text::day_friday, text::day_saturday, text::day_sunday}) {
        names.push_back(html::th(html::attribute("scope", "col"), call.t(name)));
    }
    std::vector<Html> weeks;
    for (auto monday = monday_of(first); monday <= first || monday.month() == first.month();
         monday = later(monday, 7)) {
        std::vector<Html> cells;
        for (int i = 0; i < 7; ++i)
            cells.push_back(day_cell(call, view, later(monday, i), first));
        weeks.push_back(html::tr(cells));
    }
    return html::table(cls("cal"), html::caption(cls("ds-sr-only"), call.t(text::calendar)),
                       html::thead(html::tr(names)), html::tbody(weeks));
}

/// What is planned of the month, with a table's headings: the body, and the case with its number.
static Html planned_table(const http::Call& call, const CalendarView& view) {
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.planned) {
        const auto title = row.title ? *row.title : call.t(text::case_title_shielded({.number = row.number}));
        rows.push_back({Html{call.t.date(row.day)}, ui::link(row.body.name, call.url(row.body.url)),
                        html::join({ui::link(title, call.url(row.url)), Html{" " + row.number}})});
    }
    if (rows.empty()) return html::p(call.t(text::calendar_planned_none));
    return ui::table(
        call.t(text::calendar_planned),
        {{call.t(text::calendar_planned_day)}, {call.t(text::filter_body)}, {call.t(text::calendar_planned_case)}},
        rows);
}

static std::string address(std::string_view path, std::string_view month, std::string_view body) {
    http::Form query;
    if (!month.empty()) query.add("month", std::string{month});
    if (!body.empty()) query.add("body", std::string{body});
    const auto fields = query.to_string();
    return std::string{path} + (fields.empty() ? "" : "?" + fields);
}

static Html filter(const http::Call& call, const CalendarView& view, std::vector<ui::Choice> bodies) {
    const ui::FormState state;
    bodies.insert(bodies.begin(), ui::Choice{.value = {}, .label = call.t(text::filter_any)});
    auto month = ui::labelled_field(call, "month", text::calendar_month, view.month);
    month.type = "month";
    return ui::filter_form(
        call, "/calendar",
        html::join({ui::select(call, state, ui::labelled_field(call, "body", text::filter_body, view.body), bodies),
                    ui::field(call, state, month)}));
}

Html calendar_page(const http::Call& call, const CalendarView& view, Date first,
                   const std::vector<ui::Choice>& bodies) {
    const auto& t = call.t;
    const auto month_name =
        t(text::calendar_month_of({.month = t.by_name(fmt::format("month.{}", static_cast<unsigned>(first.month()))),
                                   .year = std::to_string(static_cast<int>(first.year()))}));
    const auto turn =
        html::nav(html::attribute("aria-label", t(text::calendar_months)), cls("buttons cal-turn"),
                  ui::button_link(t(text::calendar_previous),
                                  call.url(address("/calendar", view.previous_month, view.body)), "secondary"),
                  ui::button_link(t(text::calendar_next), call.url(address("/calendar", view.next_month, view.body)),
                                  "secondary"));
    const auto json = address("/calendar.json", view.month, view.body), ics = address("/calendar.ics", {}, view.body),
               atom = address("/calendar.atom", {}, view.body);
    ui::Page page;
    page.title = t(text::calendar_title({.month = month_name}));
    page.crumbs = {{t(text::meetings), call.url("/meetings")}, {t(text::calendar), {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::calendar_lead);
    page.hero = ui::hero(hero);
    page.content = html::join(
        {filter(call, view, bodies), turn, html::div(cls("cal-frame"), month_table(call, view, first)),
         ui::section(t(text::calendar_list), "list", meeting_cards(call, view.meetings, t(text::calendar_none), true)),
         ui::section(t(text::calendar_planned), "planned",
                     html::join({html::p(t(text::calendar_planned_lead)), planned_table(call, view)})),
         ui::formats_card(call, {{"JSON", json}, {t(text::meeting_calendar_file), ics}, {"Atom", atom}})});
    page.alternates = {{http::Format::json, json}, {http::Format::ics, ics}, {http::Format::atom, atom}};
    page.description = hero.lead;
    return ui::page(call, page);
}

calendar::Calendar calendar_of(const http::Call& call, const std::string& name,
                               const std::vector<MeetingRow>& meetings) {
    calendar::Calendar made{name, std::string{i18n::code(call.request.language)}, {}};
    for (const auto& row : meetings) {
        calendar::Event event;
        event.uid = row.id.to_string();
        event.start = row.starts_at;
        event.end = row.ends_at;
        event.title = row.body.name + ", " + call.t(text::meeting_numbered({.number = row.number}));
        if (row.mode == VoteMode::written) event.title += ": " + call.t(text::written);
        event.place = row.place;
        event.description = row.state == MeetingState::cancelled ? row.cancel_reason : label(call, row.state);
        event.url = call.public_url + call.url(row.url);
        event.changed_at = row.changed_at;
        event.sequence = row.calendar_sequence;
        event.is_cancelled = row.state == MeetingState::cancelled;
        made.events.push_back(std::move(event));
    }
    return made;
}

feed::Feed meeting_feed(const http::Call& call, const std::string& title, const std::string& path,
                        const std::vector<MeetingRow>& meetings) {
    const auto page = call.public_url + call.url(path);
    auto made = http::page_feed(call, page, title, page);
    made.updated = call.now;
    auto newest = meetings;
    std::ranges::stable_sort(newest, std::ranges::greater{}, &MeetingRow::changed_at);
    if (!newest.empty()) made.updated = newest.front().changed_at;
    for (const auto& row : newest) {
        made.entries.push_back(
            {.id = "urn:uuid:" + row.id.to_string(),
             .title = row.body.name + ", " + call.t(text::meeting_numbered({.number = row.number})),
             .url = call.public_url + call.url(row.url),
             .updated = row.changed_at,
             .author = row.body.name,
             .summary = label(call, row.state) + ", " + time_span(call, row.starts_at, row.ends_at) + ", " + row.place,
             .categories = {std::string{json::name_of(row.state)}}});
    }
    return made;
}

csv::Table meeting_table(const http::Call& call, const std::vector<MeetingRow>& meetings) {
    csv::Table table{{"id", "body", "number", "state", "startsAt", "endsAt", "place", "url"}, {}};
    for (const auto& row : meetings) {
        table.rows.push_back({row.id.to_string(), row.body.name, row.number, std::string{json::name_of(row.state)},
                              to_string(row.starts_at), to_string(row.ends_at), row.place,
                              call.public_url + call.url(row.url)});
    }
    return table;
}

} // namespace governance
