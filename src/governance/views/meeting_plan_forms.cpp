// The forms from plan to opening.
#include "governance/views/meeting_forms.hpp"
#include "governance/views/meeting_pages.hpp"

#include <fmt/format.h>

namespace governance {

static Html time_and_place(const http::Call& call, const ui::FormState& state, const MeetingView* view) {
    const bool is_new = view == nullptr;
    auto starts =
        ui::required_field(call, "startsAt", text::field_starts_at, is_new ? "" : as_local_time(view->starts_at));
    starts.type = "datetime-local";
    auto ends = ui::required_field(call, "endsAt", text::field_ends_at, is_new ? "" : as_local_time(view->ends_at));
    ends.type = "datetime-local";
    const bool has_room = is_new || view->mode == VoteMode::meeting;
    auto place = ui::labelled_field(call, "place", text::meeting_place, is_new ? "" : view->place);
    place.hint = call.t(text::field_place_hint);
    place.is_required = !is_new && has_room;
    auto remote = ui::labelled_field(call, "remoteUrl", text::field_remote_url, is_new ? "" : view->remote_url);
    remote.hint = call.t(text::field_remote_url_hint);
    return html::join({ui::field(call, state, starts), ui::field(call, state, ends), ui::field(call, state, place),
                       ui::field(call, state, remote)});
}

static Html mode_of_treatment(const http::Call& call, const ui::FormState& state) {
    auto reason = ui::labelled_field(call, "writtenReason", text::written_reason);
    reason.hint = call.t(text::written_reason_hint);
    reason.rows = 3;
    return html::join(
        {ui::radios(call, state, ui::required_field(call, "mode", text::written_mode, "meeting"),
                    {{"meeting", call.t(text::written_mode_meeting), {}, false},
                     {"written", call.t(text::written_mode_written), call.t(text::written_mode_hint), false}}),
         ui::field(call, state, reason)});
}

Html plan_meeting_page(const http::Call& call, const ui::FormState& state, const MeetingChoices& choices,
                       std::string_view body_id) {
    return ui::form_page(
        call, state,
        {.title = call.t(text::meeting_plan),
         .lead = call.t(text::meeting_plan_lead),
         .send = call.t(text::meeting_plan),
         .path = "/meetings",
         .crumbs = {{call.t(text::meetings), call.url("/meetings")}},
         .back = "/meetings"},
        html::join({ui::select(call, state, ui::required_field(call, "body", text::meeting_body, std::string{body_id}),
                               choices.bodies),
                    time_and_place(call, state, nullptr), mode_of_treatment(call, state)}));
}

static ui::FormFrame plan_place(const http::Call& call, const MeetingView& view, const i18n::Message& heading,
                                const i18n::Message& lead, std::string_view path) {
    return {.title = call.t(heading),
            .lead = call.t(lead),
            .send = call.t(heading),
            .path = view.url + std::string{path},
            .crumbs = crumbs_of(call, view),
            .back = view.url,
            .facts = title_of(call, view) + ", " + time_span(call, view.starts_at, view.ends_at),
            .version = view.version};
}

Html move_meeting_page(const http::Call& call, const ui::FormState& state, const MeetingView& view) {
    return ui::form_page(call, state, plan_place(call, view, text::meeting_move, text::meeting_move_lead, "/move"),
                         time_and_place(call, state, &view));
}

Html notice_page(const http::Call& call, const ui::FormState& state, const MeetingView& view) {
    auto consent = ui::labelled_field(call, "consent", text::field_consent);
    consent.hint = call.t(text::field_consent_notice_hint({.days = view.rules.rules.notice_days_min}));
    consent.rows = 3;
    return ui::form_page(call, state, plan_place(call, view, text::notice_send, text::notice_send_lead, "/notice"),
                         ui::field(call, state, consent));
}

Html cancellation_page(const http::Call& call, const ui::FormState& state, const MeetingView& view) {
    auto reason = ui::required_field(call, "reason", text::field_reason);
    reason.rows = 3;
    return ui::form_page(call, state,
                         plan_place(call, view, text::meeting_cancel, text::meeting_cancel_lead, "/cancellation"),
                         ui::field(call, state, reason));
}

Html adjournment_page(const http::Call& call, const ui::FormState& state, const MeetingView& view) {
    auto reason = ui::required_field(call, "reason", text::field_reason);
    reason.rows = 3;
    return ui::form_page(call, state,
                         plan_place(call, view, text::meeting_adjourn, text::meeting_adjourn_lead, "/adjournment"),
                         ui::field(call, state, reason), attendance(call, view));
}

Html opening_page(const http::Call& call, const ui::FormState& state, const MeetingView& view) {
    std::vector<ui::Choice> leaders, present;
    for (const auto& attendee : view.attendees) {
        const auto id = attendee.appointment.to_string();
        const auto words =
            with_organisation(attendee.name, attendee.on_behalf_of) + " (" + label(call, attendee.role) + ")";
        const bool holds_a_seat = attendee.role == AppointmentRole::chair ||
                                  attendee.role == AppointmentRole::deputy_chair ||
                                  attendee.role == AppointmentRole::member;
        if (holds_a_seat) leaders.push_back({id, words, {}, false});
        if (attendee.role != AppointmentRole::deputy) present.push_back({id, words, {}, false});
    }
    auto chaired_by = ui::required_field(call, "chairedBy", text::meeting_led_by,
                                         leaders.empty() ? std::string{} : leaders.front().value);
    auto in_the_room = ui::labelled_field(call, "present", text::field_present);
    in_the_room.hint = call.t(text::field_present_hint);
    return ui::form_page(
        call, state, plan_place(call, view, text::meeting_open, text::meeting_open_lead, "/opening"),
        html::join({ui::select(call, state, chaired_by, leaders), ui::checkboxes(call, state, in_the_room, present),
                    ui::checkboxes(call, state, ui::labelled_field(call, "remote", text::field_remote), present)}));
}

/// The forms for one item that is already there: move it up, take it off, add a paper.
static Html row_of(const http::Call& call, const MeetingView& view, std::size_t place) {
    const auto& item = view.items[place];
    const auto path = fmt::format("{}/items/{}", view.url, item.id.to_string());
    const std::vector<std::pair<std::string, std::string>> version{{"version", std::to_string(view.version)}};
    Html tools;
    if (place > 0) {
        auto order = version;
        for (std::size_t i = 0; i < view.items.size(); ++i) {
            const auto shown = i == place - 1 ? place : i == place ? place - 1 : i;
            order.emplace_back(fmt::format("items[{}]", i), view.items[shown].id.to_string());
        }
        tools += ui::post_button(call, call.t(text::agenda_move_up), view.url + "/order", "tertiary", order);
    }
    if (view.state == MeetingState::planned) {
        tools += ui::post_button(call, call.t(text::agenda_remove), path + "/removal", "tertiary", version);
    }
    if (item.matter) tools += ui::link(call.t(text::paper_add), call.url(path + "/papers/new"));
    const auto heading = (item.number.empty() ? std::string{} : item.number + " ") + title_of(call, item);
    return html::li(html::strong(heading), html::div(html::cls("buttons"), tools));
}

Html agenda_page(const http::Call& call, const ui::FormState& state, const MeetingView& view,
                 const MeetingChoices& choices) {
    std::vector<Html> rows;
    for (std::size_t i = 0; i < view.items.size(); ++i)
        rows.push_back(row_of(call, view, i));
    const auto above = rows.empty() ? html::p(call.t(text::agenda_none)) : html::ol(html::cls("ds-list"), rows);
    const auto with_none = [&](std::vector<ui::Choice> all) {
        all.insert(all.begin(), ui::Choice{.value = {}, .label = call.t(text::field_none), .hint = {}});
        return all;
    };
    auto kind = ui::required_field(call, "kind", text::field_item_kind, "case");
    auto words = ui::labelled_field(call, "text", text::field_item_text);
    words.rows = 4;
    auto title = ui::labelled_field(call, "title", text::field_title);
    title.hint = call.t(text::field_item_title_hint);
    Html consent;
    if (view.noticed_at) {
        auto field = ui::required_field(call, "consent", text::field_consent);
        field.hint = call.t(text::field_consent_item_hint);
        field.rows = 3;
        consent = ui::field(call, state, field);
        if (view.rules.rules.late_items.when == LateItems::objection) {
            auto objecting = ui::labelled_field(call, "membersObjecting", text::field_members_objecting);
            objecting.type = "number";
            objecting.width = "sm";
            consent += ui::field(call, state, objecting);
            consent += tick_box(call, state, "chairObjects", text::field_chair_objects, false);
        }
    }
    auto place = plan_place(call, view, text::agenda_change, text::agenda_change_lead, "/items");
    place.send = call.t(text::agenda_add);
    return ui::form_page(
        call, state, place,
        html::join(
            {html::h2(html::cls("ds-heading"), html::attribute("data-size", "sm"), call.t(text::agenda_add_heading)),
             ui::select(call, state, kind, words_as_choices<ItemKind>(call)),
             ui::select(call, state, ui::labelled_field(call, "caseId", text::field_case), with_none(choices.cases)),
             ui::select(call, state, ui::labelled_field(call, "approvesMeeting", text::field_approves),
                        with_none(choices.meetings)),
             ui::field(call, state, title), ui::field(call, state, words), consent}),
        above);
}

Html paper_page(const http::Call& call, const ui::FormState& state, const MeetingView& view, const ItemView& item,
                const MeetingChoices& choices) {
    auto consent = ui::labelled_field(call, "consent", text::field_consent);
    consent.hint = call.t(text::field_consent_paper_hint({.days = view.rules.rules.paper_days_min}));
    consent.rows = 3;
    auto place = plan_place(call, view, text::paper_add, text::paper_add_lead,
                            fmt::format("/items/{}/papers", item.id.to_string()));
    place.facts = title_of(call, item);
    const auto documents =
        choices.documents.empty()
            ? html::p(call.t(text::paper_none_left))
            : ui::select(call, state, ui::required_field(call, "document", text::field_document), choices.documents);
    return ui::form_page(call, state, place, html::join({documents, ui::field(call, state, consent)}));
}

Html description_page(const http::Call& call, const ui::FormState& state, const MeetingView& view,
                      const ItemView& item) {
    auto title = ui::labelled_field(call, "title", text::field_title, item.matter ? "" : item.title);
    title.hint = call.t(text::field_public_title_hint);
    auto note = ui::labelled_field(call, "note", text::field_note, item.note);
    note.hint = call.t(text::field_note_hint);
    note.rows = 6;
    auto basis = ui::labelled_field(call, "closedBasis", text::field_closed_basis, item.closed_basis);
    basis.hint = call.t(text::field_closed_basis_hint);
    auto place = plan_place(call, view, text::item_describe, text::item_describe_lead,
                            fmt::format("/items/{}/description", item.id.to_string()));
    place.facts = title_of(call, item);
    place.send = call.t(text::form_save);
    place.version = 0;
    return ui::form_page(call, state, place,
                         html::join({ui::field(call, state, title), ui::field(call, state, note),
                                     tick_box(call, state, "isClosed", text::field_is_closed, item.is_closed),
                                     ui::field(call, state, basis)}));
}

} // namespace governance
