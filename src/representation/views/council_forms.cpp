// What the register of seats held elsewhere is kept with, and the report from a meeting.
#include "representation/texts.hpp"
#include "representation/views/council_pages.hpp"

#include <fmt/format.h>

namespace representation {

static ui::Field number_field(const http::Call& call, std::string_view name, const i18n::Message& label,
                              std::string value = {}) {
    auto field = text_field(call, name, label);
    field.type = "number";
    field.width = "sm";
    field.value = std::move(value);
    return field;
}

static ui::Field long_field(const http::Call& call, std::string_view name, const i18n::Message& label, int rows,
                            bool is_required = true) {
    auto field = text_field(call, name, label, is_required);
    field.rows = rows;
    return field;
}

static std::vector<Link> crumbs_to(const http::Call& call, const CouncilView& view) {
    return {{call.t(text::councils), "/seats"}, {view.name, view.url}};
}

Html new_council_page(const http::Call& call, const ui::FormState& state) {
    const auto& t = call.t;
    auto slug = text_field(call, "slug", text::field_slug);
    slug.hint = t(text::field_slug_hint);
    auto host = text_field(call, "host", text::council_host);
    host.hint = t(text::field_host_hint);
    auto mandate = long_field(call, "mandate", text::council_mandate, 8);
    mandate.hint = t(text::field_wanted_hint);
    std::vector<ui::Choice> kinds;
    for (const auto kind : json::enumerator_values<CouncilKind>) {
        const std::string name{json::name_of(kind)};
        kinds.push_back({.value = name, .label = t.by_name("council.kind." + name), .hint = {}});
    }
    const auto fields = html::join(
        {ui::field(call, state, text_field(call, "nameNb", text::field_name_nb)),
         ui::field(call, state, text_field(call, "nameNn", text::field_name_nn)), ui::field(call, state, slug),
         ui::select(call, state, text_field(call, "kind", text::council_kind), kinds), ui::field(call, state, host),
         ui::field(call, state, mandate),
         ui::field(call, state, date_field(call, "mandateFrom", text::field_valid_from)),
         ui::field(call, state, number_field(call, "ourSeats", text::council_ours)),
         ui::field(call, state, number_field(call, "otherSeats", text::council_others)),
         tick_box(call, state, "isEqualNumber", text::field_equal),
         ui::field(call, state, number_field(call, "reportDays", text::council_report_days, "14"))});
    return form_page(call, state, {{t(text::councils), "/seats"}},
                     {text::council_new, text::council_new_lead, text::form_save, "/seats", "/seats"}, fields);
}

Html new_holder_page(const http::Call& call, const ui::FormState& state, const CouncilView& view,
                     const HolderChoices& choices) {
    const auto& t = call.t;
    auto asked = text_field(call, "workplace", text::field_from_whom, false);
    asked.hint = t(text::field_workplace_hint);
    asked.value = choices.workplace;
    asked.width = "md";
    const ui::FormState nothing;
    const auto above = ui::filter_form(call, call.url(view.url + "/appointments/new"), ui::field(call, nothing, asked));
    if (choices.people.empty()) {
        return form_page(
            call, state, crumbs_to(call, view),
            {text::holder_new, text::holder_new_lead, text::form_save, view.url + "/appointments", view.url},
            html::p(t(text::holder_no_people)), above);
    }
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
    auto valid_to = date_field(call, "validTo", text::field_valid_to, false);
    valid_to.hint = t(text::field_valid_to_hint);
    auto basis = text_field(call, "basis", text::field_basis);
    basis.hint = t(text::field_basis_hint);
    const auto from = html::input(html::attribute("type", "hidden"), html::attribute("name", "onBehalfOf"),
                                  html::attribute("value", choices.workplace));
    const auto fields = html::join(
        {from, ui::select(call, state, text_field(call, "personId", text::field_person_held), choices.people),
         ui::select(call, state, text_field(call, "seat", text::column_seat), seats), ui::field(call, state, deputy),
         ui::field(call, state, date_field(call, "validFrom", text::field_valid_from)),
         ui::field(call, state, valid_to), ui::field(call, state, basis)});
    return form_page(call, state, crumbs_to(call, view),
                     {text::holder_new, text::holder_new_lead, text::form_save, view.url + "/appointments", view.url},
                     fields, above);
}

Html ending_page(const http::Call& call, const ui::FormState& state, const CouncilView& view,
                 const HolderView& holder) {
    auto from = date_field(call, "from", text::field_ends_from);
    from.hint = call.t(text::field_ends_from_hint);
    const auto path = fmt::format("{}/appointments/{}/ending", view.url, holder.id.to_string());
    return form_page(call, state, crumbs_to(call, view),
                     {text::holder_end, text::holder_end_lead, text::form_save, path, view.url, holder.version},
                     html::join({html::p(html::strong(holder.person.name), ", ", holder.on_behalf_of.name),
                                 ui::field(call, state, from),
                                 ui::field(call, state, text_field(call, "reason", text::field_reason))}));
}

Html new_meeting_page(const http::Call& call, const ui::FormState& state, const CouncilView& view) {
    auto title = text_field(call, "title", text::column_meeting);
    title.hint = call.t(text::field_meeting_hint);
    return form_page(call, state, crumbs_to(call, view),
                     {text::meeting_new, text::meeting_new_lead, text::form_save, view.url + "/meetings", view.url},
                     html::join({ui::field(call, state, title),
                                 ui::field(call, state, date_field(call, "heldOn", text::column_held_on))}));
}

Html new_report_page(const http::Call& call, const ui::FormState& state, const CouncilView& view,
                     const std::vector<ui::Choice>& meetings) {
    const auto& t = call.t;
    auto position = text_field(call, "position", text::report_position, false);
    position.hint = t(text::field_position_hint);
    position.width = "sm";
    auto basis = text_field(call, "legalBasis", text::report_legal_basis, false);
    basis.hint = t(text::field_legal_basis_hint);
    auto means = long_field(call, "means", text::report_means, 6);
    means.hint = t(text::field_means_hint);
    const auto fields = html::join(
        {written_form_field(call, state),
         ui::select(call, state, text_field(call, "meeting", text::column_meeting), meetings),
         ui::field(call, state, long_field(call, "said", text::report_said, 6)), ui::field(call, state, position),
         ui::field(call, state, long_field(call, "cameOfIt", text::report_came_of_it, 5, false)),
         ui::field(call, state, means), ui::field(call, state, basis)});
    if (meetings.empty()) {
        return form_page(call, state, crumbs_to(call, view),
                         {text::report_new, text::report_new_lead, text::report_send, view.url + "/reports", view.url},
                         html::p(t(text::report_no_meetings)));
    }
    return form_page(call, state, crumbs_to(call, view),
                     {text::report_new, text::report_new_lead, text::report_send, view.url + "/reports", view.url},
                     fields);
}

} // namespace representation
