// Picking among candidates, with what the body would be before it is confirmed.
#include "platform/ui/page.hpp"
#include "representation/texts.hpp"
#include "representation/views/pages.hpp"

#include <algorithm>

namespace representation {

static bool is_picked(const ChoiceView& view, CandidateId id) {
    return std::ranges::find(view.picked, id) != view.picked.end();
}

static Html picking(const http::Call& call, const ChoiceView& view) {
    const auto& t = call.t;
    std::vector<ui::Choice> people;
    for (const auto& one : view.round.candidates_shown) {
        if (one.is_withdrawn) continue;
        auto hint = t(text::candidate_from({.position = one.position, .workplace = one.workplace.name})) + " · " +
                    t(text::candidate_by({.nominator = one.nominator.name}));
        people.push_back({.value = one.id.to_string(),
                          .label = one.name,
                          .hint = std::move(hint),
                          .is_chosen = is_picked(view, one.id)});
    }
    if (people.empty()) return ui::empty_state(t(text::candidates), t(text::candidates_count({.count = 0})));
    const ui::FormState nothing;
    const auto fields =
        html::join({ui::checkboxes(call, nothing, ui::required_field(call, "candidates", text::candidates), people),
                    ui::submit(t(text::choice_preview), "secondary")});
    return html::form(html::attribute("method", "get"), html::attribute("action", call.url(view.round.url + "/choice")),
                      fields);
}

static std::string county_change(const http::Call& call, const CompositionView& now, const CompositionView& then,
                                 std::size_t row) {
    const auto before = row < now.regions.size() ? now.regions[row].here : 0;
    return call.t(
        text::choice_change({.before = call.t.number(before), .after = call.t.number(then.regions[row].here)}));
}

/// By county: as it is, as it would be, and together with those that share the duty.
static Html county_table(const http::Call& call, const ChoiceView& view) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (std::size_t i = 0; i < view.then.regions.size(); ++i) {
        const auto& row = view.then.regions[i];
        rows.push_back(
            {Html{row.name}, Html{county_change(call, view.now, view.then, i)}, Html{t.number(row.together)}});
    }
    return ui::table(t(text::composition_regions),
                     {{.name = t(text::column_county)},
                      {.name = t(text::column_now_then), .is_number = true},
                      {.name = t(text::column_together), .is_number = true}},
                     rows);
}

static Html comparison(const http::Call& call, const ChoiceView& view) {
    const auto& t = call.t;
    const auto side = [&](const i18n::Message& heading, const CompositionView& shown) {
        return ui::card(t(heading), html::join({html::p(html::cls("meta"), t.date(shown.day)),
                                                gap_list(call, shown.gaps), composition_parts(call, shown)}));
    };
    return html::join({ui::card_grid({side(text::choice_now, view.now), side(text::choice_then, view.then)}),
                       county_table(call, view)});
}

static Html confirming(const http::Call& call, const ui::FormState& state, const ChoiceView& view) {
    const auto& t = call.t;
    Html fields;
    bool has_outsider = false;
    for (const auto& one : view.round.candidates_shown) {
        if (!is_picked(view, one.id)) continue;
        has_outsider = has_outsider || !one.is_from_network;
        fields += html::input(html::attribute("type", "hidden"), html::attribute("name", "candidates"),
                              html::attribute("value", one.id.to_string()));
    }
    auto reasons = ui::required_field(call, "reasons", text::field_reasons);
    reasons.rows = 5;
    fields += ui::field(call, state, reasons);
    if (has_outsider) {
        auto outside = ui::required_field(call, "outsideReason", text::field_outside_reason);
        outside.rows = 3;
        outside.hint = t(text::field_outside_reason_hint);
        fields += ui::field(call, state, outside);
    }
    if (!view.then.gaps.empty()) {
        auto acknowledgement = ui::required_field(call, "acknowledgement", text::field_acknowledgement);
        acknowledgement.rows = 4;
        acknowledgement.hint = t(text::field_acknowledgement_hint);
        fields += ui::field(call, state, acknowledgement);
    }
    fields += ui::form_buttons(call, t(text::choice_send), view.round.url);
    return ui::form(call, view.round.url + "/choice", fields, false, view.round.version);
}

Html choice_page(const http::Call& call, const ui::FormState& state, const ChoiceView& view) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::choice) + ": " + view.round.body.name;
    page.crumbs = {{t(text::rounds), call.url("/nominations")},
                   {view.round.number, call.url(view.round.url)},
                   {t(text::choice), {}}};
    ui::Hero hero;
    hero.title = t(text::choice);
    hero.lead = view.round.body.name;
    hero.facts = t(text::round_seats({.count = view.round.seats}));
    page.hero = ui::hero(hero);
    Html content =
        html::join({ui::error_summary(call, state), ui::section(t(text::candidates), "candidates", picking(call, view)),
                    ui::section(t(text::choice_would_be), "would-be", comparison(call, view))});
    if (!view.picked.empty()) {
        content += ui::section(t(text::choice_confirm), "confirm",
                               html::div(html::cls("narrow"), confirming(call, state, view)));
    }
    page.content = std::move(content);
    page.has_errors = state.error != nullptr;
    return ui::page(call, page);
}

} // namespace representation
