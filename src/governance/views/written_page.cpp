#include "governance/views/meeting_forms.hpp"
#include "governance/views/meeting_pages.hpp"

#include <fmt/format.h>

namespace governance {

/// Whom it is recorded for; nothing for those who act for themselves.
static Html seat_choice(const http::Call& call, const ui::FormState& state, const MeetingView& view,
                        const i18n::Message& asked) {
    if (view.own_appointment) return {};
    std::vector<ui::Choice> choices;
    for (const auto& attendee : view.attendees) {
        if (attendee.role == AppointmentRole::secretary || attendee.role == AppointmentRole::observer) continue;
        const auto words =
            with_organisation(attendee.name, attendee.on_behalf_of) + " (" + label(call, attendee.role) + ")";
        choices.push_back({attendee.appointment.to_string(), words, {}, false});
    }
    return ui::select(call, state, ui::required_field(call, "who", asked), choices);
}

static Html answer_fields(const http::Call& call, const ui::FormState& state, const MeetingView& view) {
    std::vector<ui::Choice> choices;
    for (const auto choice : json::enumerator_values<Choice>) {
        if (choice == Choice::blank && view.rules.rules.blank_votes != BlankVotes::everywhere) continue;
        choices.push_back({std::string{json::name_of(choice)}, label(call, choice), {}, false});
    }
    auto fields = seat_choice(call, state, view, text::written_who);
    fields += ui::radios(call, state, ui::required_field(call, "choice", text::written_choice), choices);
    if (!view.own_appointment)
        fields += ui::field(call, state, ui::labelled_field(call, "remark", text::written_remark));
    auto dissent = ui::labelled_field(call, "dissent", text::written_dissent);
    dissent.hint = call.t(text::written_dissent_hint);
    dissent.rows = 3;
    fields += ui::field(call, state, dissent);
    return fields;
}

static Html demand_form(const http::Call& call, const MeetingView& view) {
    if (!view.rules.rules.written.lets_demand()) return {};
    const ui::FormState nothing;
    auto reason = ui::required_field(call, "reason", text::written_demand_reason);
    reason.rows = 3;
    const auto fields = html::join(
        {html::p(call.t(text::written_demand_text)), seat_choice(call, nothing, view, text::written_demand_who),
         ui::field(call, nothing, reason), ui::submit(call.t(text::written_demand), "secondary")});
    return ui::details(call.t(text::written_demand), ui::form(call, view.url + "/demand", fields));
}

static Html declaration_form(const http::Call& call, const MeetingView& view, const std::string& path) {
    if (!view.own_appointment) return {};
    const ui::FormState nothing;
    auto reason = ui::labelled_field(call, "reason", text::impartiality_reason);
    reason.rows = 3;
    reason.hint = call.t(text::impartiality_reason_hint);
    const auto ground = ui::required_field(call, "ground", text::impartiality_ground_field, "particular");
    const auto fields =
        html::join({html::p(call.t(text::written_declare_text)),
                    ui::select(call, nothing, ground, words_as_choices<ImpartialityGround>(call)),
                    ui::field(call, nothing, reason), ui::submit(call.t(text::written_declare), "secondary")});
    return ui::details(call.t(text::written_declare), ui::form(call, path + "/declarations", fields));
}

Html ballot_page(const http::Call& call, const ui::FormState& state, const MeetingView& view, const ItemView& item) {
    const auto path = fmt::format("{}/items/{}", view.url, item.id.to_string());
    const auto until = call.t(text::written_until({.until = call.t.date_time(view.ends_at)}));
    Html above;
    if (!item.proposals.empty()) above = points_of(item.proposals.front().points);
    if (item.own_answer) {
        above += ui::alert(ui::Tone::info, call.t(text::written_cast),
                           html::p(call.t(text::written_cast_text({.choice = label(call, *item.own_answer)}))));
    }
    return ui::form_page(call, state,
                         {.title = call.t(text::written_ballot),
                          .lead = call.t(view.own_appointment ? text::written_ballot_lead : text::written_record_lead),
                          .send = call.t(text::written_send),
                          .path = path + "/ballots",
                          .crumbs = crumbs_of(call, view),
                          .back = view.url,
                          .facts = item.number + " " + title_of(call, item) + " · " + until},
                         answer_fields(call, state, view), above,
                         html::join({demand_form(call, view), declaration_form(call, view, path)}));
}

} // namespace governance
