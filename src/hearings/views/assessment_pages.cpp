#include "hearings/views/assessment_pages.hpp"

#include "hearings/texts.hpp"
#include "platform/ui/form_page.hpp"

#include <fmt/format.h>

namespace hearings {

static std::string label_of(const http::Call& call, Layer layer) {
    return call.t.by_name(fmt::format("assessment.layer.{}", json::name_of(layer)));
}

static std::string label_of(const http::Call& call, Verdict verdict) {
    return call.t.by_name(fmt::format("assessment.verdict.{}", json::name_of(verdict)));
}

static Html assessment_tag(const http::Call& call, AssessmentState state) {
    const auto tone = state == AssessmentState::required    ? ui::Tone::danger
                      : state == AssessmentState::delivered ? ui::Tone::success
                                                            : ui::Tone::neutral;
    return ui::tag(call.t.by_name(fmt::format("assessment.state.{}", json::name_of(state))), tone);
}

static Html verdict_tag(const http::Call& call, Verdict verdict) {
    switch (verdict) {
    case Verdict::in_order:
        return ui::tag(label_of(call, verdict), ui::Tone::success, ui::Icon::checkmark);
    case Verdict::reservation:
        return ui::tag(label_of(call, verdict), ui::Tone::warning, ui::Icon::warning);
    case Verdict::not_in_order:
        return ui::tag(label_of(call, verdict), ui::Tone::danger, ui::Icon::cross);
    case Verdict::not_relevant:
        break;
    }
    return ui::tag(label_of(call, verdict));
}

Html assessment_card(const http::Call& call, const AssessmentView& view) {
    const auto at = view.settled_at.value_or(view.required_at);
    return ui::link_card(call.t(text::assessment_by({.body = view.assessor.name})), call.url(view.url),
                         call.t(text::assessment_before({.body = view.before.name})) + " · " + call.t.date_time(at),
                         {assessment_tag(call, view.state)});
}

static Html checklist(const http::Call& call, const AssessmentView& view) {
    std::vector<std::vector<Html>> rows;
    for (const auto& line : view.layers)
        rows.push_back({label_of(call, line.layer), verdict_tag(call, line.verdict), line.text});
    return ui::table(call.t(text::assessment_checklist),
                     {{.name = call.t(text::assessment_layer)},
                      {.name = call.t(text::assessment_verdict)},
                      {.name = call.t(text::assessment_words)}},
                     rows);
}

static Html withdrawal_form(const http::Call& call, const ui::FormState& state, const AssessmentView& view) {
    ui::Field reason;
    reason.name = "reason";
    reason.label = call.t(text::assessment_reason);
    reason.is_required = true;
    return ui::details(call.t(text::assessment_withdraw),
                       ui::form(call, view.url + "/withdrawal",
                                html::join({ui::field(call, state, reason),
                                            ui::submit(call.t(text::assessment_withdraw), "secondary")})),
                       state.error != nullptr);
}

static std::vector<ui::Crumb> crumbs_to(const http::Call& call, const NamedLink& matter, const std::string& title) {
    return {{matter.name, call.url(matter.url)}, {title, {}}};
}

Html assessment_page(const http::Call& call, const ui::FormState& state, const AssessmentView& view,
                     const AssessmentRights& rights) {
    const auto title = call.t(text::assessment_by({.body = view.assessor.name}));
    Html main = ui::error_summary(call, state);
    if (view.state == AssessmentState::required) {
        main += html::p(
            ui::words(call, text::assessment_awaited({.assessor = view.assessor.name, .body = view.before.name})));
    } else {
        const auto heading =
            view.state == AssessmentState::delivered ? text::assessment_conclusion : text::assessment_reason;
        main +=
            ui::section(call.t(heading), "conclusion", html::div(html::cls("prose"), ui::markdown(view.conclusion)));
    }
    if (!view.layers.empty())
        main += ui::section(call.t(text::assessment_checklist), "checklist", checklist(call, view));
    Html work;
    if (rights.may_deliver)
        work += html::p(ui::button_link(call.t(text::assessment_deliver), call.url(view.url + "/delivery")));
    if (rights.may_withdraw) work += withdrawal_form(call, state, view);
    const auto settled = view.settled_at ? Html{call.t.date_time(*view.settled_at)} : Html{};
    const auto facts =
        ui::facts({{call.t(text::hearing_case), ui::link(view.matter.name, call.url(view.matter.url))},
                   {call.t(text::assessment_assessor), ui::link(view.assessor.name, call.url(view.assessor.url))},
                   {call.t(text::assessment_waits), ui::link(view.before.name, call.url(view.before.url))},
                   {call.t(text::assessment_required_at), Html{call.t.date_time(view.required_at)}},
                   {call.t(text::assessment_settled_at), settled}});
    const auto side = html::join({work.empty() ? Html{} : ui::card(call.t(text::assessment_work), work, true),
                                  ui::card(call.t(text::assessment_facts), facts),
                                  ui::formats_card(call, {{"JSON", view.url + ".json"}})});
    return ui::page(call, {.title = title,
                           .crumbs = crumbs_to(call, view.matter, title),
                           .hero = ui::hero({.tags = {assessment_tag(call, view.state)},
                                             .title = title,
                                             .lead = view.matter.name,
                                             .facts = view.case_number}),
                           .content = ui::columns(main, side, call.t(text::assessment_facts)),
                           .alternates = {{http::Format::json, view.url + ".json"}},
                           .has_errors = state.error != nullptr});
}

Html delivery_page(const http::Call& call, const ui::FormState& state, const AssessmentView& view) {
    std::vector<ui::Choice> verdicts;
    for (const auto verdict : json::enumerator_values<Verdict>)
        verdicts.push_back(
            {.value = std::string{json::name_of(verdict)}, .label = label_of(call, verdict), .hint = {}});
    Html fields;
    int place = 0;
    for (const auto layer : json::enumerator_values<Layer>) {
        const auto name = fmt::format("layers[{}]", place++);
        ui::Field verdict, words;
        verdict.name = name + ".verdict";
        verdict.label = label_of(call, layer);
        verdict.hint = call.t.by_name(fmt::format("assessment.layer_hint.{}", json::name_of(layer)));
        verdict.is_required = true;
        words.name = name + ".text";
        words.label = call.t(text::assessment_words_for({.layer = label_of(call, layer)}));
        words.rows = 3;
        fields += html::input(html::attribute("type", "hidden"), html::attribute("name", name + ".layer"),
                              html::attribute("value", json::name_of(layer)));
        fields += ui::radios(call, state, verdict, verdicts);
        fields += ui::field(call, state, words);
    }
    ui::Field conclusion;
    conclusion.name = "conclusion";
    conclusion.label = call.t(text::assessment_conclusion);
    conclusion.rows = 6;
    conclusion.is_required = true;
    fields += ui::field(call, state, conclusion);
    return ui::form_page(call, state,
                         {.title = call.t(text::assessment_deliver),
                          .lead = view.matter.name,
                          .send = call.t(text::assessment_send),
                          .path = view.url + "/delivery",
                          .crumbs = {{call.t(text::assessment_by({.body = view.assessor.name})), view.url}},
                          .back = view.url},
                         fields);
}

Html requirement_page(const http::Call& call, const ui::FormState& state, const RequirementChoices& choices) {
    ui::Field assessor, before;
    assessor.name = "assessor";
    assessor.label = call.t(text::assessment_assessor);
    assessor.is_required = true;
    before.name = "before";
    before.label = call.t(text::assessment_waits);
    before.hint = call.t(text::assessment_waits_hint);
    before.is_required = true;
    return ui::form_page(call, state,
                         {.title = call.t(text::assessment_require),
                          .lead = choices.matter.name,
                          .send = call.t(text::assessment_send),
                          .path = choices.matter.url + "/assessments",
                          .crumbs = {{choices.matter.name, choices.matter.url}},
                          .back = choices.matter.url},
                         html::join({ui::select(call, state, assessor, choices.assessors),
                                     ui::select(call, state, before, choices.bodies)}));
}

} // namespace hearings
