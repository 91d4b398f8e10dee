// The calendar: the meetings of a month, and what is planned for it before any meeting has it on its agenda.
#include "governance/http/body_choices.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/planned_treatments.hpp"
#include "governance/texts.hpp"
#include "governance/views/calendar_page.hpp"
#include "platform/errors.hpp"
#include "platform/http/represent.hpp"

namespace governance {

/// What the calendar is asked for.
struct CalendarQuestion {
    std::optional<Line<7>> month; ///< "2026-03"; nothing: this month.
    std::optional<Line<60>> body; ///< By slug.
};
BOOST_DESCRIBE_STRUCT(CalendarQuestion, (), (month, body))

static std::string month_name(Date day) {
    return to_string(day).substr(0, std::string_view{"2026-03"}.size());
}

static Result<Date> first_of_month(const http::Call& call, const std::optional<Line<7>>& asked) {
    if (!asked) return Date{call.today().year() / call.today().month() / 1};
    const auto day = parse_date(*asked + "-01");
    if (day) return *day;
    auto error = platform::request_faulty.error();
    error.faults.push_back(platform::not_a_date.at("#/month"));
    return error;
}

static Result<std::vector<PlannedTreatmentRow>> planned_rows(const http::Query& query,
                                                             const std::optional<BodyId>& body, Date from, Date end) {
    std::vector<PlannedTreatmentRow> rows;
    for (const auto& one : TRY(planned_treatments(query.reader, body, from, end, query.today(), query.t.language()))) {
        PlannedTreatmentRow row{one.day, {one.body_name, one.body_path}, one.case_number, one.case_path, {}};
        if (!one.title.empty()) row.title = one.title;
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<http::Response> show_calendar(const http::Query& query) {
    const auto question = TRY(query.request.read_query<CalendarQuestion>());
    const auto first = TRY(first_of_month(query, question.month));
    std::optional<BodyId> body;
    if (question.body) body = TRY(find_body(query.reader, *question.body)).id;
    CalendarView view;
    view.month = month_name(first);
    view.previous_month = month_name(Date{first.year() / first.month() / 1} - std::chrono::months{1});
    view.next_month = month_name(Date{first.year() / first.month() / 1} + std::chrono::months{1});
    view.body = question.body.value_or("");
    const bool is_file = query.request.format == http::Format::ics || query.request.format == http::Format::atom;
    // A file is kept by a calendar: it holds a year back and two ahead, whatever month the page shows.
    const auto from = is_file ? Date{first - std::chrono::years{1}} : first;
    const auto end = is_file ? Date{first + std::chrono::years{2}} : Date{first + std::chrono::months{1}};
    view.meetings = TRY(meetings_between(query, body, from, end));
    view.planned = TRY(planned_rows(query, body, from, end));
    const auto bodies = query.wants_html() ? TRY(bodies_by_slug(query)) : std::vector<ui::Choice>{};
    const auto title = query.t(text::calendar);
    return http::represent<CalendarView>(
        query, view,
        {.html = [&](const CalendarView& shown) { return calendar_page(query, shown, first, bodies); },
         .atom = [&](const CalendarView& shown) { return meeting_feed(query, title, "/calendar", shown.meetings); },
         .ics = [&](const CalendarView& shown) { return calendar_of(query, title, shown.meetings); }});
}

} // namespace governance
