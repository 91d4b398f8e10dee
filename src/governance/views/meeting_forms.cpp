#include "governance/views/meeting_forms.hpp"

#include <fmt/format.h>

namespace governance {

Html meeting_form_page(const http::Call& call, const ui::FormState& state, const FormPlace& place, const Html& fields,
                       const Html& above, const Html& below) {
    ui::Page page;
    page.title = call.t(place.heading);
    page.crumbs = place.crumbs;
    page.crumbs.push_back({page.title, {}});
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = call.t(place.lead);
    hero.facts = place.facts;
    page.hero = ui::hero(hero);
    const auto buttons = html::div(html::cls("buttons"), ui::submit(call.t(place.send)),
                                   ui::button_link(call.t(text::form_cancel), call.url(place.back), "tertiary"));
    const auto form = ui::form(call, place.path, html::join({fields, buttons}), false, place.version);
    page.content = html::div(html::cls("narrow"), ui::error_summary(call, state), above, form, below);
    page.has_errors = state.error != nullptr;
    return ui::page(call, page);
}

ui::Field required_field(const http::Call& call, std::string_view name, const i18n::Message& label, std::string value) {
    auto field = field_named(call, name, label, std::move(value));
    field.is_required = true;
    return field;
}

Html tick_box(const http::Call& call, const ui::FormState& state, std::string_view name, const i18n::Message& label,
              bool is_ticked) {
    ui::Field field;
    field.name = name;
    field.label = call.t(label);
    return ui::checkboxes(call, state, field,
                          {{.value = "true", .label = call.t(label), .hint = {}, .is_chosen = is_ticked}});
}

std::string as_local_time(Instant instant) {
    const auto local = instant + norwegian_offset(instant);
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(local - midnight).count();
    return fmt::format("{}T{:02}:{:02}", to_string(Date{midnight}), minutes / 60, minutes % 60);
}

} // namespace governance
