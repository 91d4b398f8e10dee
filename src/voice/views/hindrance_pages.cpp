#include "platform/ui/page.hpp"
#include "voice/texts.hpp"
#include "voice/views/pages.hpp"
#include "voice/views/parts.hpp"

namespace voice {

static std::string place_in_law(const HindranceRow& row) {
    return row.provision.empty() ? row.law : row.law + " " + row.provision;
}

static Html hindrance_card(const http::Call& call, const HindranceRow& row) {
    std::vector<Html> tags{state_tag(call, row.state)};
    if (row.is_invented) tags.push_back(ui::tag(call.t(text::is_invented), ui::Tone::warning));
    return ui::link_card(row.title, call.url(row.url), row.number + " · " + place_in_law(row), tags,
                         call.t(text::hindrance_hits({.count = row.supporters + 1})));
}

Html hindrances_page(const http::Call& call, const HindranceListView& view, bool may_report) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::hindrances);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::hindrances_lead);
    if (may_report)
        hero.beside = ui::button_link(t(text::hindrance_new), call.url("/hindrances/new"), "primary", ui::Icon::plus);
    page.hero = ui::hero(hero);
    std::vector<Html> cards;
    for (const auto& row : view.hindrances) {
        cards.push_back(hindrance_card(call, row));
    }
    std::vector<std::pair<std::string, std::string>> states;
    for (const auto state : json::enumerator_values<HindranceState>) {
        states.emplace_back(std::string{json::name_of(state)}, label(call, state));
    }
    const auto chosen = view.state ? std::string{json::name_of(*view.state)} : std::string{};
    page.content = html::join({state_filter(call, call.url("/hindrances"), states, chosen),
                               cards.empty() ? ui::empty_state(t(text::hindrances_none), t(text::hindrances_none_text))
                                             : ui::card_grid(cards),
                               ui::formats_card(call, {{"JSON", "/hindrances.json"}, {"CSV", "/hindrances.csv"}})});
    page.alternates = {{http::Format::json, "/hindrances.json"}, {http::Format::csv, "/hindrances.csv"}};
    page.description = t(text::hindrances_lead);
    return ui::page(call, page);
}

/// The way it has come: a step for each state, in order; a declined one stops.
static Html way(const http::Call& call, const HindranceView& view) {
    using enum HindranceState;
    std::vector<ui::Step> steps;
    for (const auto state : {reported, assessed, raised, resolved}) {
        ui::Step step{.title = label(call, state), .state = ui::Step::State::coming, .lines = {}, .path = {}};
        if (view.state != declined && state < view.state) step.state = ui::Step::State::done;
        if (state == view.state) {
            step.state = state == resolved ? ui::Step::State::done : ui::Step::State::current;
            step.lines.push_back(call.t.date(view.state_since));
        }
        steps.push_back(std::move(step));
    }
    if (view.state == declined) {
        steps.resize(1);
        steps.front().state = ui::Step::State::done;
        steps.push_back({.title = label(call, declined),
                         .state = ui::Step::State::stopped,
                         .lines = {call.t.date(view.state_since)},
                         .path = {}});
    }
    return ui::steps(call, call.t(text::hindrance_way), steps);
}

static Html hindrance_main(const http::Call& call, const HindranceView& view) {
    const auto& t = call.t;
    const auto note = view.state_note.empty() ? Html{} : html::p(view.state_note);
    return html::join(
        {way(call, view), note, ui::section(t(text::hindrance_hinders), "hinders", ui::markdown(view.hinders)),
         ui::section(t(text::hindrance_who), "who",
                     html::join({ui::markdown(view.who_is_hit), ui::linked_list(call, view.supported_by)})),
         view.proposal.empty() ? Html{}
                               : ui::section(t(text::hindrance_proposal), "proposal", ui::markdown(view.proposal)),
         journal::history_section(call, view.happenings)});
}

