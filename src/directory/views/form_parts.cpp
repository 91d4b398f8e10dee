#include "directory/views/form_parts.hpp"

#include "directory/texts.hpp"
#include "platform/ui/page.hpp"

namespace directory {

Html form_page(const http::Call& call, const ui::FormState& state, const Organisation* organisation,
               std::string_view heading, std::string_view lead, const Html& content) {
    std::vector<ui::Crumb> crumbs{{call.t(text::organisations), call.url("/organisations")}};
    std::string facts;
    if (organisation != nullptr) {
        facts = shown_name(*organisation, call.request.language);
        crumbs.push_back({facts, call.url("/organisations/" + organisation->slug)});
        if (!organisation->number.empty()) facts = organisation->number + " · " + facts;
    }
    crumbs.push_back({std::string{heading}});
    return ui::page(call, {.title = std::string{heading},
                           .crumbs = std::move(crumbs),
                           .hero = ui::hero({.title = std::string{heading}, .lead = std::string{lead}, .facts = facts}),
                           .content = html::div(html::cls("narrow"), ui::error_summary(call, state), content),
                           .has_errors = state.error != nullptr});
}

ui::Field Fields::field(std::string name, std::string label, std::string value, bool is_required, std::string hint) {
    ui::Field made;
    made.name = std::move(name);
    made.label = std::move(label);
    made.value = std::move(value);
    made.is_required = is_required;
    made.hint = std::move(hint);
    return made;
}

Html Fields::text(std::string name, const i18n::Message& label, std::string value, bool is_required, std::string hint,
                  std::string width) const {
    auto made = field(std::move(name), call_.t(label), std::move(value), is_required, std::move(hint));
    made.width = std::move(width);
    return ui::field(call_, state_, made);
}

Html Fields::day(std::string name, const i18n::Message& label, std::string value, bool is_required,
                 std::string hint) const {
    auto made = field(std::move(name), call_.t(label), std::move(value), is_required, std::move(hint));
    made.type = "date";
    made.width = "sm";
    return ui::field(call_, state_, made);
}

Html Fields::choice(std::string name, const i18n::Message& label, std::string value,
                    const std::vector<ui::Choice>& choices, std::string hint) const {
    return ui::select(call_, state_, field(std::move(name), call_.t(label), std::move(value), true, std::move(hint)),
                      choices);
}

} // namespace directory
