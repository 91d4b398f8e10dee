// Who is there, and who leads the meeting.
#include "governance/views/meeting_pages.hpp"
#include "governance/views/treatment_form_parts.hpp"

namespace governance {

static Html arrival_form(const http::Call& call, const ui::FormState& state, const MeetingView& view) {
    const auto absent =
        attendees_to_choose(call, view, [](const AttendeeView& attendee) { return !attendee.is_present; });
    auto empty_seats = attendees_to_choose(call, view, [](const AttendeeView& attendee) {
        const bool holds_a_seat = attendee.role == AppointmentRole::chair ||
                                  attendee.role == AppointmentRole::deputy_chair ||
                                  attendee.role == AppointmentRole::member;
        return holds_a_seat && !attendee.is_present;
    });
    empty_seats.insert(empty_seats.begin(), ui::Choice{.value = {}, .label = call.t(text::field_instead_of_none)});
    if (absent.empty()) return html::p(call.t(text::presence_all));
    auto remark = ui::labelled_field(call, "remark", text::field_remark);
    remark.hint = call.t(text::field_remark_hint);
    return html::join(
        {hidden_input("kind", "arrived"),
         ui::select(call, state, ui::required_field(call, "who", text::field_who_came), absent),
         ui::select(call, state, ui::labelled_field(call, "insteadOf", text::field_instead_of), empty_seats),
         tick_box(call, state, "isRemote", text::field_is_remote, false), ui::field(call, state, remark)});
}

static Html departure_form(const http::Call& call, const MeetingView& view) {
    const ui::FormState nothing;
    const auto present =
        attendees_to_choose(call, view, [](const AttendeeView& attendee) { return attendee.is_present; });
    const auto fields =
        html::join({hidden_input("kind", "left"),
                    ui::select(call, nothing, ui::required_field(call, "who", text::field_who_left), present),
                    ui::field(call, nothing, ui::labelled_field(call, "remark", text::field_remark_left)),
                    ui::submit(call.t(text::presence_left))});
    return html::join({part_heading(call, text::presence_left), ui::form(call, view.url + "/presence", fields)});
}

static Html hand_over_form(const http::Call& call, const MeetingView& view) {
    const ui::FormState nothing;
    const auto fields = html::join(
        {ui::select(call, nothing, ui::required_field(call, "to", text::field_leads_now), voters_to_choose(call, view)),
         ui::submit(call.t(text::presence_hand_over))});
    return html::join({part_heading(call, text::presence_hand_over), ui::form(call, view.url + "/chair", fields)});
}

Html presence_page(const http::Call& call, const ui::FormState& state, const MeetingView& view) {
    auto place = treatment_place(call, view, text::presence, text::presence_lead, view.url + "/presence");
    place.send = call.t(text::presence_came);
    return ui::form_page(call, state, place,
                         html::join({part_heading(call, text::presence_came), arrival_form(call, state, view)}),
                         attendance(call, view), html::join({departure_form(call, view), hand_over_form(call, view)}));
}

} // namespace governance
