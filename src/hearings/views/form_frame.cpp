#include "hearings/views/form_frame.hpp"

#include "hearings/texts.hpp"

namespace hearings {

ui::Field labelled_field(std::string name, std::string label, std::string value) {
    ui::Field field;
    field.name = std::move(name);
    field.label = std::move(label);
    field.value = std::move(value);
    return field;
}

ui::Field form_field(const http::Call& call, std::string name, const i18n::Message& label, std::string value) {
    return labelled_field(std::move(name), call.t(label), std::move(value));
}

Html form_frame(const http::Call& call, const ui::FormState& state, const std::string& title, const std::string& lead,
                std::vector<ui::Crumb> crumbs, const Html& fields, const FormWay& way) {
    crumbs.push_back({title, {}});
    const auto buttons = html::div(html::cls("buttons"), ui::submit(way.send),
                                   ui::button_link(call.t(text::form_back), call.url(way.back), "tertiary"));
    return ui::page(call,
                    {.title = title,
                     .crumbs = std::move(crumbs),
                     .hero = ui::hero({.title = title, .lead = lead}),
                     .content = html::div(html::cls("narrow"), ui::error_summary(call, state),
                                          ui::form(call, way.path, html::join({fields, buttons}), way.takes_files)),
                     .has_errors = state.error != nullptr});
}

} // namespace hearings
