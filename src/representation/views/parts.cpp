#include "representation/views/parts.hpp"

#include "platform/ui/page.hpp"
#include "representation/texts.hpp"

#include <fmt/format.h>

namespace representation {

std::string label(const http::Call& call, RoundState state) {
    return call.t.by_name(fmt::format("round.state.{}", json::name_of(state)));
}

std::string label(const http::Call& call, Size size) {
    return call.t.by_name(fmt::format("size.{}", json::name_of(size)));
}

Html state_tag(const http::Call& call, RoundState state) {
    switch (state) {
    case RoundState::open:
        return ui::tag(label(call, state), ui::Tone::accent, ui::Icon::hourglass);
    case RoundState::choosing:
        return ui::tag(label(call, state), ui::Tone::info, ui::Icon::eye);
    case RoundState::filled:
        return ui::tag(label(call, state), ui::Tone::success, ui::Icon::checkmark_circle);
    }
    return {};
}

Html linked(const http::Call& call, const Link& to) {
    return to.url.empty() ? Html{to.name} : ui::link(to.name, call.url(to.url));
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

std::string period(const http::Call& call, Date from, const std::optional<Date>& to) {
    const auto first = call.t.date(from);
    if (!to) return call.t(text::period_from({.from = first}));
    const Date last{std::chrono::sys_days{*to} - std::chrono::days{1}};
    return call.t(text::period_to({.from = first, .to = call.t.date(last)}));
}

Html gap_list(const http::Call& call, const std::vector<GapView>& gaps) {
    if (gaps.empty()) return html::p(call.t(text::gaps_none));
    std::vector<Html> lines;
    for (const auto& gap : gaps) {
        lines.push_back(html::li(gap.words));
    }
    return html::ul(html::cls("ds-list"), lines);
}

Html form_page(const http::Call& call, const ui::FormState& state, const std::vector<Link>& crumbs,
               const FormWords& words, const Html& fields, const Html& above) {
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
    page.content = html::div(html::cls("narrow"), ui::error_summary(call, state), above,
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

Html gender_field(const http::Call& call, const ui::FormState& state, const i18n::Message& hint) {
    auto field = text_field(call, "gender", text::field_gender, false);
    field.hint = call.t(hint);
    std::vector<ui::Choice> choices{{.value = {}, .label = call.t(text::gender_untold), .hint = {}}};
    for (const auto gender : json::enumerator_values<Gender>) {
        const std::string name{json::name_of(gender)};
        choices.push_back({.value = name, .label = call.t.by_name("gender." + name), .hint = {}});
    }
    return ui::select(call, state, field, choices);
}

Html tick_box(const http::Call& call, const ui::FormState& state, std::string_view name, const i18n::Message& label) {
    return ui::checkboxes(call, state, text_field(call, name, label, false),
                          {{.value = "true", .label = call.t(label), .hint = {}}});
}

} // namespace representation
