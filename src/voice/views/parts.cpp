#include "voice/views/parts.hpp"

#include "voice/texts.hpp"

#include <fmt/format.h>

namespace voice {

std::string label(const http::Call& call, PositionState state) {
    return call.t.by_name(fmt::format("position.state.{}", json::name_of(state)));
}
std::string label(const http::Call& call, HindranceState state) {
    return call.t.by_name(fmt::format("hindrance.state.{}", json::name_of(state)));
}
std::string label(const http::Call& call, HearingResult result) {
    return call.t.by_name(fmt::format("state_hearing.result.{}", json::name_of(result)));
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

} // namespace voice
