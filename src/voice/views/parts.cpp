#include "voice/views/parts.hpp"

#include "platform/ui/page.hpp"
#include "voice/texts.hpp"

#include <fmt/format.h>

namespace voice {

std::string label(const http::Call& call, PositionState state) {
    return call.t.by_name(fmt::format("position.state.{}", json::name_of(state)));
}
std::string label(const http::Call& call, HindranceState state) {
    return call.t.by_name(fmt::format("hindrance.state.{}", json::name_of(state)));
}

Html state_tag(const http::Call& call, PositionState state) {
    switch (state) {
    case PositionState::in_force:
        return ui::tag(label(call, state), ui::Tone::success, ui::Icon::checkmark_circle);
    case PositionState::superseded:
        return ui::tag(label(call, state), ui::Tone::neutral, ui::Icon::refresh);
    case PositionState::withdrawn:
        return ui::tag(label(call, state), ui::Tone::danger, ui::Icon::minus_circle);
    }
    return {};
}

Html state_tag(const http::Call& call, HindranceState state) {
    switch (state) {
    case HindranceState::reported:
        return ui::tag(label(call, state), ui::Tone::neutral, ui::Icon::information);
    case HindranceState::assessed:
        return ui::tag(label(call, state), ui::Tone::info, ui::Icon::eye);
    case HindranceState::raised:
        return ui::tag(label(call, state), ui::Tone::accent, ui::Icon::hourglass);
    case HindranceState::resolved:
        return ui::tag(label(call, state), ui::Tone::success, ui::Icon::checkmark_circle);
    case HindranceState::declined:
        return ui::tag(label(call, state), ui::Tone::danger, ui::Icon::minus_circle);
    }
    return {};
}

Html linked(const http::Call& call, const Link& to) {
    return ui::link(to.name, call.url(to.url));
}

Html linked_list(const http::Call& call, const std::vector<Link>& links) {
    if (links.empty()) return {};
    std::vector<Html> lines;
    for (const auto& each : links)
        lines.push_back(html::li(linked(call, each)));
    return html::ul(html::cls("ds-list"), lines);
}

Html happenings(const http::Call& call, const std::vector<EventView>& events) {
    if (events.empty()) return {};
    std::vector<ui::Happening> lines;
    for (const auto& event : events) {
        lines.push_back({.when = call.t.date_time(event.at),
                         .machine_time = to_string(event.at),
                         .what = Html{event.what},
                         .who = event.who,
                         .icon = {}});
    }
    return ui::section(call.t(text::history), "history", ui::timeline(lines));
}

Html state_filter(const http::Call& call, std::string_view path,
                  const std::vector<std::pair<std::string, std::string>>& states, std::string_view chosen) {
    std::vector<ui::Choice> choices{
        {.value = {}, .label = call.t(text::filter_all), .hint = {}, .is_chosen = chosen.empty()}};
    for (const auto& [value, words] : states) {
        choices.push_back({.value = value, .label = words, .hint = {}, .is_chosen = value == chosen});
    }
    ui::Field field;
    field.name = "state";
    field.label = call.t(text::filter_state);
    field.value = chosen;
    return ui::filter_form(call, path, ui::select(call, {}, field, choices));
}

Html form_page(const http::Call& call, const ui::FormState& state, const std::vector<Link>& crumbs,
               const FormWords& words, const Html& fields) {
    ui::Page page;
    page.title = call.t(words.heading);
    for (const auto& crumb : crumbs) {
        page.crumbs.push_back({crumb.name, call.url(crumb.url)});
    }
    page.crumbs.push_back({page.title, {}});
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = call.t(words.lead);
    page.hero = ui::hero(hero);
    const auto buttons = html::div(html::cls("buttons"), ui::submit(call.t(words.send)),
                                   ui::button_link(call.t(text::form_back), call.url(words.back), "tertiary"));
    page.content = html::div(html::cls("narrow"), ui::error_summary(call, state),
                             ui::form(call, words.path, html::join({fields, buttons}), false, words.version));
    page.has_errors = state.error != nullptr;
    return ui::page(call, page);
}

ui::Field text_field(const http::Call& call, std::string_view name, const i18n::Message& label, bool is_required) {
    ui::Field field;
    field.name = name;
    field.label = call.t(label);
    field.is_required = is_required;
    return field;
}

ui::Field date_field(const http::Call& call, std::string_view name, const i18n::Message& label, bool is_required) {
    auto field = text_field(call, name, label, is_required);
    field.type = "date";
    field.width = "sm";
    return field;
}

Html written_form_field(const http::Call& call, const ui::FormState& state) {
    auto field = text_field(call, "language", text::field_language);
    field.value = "nb";
    return ui::radios(call, state, field,
                      {{.value = "nb", .label = call.t(text::written_nb), .hint = {}},
                       {.value = "nn", .label = call.t(text::written_nn), .hint = {}}});
}

} // namespace voice
