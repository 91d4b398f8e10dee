// Meetings: lists, the calendar, the page, and the steps from plan to closing.
#include "governance/actions/meetings.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/body_choices.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/planned_treatments.hpp"
#include "governance/texts.hpp"
#include "governance/views/calendar_page.hpp"
#include "platform/errors.hpp"
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

// --- From plan to closing ---

static Result<Html> meeting_plan_form(const http::Query& query, const ui::FormState& state) {
    std::string body;
    if (const auto slug = query.request.query.first("body")) {
        if (const auto found = find_body(query.reader, *slug)) body = found->id.to_string();
    }
    return plan_meeting_page(query, state, TRY(planning_choices(query)), body);
}

Result<http::Response> show_plan_meeting_form(const http::Query& query) {
    return http::html_document(TRY(meeting_plan_form(query, {})));
}

Result<http::Response> plan_meeting_sent(const http::Command& command) {
    return make_with<NewMeeting>(command, meeting_plan_form,
                                 [&](const Acting& acting, const NewMeeting& wanted) -> Result<std::string> {
                                     const auto id = TRY(plan_meeting(acting, wanted));
                                     return path_of(acting.transaction, TRY(load_meeting(acting.transaction, id)));
                                 });
}

using FormOfMeeting = Html (*)(const http::Call&, const ui::FormState&, const MeetingView&);

static FormPage form_of(FormOfMeeting page) {
    return [page](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        return page(query, state, TRY(read_meeting_view(query)));
    };
}

static Result<http::Response> show_form(const http::Query& query, FormOfMeeting page) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    TRY(query.principal.require(right::hold_meeting, meeting.body_id.to_string()));
    return http::html_document(TRY(form_of(page)(query, {})));
}

/// One step of the meeting in the address, with what was sent.
template <class Sent, class Step>
static Result<http::Response> step_with(const http::Command& command, FormOfMeeting page, Step&& step) {
    return change_with<Sent>(command, form_of(page), [&](const Acting& acting, const Sent& sent) -> Result<Changed> {
        const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
        TRY(step(acting, meeting.id, sent));
        return changed_meeting(acting, meeting.id);
    });
}

Result<http::Response> show_move_form(const http::Query& query) {
    return show_form(query, move_meeting_page);
}

Result<http::Response> move_meeting_sent(const http::Command& command) {
    return step_with<MeetingMove>(command, move_meeting_page,
                                  [&](const Acting& acting, MeetingId id, const MeetingMove& move) {
                                      return move_meeting(acting, id, move, command.request.expected_version());
                                  });
}

Result<http::Response> show_meeting_notice_form(const http::Query& query) {
    return show_form(query, notice_page);
}

Result<http::Response> send_notice_sent(const http::Command& command) {
    return step_with<MeetingNotice>(command, notice_page,
                                    [&](const Acting& acting, MeetingId id, const MeetingNotice& notice) {
                                        return send_notice(acting, id, notice, command.request.expected_version());
                                    });
}

Result<http::Response> show_cancellation_form(const http::Query& query) {
    return show_form(query, cancellation_page);
}

Result<http::Response> cancel_meeting_sent(const http::Command& command) {
    return step_with<MeetingCancellation>(
        command, cancellation_page, [&](const Acting& acting, MeetingId id, const MeetingCancellation& cancellation) {
            return cancel_meeting(acting, id, cancellation, command.request.expected_version());
        });
}

Result<http::Response> show_opening_form(const http::Query& query) {
    return show_form(query, opening_page);
}

Result<http::Response> open_meeting_sent(const http::Command& command) {
    return step_with<MeetingOpening>(command, opening_page,
                                     [&](const Acting& acting, MeetingId id, const MeetingOpening& opening) {
                                         return open_meeting(acting, id, opening, command.request.expected_version());
                                     });
}

Result<http::Response> show_adjournment_form(const http::Query& query) {
    return show_form(query, adjournment_page);
}

Result<http::Response> adjourn_meeting_sent(const http::Command& command) {
    return step_with<Adjournment>(command, adjournment_page,
                                  [&](const Acting& acting, MeetingId id, const Adjournment& wanted) {
                                      return adjourn_meeting(acting, id, wanted, command.request.expected_version());
                                  });
}

Result<Html> meeting_again(const http::Query& query, const ui::FormState& state) {
    const auto view = TRY(read_meeting_view(query));
    return meeting_page(query, view, tools_for(query, view), {}, state);
}

Result<http::Response> close_meeting_sent(const http::Command& command) {
    return change(command, meeting_again, [&](const Acting& acting) -> Result<Changed> {
        const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
        TRY(close_meeting(acting, meeting.id, command.request.expected_version()));
        return changed_meeting(acting, meeting.id);
    });
}

} // namespace governance
