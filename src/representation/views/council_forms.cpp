// What the register of seats held elsewhere is kept with, and the report from a meeting.
#include "representation/texts.hpp"
#include "representation/views/council_pages.hpp"

#include <fmt/format.h>

namespace representation {

static ui::Field number_field(const http::Call& call, std::string_view name, const i18n::Message& label,
                              std::string value = {}) {
    auto field = ui::required_field(call, name, label);
    field.type = "number";
    field.width = "sm";
    field.value = std::move(value);
    return field;
}

static ui::Field long_field(const http::Call& call, std::string_view name, const i18n::Message& label, int rows,
                            bool is_required = true) {
    auto field = ui::required_field(call, name, label);
    field.is_required = is_required;
    field.rows = rows;
    return field;
}

static ui::FormFrame council_frame(const http::Call& call, const CouncilView& view, const i18n::Message& title,
                                   const i18n::Message& lead, std::string_view path) {
    return {.title = call.t(title),
            .lead = call.t(lead),
            .send = call.t(text::form_save),
            .path = view.url + std::string{path},
            .crumbs = {{call.t(text::councils), "/seats"}, {view.name, view.url}},
            .back = view.url};
}

Html new_council_page(const http::Call& call, const ui::FormState& state) {
    const auto& t = call.t;
    auto slug = ui::required_field(call, "slug", text::field_slug);
    slug.hint = t(text::field_slug_hint);
    auto host = ui::required_field(call, "host", text::council_host);
    host.hint = t(text::field_host_hint);
    auto mandate = long_field(call, "mandate", text::council_mandate, 8);
    mandate.hint = t(text::field_wanted_hint);
    std::vector<ui::Choice> kinds;
    for (const auto kind : json::enumerator_values<CouncilKind>) {
        const std::string name{json::name_of(kind)};
        kinds.push_back({.value = name, .label = t.by_name("council.kind." + name), .hint = {}});
    }
    const auto fields = html::join(
        {ui::field(call, state, ui::required_field(call, "nameNb", text::field_name_nb)),
         ui::field(call, state, ui::required_field(call, "nameNn", text::field_name_nn)), ui::field(call, state, slug),
         ui::select(call, state, ui::required_field(call, "kind", text::council_kind), kinds),
         ui::field(call, state, host), ui::field(call, state, mandate),
         ui::field(call, state, ui::date_field(call, "mandateFrom", text::field_valid_from)),
         ui::field(call, state, number_field(call, "ourSeats", text::council_ours)),
         ui::field(call, state, number_field(call, "otherSeats", text::council_others)),
         tick_box(call, state, "isEqualNumber", text::field_equal),
         ui::field(call, state, number_field(call, "reportDays", text::council_report_days, "14"))});
    return ui::form_page(call, state,
                         {.title = call.t(text::council_new),
                          .lead = call.t(text::council_new_lead),
                          .send = call.t(text::form_save),
                          .path = "/seats",
                          .crumbs = {{t(text::councils), "/seats"}},
                          .back = "/seats"},
                         fields);
}

Html new_holder_page(const http::Call& call, const ui::FormState& state, const CouncilView& view,
                     const HolderChoices& choices) {
    const auto& t = call.t;
    auto asked = ui::labelled_field(call, "workplace", text::field_from_whom);
    asked.hint = t(text::field_workplace_hint);
    asked.value = choices.workplace;
    asked.width = "md";
    const ui::FormState nothing;
    const auto above = ui::filter_form(call, call.url(view.url + "/appointments/new"), ui::field(call, nothing, asked));
    const auto frame = council_frame(call, view, text::holder_new, text::holder_new_lead, "/appointments");
    if (choices.people.empty()) return ui::form_page(call, state, frame, html::p(t(text::holder_no_people)), above);
    std::vector<ui::Choice> seats;
    for (const auto& seat : view.seats) {
        const auto number = std::to_string(seat.number);
        seats.push_back({.value = number,
                         .label = t(text::seat_number({.number = number})),
                         .hint = {},
                         .is_chosen = number == choices.seat});
    }
    auto deputy = number_field(call, "deputyOrder", text::field_deputy_order, "0");
    deputy.hint = t(text::field_deputy_order_hint);
    auto valid_to = ui::date_field(call, "validTo", text::field_valid_to);
    valid_to.is_required = false;
    valid_to.hint = t(text::field_valid_to_hint);
    auto basis = ui::required_field(call, "basis", text::field_basis);
    basis.hint = t(text::field_basis_hint);
    const auto from = html::input(html::attribute("type", "hidden"), html::attribute("name", "onBehalfOf"),
                                  html::attribute("value", choices.workplace));
    const auto fields = html::join(
        {from, ui::select(call, state, ui::required_field(call, "personId", text::field_person_held), choices.people),
         ui::select(call, state, ui::required_field(call, "seat", text::column_seat), seats),
         ui::field(call, state, deputy),
         ui::field(call, state, ui::date_field(call, "validFrom", text::field_valid_from)),
         ui::field(call, state, valid_to), ui::field(call, state, basis)});
    return ui::form_page(call, state, frame, fields, above);
}

Html ending_page(const http::Call& call, const ui::FormState& state, const CouncilView& view,
                 const HolderView& holder) {
    auto from = ui::date_field(call, "from", text::field_ends_from);
    from.hint = call.t(text::field_ends_from_hint);
    auto frame = council_frame(call, view, text::holder_end, text::holder_end_lead,
                               fmt::format("/appointments/{}/ending", holder.id.to_string()));
    frame.version = holder.version;
    return ui::form_page(call, state, frame,
                         html::join({html::p(html::strong(holder.person.name), ", ", holder.on_behalf_of.name),
                                     ui::field(call, state, from),
                                     ui::field(call, state, ui::required_field(call, "reason", text::field_reason))}));
}

Html new_meeting_page(const http::Call& call, const ui::FormState& state, const CouncilView& view) {
    auto title = ui::required_field(call, "title", text::column_meeting);
    title.hint = call.t(text::field_meeting_hint);
    return ui::form_page(call, state, council_frame(call, view, text::meeting_new, text::meeting_new_lead, "/meetings"),
                         html::join({ui::field(call, state, title),
                                     ui::field(call, state, ui::date_field(call, "heldOn", text::column_held_on))}));
}

Html new_report_page(const http::Call& call, const ui::FormState& state, const CouncilView& view,
                     const std::vector<ui::Choice>& meetings) {
    const auto& t = call.t;
    auto position = ui::labelled_field(call, "position", text::report_position);
    position.hint = t(text::field_position_hint);
    position.width = "sm";
    auto basis = ui::labelled_field(call, "legalBasis", text::report_legal_basis);
    basis.hint = t(text::field_legal_basis_hint);
    auto means = long_field(call, "means", text::report_means, 6);
    means.hint = t(text::field_means_hint);
    const auto fields = html::join(
        {ui::written_form_field(call, state),
         ui::select(call, state, ui::required_field(call, "meeting", text::column_meeting), meetings),
         ui::field(call, state, long_field(call, "said", text::report_said, 6)), ui::field(call, state, position),
         ui::field(call, state, long_field(call, "cameOfIt", text::report_came_of_it, 5, false)),
         ui::field(call, state, means), ui::field(call, state, basis)});
    auto frame = council_frame(call, view, text::report_new, text::report_new_lead, "/reports");
    frame.send = t(text::report_send);
    return ui::form_page(call, state, frame, meetings.empty() ? html::p(t(text::report_no_meetings)) : fields);
}

} // namespace representation
