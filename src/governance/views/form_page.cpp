#include "governance/views/form_page.hpp"
#include "governance/texts.hpp"
#include "governance/views/case_pages.hpp"
#include "platform/ui/page.hpp"

namespace governance {

Html form_page(const http::Call& call, const ui::FormState& state, const CaseView* view, const FormFrame& frame,
               const Html& fields, const Html& above) {
    const auto heading = call.t(frame.heading);
    std::vector<ui::Crumb> crumbs{{call.t(text::cases), call.url("/cases")}};
    std::string facts;
    if (view != nullptr) {
        crumbs.push_back({view->number.to_string(), call.url(view->url)});
        facts = view->number.to_string() + " · " + title_of(call, *view);
    }
    crumbs.push_back({heading, {}});
    const auto back = view == nullptr ? call.url("/cases") : call.url(view->url);
    const auto buttons = html::div(html::cls("buttons"), ui::submit(call.t(frame.send)),
                                   ui::button_link(call.t(text::form_back), back, "tertiary"));
    const auto form = ui::form(call, frame.path, html::join({fields, buttons}), frame.takes_files, frame.version);
    return ui::page(call, {.title = heading,
                           .crumbs = std::move(crumbs),
                           .hero = ui::hero({.tags = {},
                                             .title = heading,
                                             .lead = call.t(frame.lead),
                                             .facts = facts,
                                             .beside = {},
                                             .title_language = {}}),
                           .content = html::div(html::cls("narrow"), ui::error_summary(call, state), above, form),
                           .alternates = {},
                           .has_errors = state.error != nullptr,
                           .description = {},
                           .attribution = {}});
}

ui::Field field_named(const http::Call& call, std::string_view name, const i18n::Message& label, std::string value) {
    ui::Field field;
    field.name = name;
    field.label = call.t(label);
    field.value = std::move(value);
    return field;
}

} // namespace governance
