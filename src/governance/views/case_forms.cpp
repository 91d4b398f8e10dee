#include "governance/views/case_forms.hpp"
#include "governance/texts.hpp"
#include "governance/views/case_fields.hpp"
#include "governance/views/form_page.hpp"

namespace governance {

Html plan_case_page(const http::Call& call, const ui::FormState& state, const FormChoices& choices) {
    auto owner = ui::labelled_field(call, "owner", text::case_owner, choices.owner);
    owner.hint = call.t(text::field_organisation_hint);
    owner.is_required = true;
    owner.width = "md";
    auto bodies = choices.bodies;
    bodies.insert(bodies.begin(), ui::Choice{.value = {}, .label = call.t(text::field_body_none), .hint = {}});
    auto number = ui::labelled_field(call, "number", text::case_number);
    number.hint = call.t(text::field_number_hint);
    number.width = "sm";
    return form_page(
        call, state, nullptr,
        {.title = call.t(text::case_plan),
         .lead = call.t(text::case_plan_lead),
         .send = call.t(text::case_plan_send),
         .path = "/cases"},
        html::join({text_fields(call, state, nullptr, choices), ui::field(call, state, owner),
                    ui::select(call, state, ui::labelled_field(call, "ownerBodyId", text::case_owner_body), bodies),
                    step_fields(call, state, {}, choices), concern_fields(call, state, {}),
                    ui::field(call, state, number)}));
}

Html texts_page(const http::Call& call, const ui::FormState& state, const CaseView& view, const FormChoices& choices) {
    return form_page(call, state, &view,
                     {.title = call.t(text::case_tool_texts),
                      .lead = call.t(text::case_texts_lead),
                      .send = call.t(text::form_save),
                      .path = view.url + "/texts",
                      .version = view.version},
                     text_fields(call, state, &view, choices));
}

Html path_page(const http::Call& call, const ui::FormState& state, const CaseView& view, const FormChoices& choices) {
    std::vector<StepView> coming;
    for (const auto& step : view.steps) {
        if (!step.outcome && !step.has_lapsed) coming.push_back(step);
    }
    return form_page(call, state, &view,
                     {.title = call.t(text::case_tool_path),
                      .lead = call.t(text::case_path_lead),
                      .send = call.t(text::form_save),
                      .path = view.url + "/path",
                      .version = view.version},
                     step_fields(call, state, coming, choices));
}

Html concerns_page(const http::Call& call, const ui::FormState& state, const CaseView& view) {
    return form_page(call, state, &view,
                     {.title = call.t(text::case_tool_concerns),
                      .lead = call.t(text::case_concerns_lead),
                      .send = call.t(text::form_save),
                      .path = view.url + "/concerns",
                      .version = view.version},
                     concern_fields(call, state, view.concerns));
}

Html notice_page(const http::Call& call, const ui::FormState& state, const CaseView& view) {
    auto until = ui::labelled_field(call, "inputUntil", text::field_input_until);
    until.hint = call.t(text::field_input_until_hint);
    until.type = "date";
    until.width = "sm";
    return form_page(call, state, &view,
                     {.title = call.t(text::case_tool_notice),
                      .lead = call.t(text::case_notice_lead),
                      .send = call.t(text::case_notice_send),
                      .path = view.url + "/notice",
                      .version = view.version},
                     ui::field(call, state, until));
}

static Html note_field(const http::Call& call, const ui::FormState& state, const i18n::Message& name) {
    auto field = ui::labelled_field(call, "note", name);
    field.is_required = true;
    field.rows = 4;
    field.length_max = 1000;
    return ui::field(call, state, field);
}

Html follow_up_page(const http::Call& call, const ui::FormState& state, const CaseView& view) {
    return form_page(call, state, &view,
                     {.title = call.t(text::case_tool_follow_up),
                      .lead = call.t(text::case_follow_up_lead),
                      .send = call.t(text::form_save),
                      .path = view.url + "/follow-up",
                      .version = view.version},
                     note_field(call, state, text::field_follow_up));
}

Html withdrawal_page(const http::Call& call, const ui::FormState& state, const CaseView& view) {
    return form_page(call, state, &view,
                     {.title = call.t(text::case_tool_withdraw),
                      .lead = call.t(text::case_withdraw_lead),
                      .send = call.t(text::case_tool_withdraw),
                      .path = view.url + "/withdrawal",
                      .version = view.version},
                     note_field(call, state, text::field_reason));
}

} // namespace governance
