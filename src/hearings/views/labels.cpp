#include "hearings/views/labels.hpp"

#include "hearings/texts.hpp"

#include <fmt/format.h>

namespace hearings {

std::string label(const http::Call& call, HearingState state) {
    return call.t.by_name(fmt::format("hearing.state.{}", json::name_of(state)));
}

std::string label(const http::Call& call, Stance stance) {
    return call.t.by_name(fmt::format("hearing.stance.{}", json::name_of(stance)));
}

std::string label(const http::Call& call, Size size) {
    return call.t.by_name(fmt::format("hearing.size.{}", json::name_of(size)));
}

std::string in_words(const http::Call& call, const Audience& part, const std::string& organisation) {
    switch (part.kind) {
    case AudienceKind::municipalities:
        return call.t(text::audience_municipalities);
    case AudienceKind::counties:
        return call.t(text::audience_counties);
    case AudienceKind::county:
        return call.t(text::audience_county({.name = organisation}));
    case AudienceKind::size:
        return call.t(text::audience_size({.size = label(call, *part.size)}));
    case AudienceKind::network:
        return call.t(text::audience_network({.name = organisation}));
    case AudienceKind::named:
        break;
    }
    return organisation;
}

std::string days_in_words(const http::Call& call, HearingState state, Date opens_on, Date closes_on) {
    switch (state) {
    case HearingState::planned:
        return call.t(text::hearing_opens({.day = call.t.weekday_date(opens_on)}));
    case HearingState::open:
        return call.t(text::hearing_closes(
            {.day = call.t.weekday_date(closes_on), .left = call.t.days_from(call.today(), closes_on)}));
    case HearingState::withdrawn:
        return call.t(text::hearing_called_off);
    case HearingState::closed:
        break;
    }
    return call.t(text::hearing_closed({.day = call.t.weekday_date(closes_on)}));
}

Html state_tag(const http::Call& call, HearingState state) {
    const auto tone = state == HearingState::open        ? ui::Tone::success
                      : state == HearingState::planned   ? ui::Tone::info
                      : state == HearingState::withdrawn ? ui::Tone::warning
                                                         : ui::Tone::neutral;
    return ui::tag(label(call, state), tone);
}

Html stance_tag(const http::Call& call, Stance stance) {
    switch (stance) {
    case Stance::support:
        return ui::tag(label(call, stance), ui::Tone::success, ui::Icon::checkmark);
    case Stance::support_if:
        return ui::tag(label(call, stance), ui::Tone::warning);
    case Stance::against:
        return ui::tag(label(call, stance), ui::Tone::danger, ui::Icon::cross);
    case Stance::no_capacity:
        break;
    }
    return ui::tag(label(call, stance), ui::Tone::neutral);
}

std::vector<ui::Share> shares_of(const http::Call& call, const Tally& tally) {
    const auto amount = [](const Count& count) { return static_cast<double>(count.organisations); };
    return {{label(call, Stance::support), amount(tally.support), "f-ja"},
            {label(call, Stance::support_if), amount(tally.support_if), "f-merk"},
            {label(call, Stance::against), amount(tally.against), "f-imot"},
            {label(call, Stance::no_capacity), amount(tally.no_capacity), "f-5"},
            {call.t(text::tally_silent), amount(tally.silent()), "f-ingen"}};
}

std::string part_of(const http::Call& call, std::int64_t part, std::int64_t whole) {
    return call.t(text::tally_part({.part = call.t.number(part),
                                    .whole = call.t.number(whole),
                                    .percent = call.t.percent(percent(part, whole) / 100)}));
}

Html tally_table(const http::Call& call, const Tally& tally) {
    std::vector<std::vector<Html>> rows;
    const auto& whole = tally.addressed;
    const auto add = [&](const std::string& name, const Count& count) {
        rows.push_back({name, part_of(call, count.organisations, whole.organisations),
                        part_of(call, count.inhabitants, whole.inhabitants)});
    };
    add(call.t(text::tally_reached), tally.reached);
    add(call.t(text::tally_opened), tally.opened);
    add(call.t(text::tally_answered), tally.answered);
    add(label(call, Stance::support), tally.support);
    add(label(call, Stance::support_if), tally.support_if);
    add(label(call, Stance::against), tally.against);
    add(label(call, Stance::no_capacity), tally.no_capacity);
    add(call.t(text::tally_silent), tally.silent());
    return ui::table(call.t(text::tally_caption),
                     {{.name = call.t(text::tally_step)},
                      {.name = call.t(text::tally_municipalities), .is_number = true},
                      {.name = call.t(text::tally_inhabitants), .is_number = true}},
                     rows);
}

Html group_table(const http::Call& call, std::string_view caption, std::string_view column,
                 const std::vector<GroupView>& groups) {
    std::vector<std::vector<Html>> rows;
    for (const auto& group : groups) {
        const auto& tally = group.tally;
        const auto share = [&](const Count& count) {
            return call.t(text::tally_share(
                {.count = count.organisations,
                 .percent = call.t.percent(percent(count.inhabitants, tally.addressed.inhabitants) / 100)}));
        };
        rows.push_back({group.name, call.t.number(tally.addressed.organisations), share(tally.reached),
                        share(tally.opened), share(tally.answered), share(tally.support)});
    }
    return ui::table(caption,
                     {{.name = std::string{column}},
                      {.name = call.t(text::tally_addressed), .is_number = true},
                      {.name = call.t(text::tally_reached), .is_number = true, .hides_on_phone = true},
                      {.name = call.t(text::tally_opened), .is_number = true, .hides_on_phone = true},
                      {.name = call.t(text::tally_answered), .is_number = true},
                      {.name = label(call, Stance::support), .is_number = true}},
                     rows);
}

} // namespace hearings
