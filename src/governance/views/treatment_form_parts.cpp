#include "governance/views/treatment_form_parts.hpp"
#include "governance/views/meeting_pages.hpp"

namespace governance {

Html hidden_input(std::string_view name, std::string_view value) {
    return html::input(html::attribute("type", "hidden"), html::attribute("name", name),
                       html::attribute("value", value));
}

Html part_heading(const http::Call& call, const i18n::Message& words) {
    return html::h2(html::cls("ds-heading"), html::attribute("data-size", "sm"), call.t(words));
}

static std::string words_of(const http::Call& call, const AttendeeView& attendee) {
    auto words = with_organisation(attendee.name, attendee.on_behalf_of) + " (" + label(call, attendee.role);
    if (!attendee.instead_of.empty()) words += " " + call.t(text::vote_instead_of({.member = attendee.instead_of}));
    return words + ")";
}

std::vector<ui::Choice> attendees_to_choose(const http::Call& call, const MeetingView& view,
                                            bool (*wanted)(const AttendeeView&)) {
    std::vector<ui::Choice> choices;
    for (const auto& attendee : view.attendees) {
        if (wanted(attendee))
            choices.push_back({attendee.appointment.to_string(), words_of(call, attendee), {}, false});
    }
    return choices;
}

std::vector<ui::Choice> voters_to_choose(const http::Call& call, const MeetingView& view) {
    return attendees_to_choose(call, view, [](const AttendeeView& attendee) { return attendee.may_vote; });
}

ui::FormFrame treatment_place(const http::Call& call, const MeetingView& view, const i18n::Message& title,
                              const i18n::Message& lead, std::string path) {
    return {.title = call.t(title),
            .lead = call.t(lead),
            .send = call.t(text::form_save),
            .path = std::move(path),
            .crumbs = crumbs_of(call, view),
            .back = view.url,
            .facts = title_of(call, view)};
}

} // namespace governance
