#include "representation/views/parts.hpp"

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

Html gender_field(const http::Call& call, const ui::FormState& state, const i18n::Message& hint) {
    auto field = ui::labelled_field(call, "gender", text::field_gender);
    field.hint = call.t(hint);
    std::vector<ui::Choice> choices{{.value = {}, .label = call.t(text::gender_untold), .hint = {}}};
    for (const auto gender : json::enumerator_values<Gender>) {
        const std::string name{json::name_of(gender)};
        choices.push_back({.value = name, .label = call.t.by_name("gender." + name), .hint = {}});
    }
    return ui::select(call, state, field, choices);
}

Html tick_box(const http::Call& call, const ui::FormState& state, std::string_view name, const i18n::Message& label) {
    return ui::checkboxes(call, state, ui::labelled_field(call, name, label),
                          {{.value = "true", .label = call.t(label), .hint = {}}});
}

} // namespace representation
