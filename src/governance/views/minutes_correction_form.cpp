#include "governance/views/meeting_pages.hpp"
#include "governance/views/treatment_form_parts.hpp"

#include <fmt/format.h>

namespace governance {

Html correction_page(const http::Call& call, const ui::FormState& state, const MinutesView& view) {
    auto reason = ui::required_field(call, "reason", text::field_correction_reason);
    reason.rows = 3;
    Html items;
    for (std::size_t i = 0; i < view.content.items.size(); ++i) {
        const auto& item = view.content.items[i];
        items += html::h3(html::cls("ds-heading"), html::attribute("data-size", "xs"),
                          (item.number.empty() ? "" : item.number + " ") + item.title);
        items += hidden_input(fmt::format("items[{}].item", i), std::to_string(i));
        for (std::size_t point = 0; point < item.decision.size(); ++point) {
            ui::Field field;
            field.name = fmt::format("items[{}].decision[{}]", i, point);
            field.label = call.t(text::field_decided_point({.number = static_cast<std::int64_t>(point + 1)}));
            field.value = item.decision[point];
            field.rows = 3;
            items += ui::field(call, state, field);
        }
        auto note = ui::labelled_field(call, fmt::format("items[{}].note", i), text::field_note, item.note);
        note.rows = 3;
        items += ui::field(call, state, note);
    }
    return ui::form_page(
        call, state,
        {.title = call.t(text::minutes_correct),
         .lead = call.t(text::minutes_correct_lead),
         .send = call.t(text::minutes_correct_save),
         .path = view.url + "/correction",
         .crumbs = {{call.t(text::meetings), call.url("/meetings")},
                    {view.body.name, call.url(view.body.url)},
                    {view.meeting.name, call.url(view.meeting.url)},
                    {call.t(text::minutes), call.url(view.url)}},
         .back = view.url,
         .facts = call.t(text::minutes_title({.body = view.body.name, .number = view.meeting.name}))},
        html::join({ui::field(call, state, reason),
                    ui::field(call, state, ui::required_field(call, "place", text::meeting_place, view.content.place)),
                    items}));
}

} // namespace governance
