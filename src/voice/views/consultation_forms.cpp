#include "platform/ui/page.hpp"
#include "voice/domain/consultation.hpp"
#include "voice/texts.hpp"
#include "voice/views/consultation_labels.hpp"
#include "voice/views/consultation_pages.hpp"
#include "voice/views/parts.hpp"

#include <fmt/format.h>

namespace voice {

static ui::FormFrame meeting_frame(const http::Call& call, const ConsultationView& view, const i18n::Message& title,
                                   const i18n::Message& lead, std::string path) {
    return {.title = call.t(title),
            .lead = call.t(lead),
            .send = call.t(text::form_save),
            .path = std::move(path),
            .crumbs = {{call.t(text::consultations), "/consultations"}, {view.number, view.url}},
            .back = view.url};
}

template <class Words>
static std::vector<ui::Choice> choices_of(const http::Call& call) {
    std::vector<ui::Choice> choices;
    for (const auto each : json::enumerator_values<Words>)
        choices.push_back({.value = std::string{json::name_of(each)}, .label = label(call, each), .hint = {}});
    return choices;
}

static Html speaker_choices(const http::Call& call, const ui::FormState& state,
                            const std::vector<governance::SeatCard>& seats) {
    std::vector<ui::Choice> choices;
    for (const auto& seat : seats)
        choices.push_back({.value = seat.id.to_string(), .label = seat.person_name, .hint = seat.body_name});
    if (choices.empty()) return {};
    auto field = ui::labelled_field(call, "speakers", text::consultation_speakers);
    field.hint = call.t(text::consultation_speakers_hint);
    return ui::checkboxes(call, state, field, choices);
}

Html new_consultation_page(const http::Call& call, const ui::FormState& state,
                           const std::vector<governance::SeatCard>& speakers) {
    auto counterpart = ui::required_field(call, "counterpart", text::consultation_counterpart);
    counterpart.hint = call.t(text::field_addressee_hint);
    auto introduction = ui::labelled_field(call, "introduction", text::consultation_introduction);
    introduction.rows = 5;
    introduction.hint = call.t(text::field_markdown_hint);
    const auto fields = html::join({ui::written_form_field(call, state),
                                    ui::radios(call, state, ui::required_field(call, "point", text::consultation_point),
                                               choices_of<ConsultationPoint>(call)),
                                    ui::field(call, state, counterpart),
                                    ui::field(call, state, ui::date_field(call, "heldOn", text::fact_stated_on)),
                                    ui::field(call, state, ui::labelled_field(call, "place", text::consultation_place)),
                                    ui::field(call, state, introduction), speaker_choices(call, state, speakers)});
    return ui::form_page(call, state,
                         {.title = call.t(text::consultation_new),
                          .lead = call.t(text::consultation_new_lead),
                          .send = call.t(text::form_save),
                          .path = "/consultations",
                          .crumbs = {{call.t(text::consultations), "/consultations"}},
                          .back = "/consultations"},
                         fields);
}

Html consultation_move_page(const http::Call& call, const ui::FormState& state, const ConsultationView& view) {
    auto place = ui::labelled_field(call, "place", text::consultation_place);
    place.value = view.place;
    auto day = ui::date_field(call, "heldOn", text::fact_stated_on);
    day.value = to_string(view.held_on);
    auto frame = meeting_frame(call, view, text::consultation_move, text::consultation_move_lead, view.url + "/move");
    frame.version = view.version;
    return ui::form_page(call, state, frame,
                         html::join({ui::field(call, state, day), ui::field(call, state, place),
                                     ui::field(call, state, ui::required_field(call, "reason", text::field_reason))}));
}

/// Room for a few numbers; JSON takes as many as one likes.
static Html number_fields(const http::Call& call, const ui::FormState& state, std::string_view name,
                          const i18n::Message& words, const i18n::Message& hint) {
    Html fields;
    for (int i = 0; i < 2; ++i) {
        auto field = ui::labelled_field(call, "", words);
        field.name = fmt::format("{}[{}]", name, i);
        field.label = fmt::format("{} {}", call.t(words), i + 1);
        field.hint = call.t(hint);
        field.width = "sm";
        fields += ui::field(call, state, field);
    }
    return fields;
}

Html new_item_page(const http::Call& call, const ui::FormState& state, const ConsultationView& view) {
    auto words = ui::labelled_field(call, "text", text::consultation_item_text);
    words.rows = 8;
    words.hint = call.t(text::field_markdown_hint);
    return ui::form_page(
        call, state,
        meeting_frame(call, view, text::consultation_item_new, text::consultation_item_lead, view.url + "/items"),
        html::join({ui::field(call, state, ui::required_field(call, "title", text::field_title)),
                    ui::field(call, state, words),
                    number_fields(call, state, "positions", text::statement, text::field_position_hint),
                    number_fields(call, state, "hindrances", text::hindrance, text::field_hindrance_hint),
                    number_fields(call, state, "cases", text::a_case, text::field_case_number_hint)}));
}

/// Which side and which method: asked first, for the fields follow from it.
static Html method_chooser(const http::Call& call, const std::string& path, const CalculationForm& form) {
    auto sides = choices_of<CostSide>(call);
    for (auto& side : sides)
        side.is_chosen = side.value == json::name_of(form.side);
    std::vector<ui::Choice> methods;
    for (const auto* method : form.methods) {
        methods.push_back({.value = method->code,
                           .label = method_label(call, method->code, method->version),
                           .hint = {},
                           .is_chosen = method == form.method});
    }
    return ui::filter_form(
        call, call.url(path),
        html::join({ui::select(call, {}, ui::required_field(call, "side", text::cost_side), sides),
                    ui::select(call, {}, ui::required_field(call, "method", text::cost_method), methods)}));
}

static Html hidden_field(std::string_view name, std::string_view value) {
    return html::input(html::attribute("type", "hidden"), html::attribute("name", name),
                       html::attribute("value", value));
}

static Html input_fields(const http::Call& call, const ui::FormState& state, const CostMethod& method) {
    Html fields;
    for (std::size_t i = 0; i < method.inputs.size(); ++i) {
        const auto& input = method.inputs[i];
        const auto prefix = fmt::format("inputs[{}].", i);
        fields += hidden_field(prefix + "name", input.name);
        ui::Field amount;
        amount.name = prefix + "amount";
        amount.label = number_label(call, input.name);
        amount.hint = call.t.by_name("cost.unit." + input.unit);
        amount.is_required = true;
        amount.width = "md";
        ui::Field source;
        source.name = prefix + "source";
        source.label = call.t(text::cost_source_of({.what = number_label(call, input.name)}));
        fields += ui::field(call, state, amount);
        fields += ui::field(call, state, source);
    }
    return fields;
}

Html calculation_page(const http::Call& call, const ui::FormState& state, const ConsultationView& view,
                      const CalculationForm& form) {
    const auto path = fmt::format("{}/items/{}/calculation", view.url, form.place);
    ui::Page page;
    page.title = call.t(text::cost_calculate);
    page.crumbs = {
        {call.t(text::consultations), call.url("/consultations")}, {view.number, call.url(view.url)}, {page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = call.t(text::cost_calculate_lead);
    page.hero = ui::hero(hero);
    page.has_errors = state.error != nullptr;
    Html filled;
    if (form.method != nullptr) {
        auto year = ui::required_field(call, "priceLevelYear", text::cost_price_year);
        year.type = "number";
        year.width = "sm";
        year.value = std::to_string(form.price_level_year);
        auto note = ui::labelled_field(call, "note", text::cost_note);
        note.rows = 4;
        const auto fields =
            html::join({hidden_field("side", json::name_of(form.side)), hidden_field("method", form.method->code),
                        ui::field(call, state, year), input_fields(call, state, *form.method),
                        ui::field(call, state, note), ui::form_buttons(call, call.t(text::cost_calculate), view.url)});
        filled = ui::section(
            fmt::format("{}: {}", label(call, form.side), method_label(call, form.method->code, form.method->version)),
            "numbers", ui::form(call, path, fields));
    }
    page.content =
        html::div(html::cls("narrow"), ui::error_summary(call, state), method_chooser(call, path, form), filled);
    return ui::page(call, page);
}

Html outcome_page(const http::Call& call, const ui::FormState& state, const ConsultationView& view, int place) {
    auto words = ui::required_field(call, "words", text::consultation_outcome_words);
    words.hint = call.t(text::consultation_outcome_hint);
    return ui::form_page(
        call, state,
        meeting_frame(call, view, text::consultation_outcome_record, text::consultation_outcome_record_lead,
                      fmt::format("{}/items/{}/outcome", view.url, place)),
        html::join({ui::radios(call, state, ui::required_field(call, "outcome", text::consultation_outcome),
                               choices_of<ConsultationOutcome>(call)),
                    ui::field(call, state, words),
                    ui::field(call, state, ui::date_field(call, "decidedOn", text::fact_stated_on))}));
}

Html follow_up_page(const http::Call& call, const ui::FormState& state, const ConsultationView& view, int place) {
    auto owner = ui::required_field(call, "owner", text::follow_up_owner);
    owner.hint = call.t(text::field_addressee_hint);
    return ui::form_page(call, state,
                         meeting_frame(call, view, text::follow_up_agree, text::follow_up_lead,
                                       fmt::format("{}/items/{}/follow-ups", view.url, place)),
                         html::join({ui::field(call, state, ui::required_field(call, "what", text::follow_up_what)),
                                     ui::field(call, state, owner),
                                     ui::field(call, state, ui::date_field(call, "dueOn", text::follow_up_due))}));
}

Html follow_up_done_page(const http::Call& call, const ui::FormState& state, const ConsultationView& view,
                         const FollowUpView& follow_up) {
    return ui::form_page(
        call, state,
        meeting_frame(call, view, text::follow_up_done, text::follow_up_done_lead,
                      "/follow-ups/" + follow_up.id.to_string() + "/done"),
        html::join({html::p(follow_up.what),
                    ui::field(call, state, ui::required_field(call, "words", text::field_note)),
                    ui::field(call, state, ui::date_field(call, "doneOn", text::field_responded_on))}));
}

} // namespace voice
