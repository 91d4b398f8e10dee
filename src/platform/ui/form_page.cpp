#include "platform/ui/form_page.hpp"

#include "platform/texts.hpp"
#include "platform/ui/words.hpp"

namespace ui {

Html form_buttons(const http::Call& call, std::string_view send, std::string_view back, std::string_view back_words) {
    const auto out = back_words.empty() ? call.t(platform::text::ui_form_cancel) : std::string{back_words};
    return html::div(html::cls("buttons"), ui::submit(send), ui::button_link(out, local_path(call, back), "tertiary"));
}

Html form_page(const http::Call& call, const FormState& state, const FormFrame& frame, const Html& fields,
               const Html& above, const Html& below) {
    auto crumbs = frame.crumbs;
    crumbs.push_back({frame.title, {}});
    const auto content = html::join({fields, form_buttons(call, frame.send, frame.back, frame.back_words)});
    const auto sent = ui::form(call, frame.path, content, frame.takes_files, frame.version);
    return ui::page(call, {.title = frame.title,
                           .crumbs = std::move(crumbs),
                           .hero = ui::hero({.title = frame.title, .lead = frame.lead, .facts = frame.facts}),
                           .content = html::div(html::cls("narrow"), error_summary(call, state), above, sent, below),
                           .has_errors = state.error != nullptr});
}

Field labelled_field(const http::Call& call, std::string_view name, const i18n::Message& label, std::string value) {
    Field field;
    field.name = name;
    field.label = call.t(label);
    field.value = std::move(value);
    return field;
}

Field required_field(const http::Call& call, std::string_view name, const i18n::Message& label, std::string value) {
    auto field = labelled_field(call, name, label, std::move(value));
    field.is_required = true;
    return field;
}

Field date_field(const http::Call& call, std::string_view name, const i18n::Message& label, std::string value) {
    auto field = required_field(call, name, label, std::move(value));
    field.type = "date";
    field.width = "sm";
    return field;
}

Html written_form_field(const http::Call& call, const FormState& state) {
    std::vector<Choice> choices;
    for (const auto language : {i18n::Language::nb, i18n::Language::nn})
        choices.push_back({.value = std::string{i18n::code(language)}, .label = std::string{i18n::own_name(language)}});
    return radios(call, state, required_field(call, "language", platform::text::ui_language, "nb"), choices);
}

} // namespace ui