static Html hindrance_side(const http::Call& call, const HindranceView& view, HindranceRights rights) {
    const auto& t = call.t;
    Html tools;
    if (rights.may_move && !view.next_states.empty()) {
        tools += ui::card(t(text::tools), html::p(ui::link(t(text::hindrance_move), call.url(view.url + "/move"))));
    }
    if (rights.may_support) {
        tools += ui::card(t(text::hindrance_support), html::join({html::p(t(text::hindrance_support_text)),
                                                                  ui::post_button(call, t(text::hindrance_support_send),
                                                                                  call.url(view.url + "/support"))}));
    }
    const auto facts = ui::facts({{t(text::fact_number), view.number},
                                  {t(text::field_law), view.law},
                                  {t(text::field_provision), view.provision},
                                  {t(text::fact_reporter), ui::linked(call, view.reporter)},
                                  {t(text::fact_taken_up_in), view.matter ? ui::linked(call, *view.matter) : Html{}},
                                  {t(text::fact_raised_in), view.position ? ui::linked(call, *view.position) : Html{}},
                                  {t(text::consultations), ui::linked_list(call, view.consultations)}});
    return html::join(
        {tools, ui::card(t(text::hindrance_about), facts), ui::formats_card(call, {{"JSON", view.url + ".json"}})});
}

Html hindrance_page(const http::Call& call, const HindranceView& view, HindranceRights rights) {
    ui::Page page;
    page.title = view.title;
    page.crumbs = {{call.t(text::hindrances), call.url("/hindrances")}, {view.number, {}}};
    ui::Hero hero;
    hero.tags = {state_tag(call, view.state)};
    if (view.is_invented) hero.tags.push_back(ui::tag(call.t(text::is_invented), ui::Tone::warning));
    hero.title = view.title;
    hero.title_language = view.language;
    hero.facts = place_in_law(view) + " · " + call.t(text::hindrance_hits({.count = view.supporters + 1}));
    page.hero = ui::hero(hero);
    page.content =
        ui::columns(hindrance_main(call, view), hindrance_side(call, view, rights), call.t(text::hindrance_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

Html new_hindrance_page(const http::Call& call, const ui::FormState& state) {
    auto law = ui::required_field(call, "law", text::field_law);
    law.hint = call.t(text::field_law_hint);
    auto provision = ui::labelled_field(call, "provision", text::field_provision);
    provision.hint = call.t(text::field_provision_hint);
    provision.width = "md";
    auto hinders = ui::required_field(call, "hinders", text::hindrance_hinders);
    hinders.rows = 5;
    auto who = ui::required_field(call, "whoIsHit", text::hindrance_who);
    who.rows = 3;
    auto proposal = ui::labelled_field(call, "proposal", text::hindrance_proposal);
    proposal.rows = 4;
    const auto fields =
        html::join({ui::written_form_field(call, state),
                    ui::field(call, state, ui::required_field(call, "title", text::field_title)),
                    ui::field(call, state, law), ui::field(call, state, provision), ui::field(call, state, hinders),
                    ui::field(call, state, who), ui::field(call, state, proposal)});
    return ui::form_page(call, state,
                         {.title = call.t(text::hindrance_new),
                          .lead = call.t(text::hindrance_new_lead),
                          .send = call.t(text::hindrance_send),
                          .path = "/hindrances",
                          .crumbs = {{call.t(text::hindrances), "/hindrances"}},
                          .back = "/hindrances"},
                         fields);
}

Html move_page(const http::Call& call, const ui::FormState& state, const HindranceView& view) {
    std::vector<ui::Choice> states;
    for (const auto next : view.next_states) {
        states.push_back({.value = std::string{json::name_of(next)}, .label = label(call, next), .hint = {}});
    }
    auto matter = ui::labelled_field(call, "caseNumber", text::fact_taken_up_in);
    matter.hint = call.t(text::field_raised_hint);
    matter.width = "sm";
    auto position = ui::labelled_field(call, "position", text::fact_raised_in);
    position.width = "sm";
    const auto fields = html::join({ui::radios(call, state, ui::required_field(call, "to", text::filter_state), states),
                                    ui::field(call, state, ui::required_field(call, "note", text::field_note)),
                                    ui::field(call, state, matter), ui::field(call, state, position)});
    return ui::form_page(call, state,
                         {.title = call.t(text::hindrance_move),
                          .lead = call.t(text::hindrance_move_lead),
                          .send = call.t(text::form_save),
                          .path = view.url + "/move",
                          .crumbs = {{call.t(text::hindrances), "/hindrances"}, {view.number, view.url}},
                          .back = view.url,
                          .version = view.version},
                         fields);
}

} // namespace voice
