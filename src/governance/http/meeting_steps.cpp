// The steps of a meeting from plan to closing, each with its form.
#include "governance/actions/meetings.hpp"
#include "governance/http/body_choices.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"

namespace governance {

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

static FormPage form_of_meeting(FormOfMeeting page) {
    return [page](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        return page(query, state, TRY(read_meeting_view(query)));
    };
}

static Result<http::Response> show_form(const http::Query& query, FormOfMeeting page) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    TRY(query.principal.require(right::hold_meeting, meeting.body_id.to_string()));
    return http::html_document(TRY(form_of_meeting(page)(query, {})));
}

/// One step of the meeting in the address, with what was sent.
template <class Sent, class Step>
static Result<http::Response> step_with(const http::Command& command, FormOfMeeting page, Step&& step) {
    return change_with<Sent>(command, form_of_meeting(page),
                             [&](const Acting& acting, const Sent& sent) -> Result<Changed> {
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

Result<http::Response> close_meeting_sent(const http::Command& command) {
    return change(command, meeting_again, [&](const Acting& acting) -> Result<Changed> {
        const auto meeting = TRY(meeting_in_path(acting.transaction, command.request));
        TRY(close_meeting(acting, meeting.id, command.request.expected_version()));
        return changed_meeting(acting, meeting.id);
    });
}

} // namespace governance
