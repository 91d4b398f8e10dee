#include "platform/ui/page.hpp"
#include "representation/texts.hpp"
#include "representation/views/pages.hpp"

#include <algorithm>

namespace representation {

static Html round_card(const http::Call& call, const RoundRow& row) {
    const auto& t = call.t;
    std::vector<Html> tags{state_tag(call, row.state)};
    if (row.is_invented) tags.push_back(ui::tag(t(text::is_invented), ui::Tone::warning));
    const auto seats = t(text::round_seats({.count = row.seats}));
    return ui::link_card(row.body.name, call.url(row.url), row.number + " · " + seats, tags,
                         t(text::round_closes({.day = t.date(row.closes_on)})));
}

Html rounds_page(const http::Call& call, const RoundListView& view, bool may_open) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::rounds);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::rounds_lead);
    if (may_open)
        hero.beside = ui::button_link(t(text::round_new), call.url("/nominations/new"), "primary", ui::Icon::plus);
    page.hero = ui::hero(hero);
    std::vector<Html> cards;
    for (const auto& row : view.rounds) {
        cards.push_back(round_card(call, row));
    }
    page.content = html::join(
        {cards.empty() ? ui::empty_state(t(text::rounds_none), t(text::rounds_none_text)) : ui::card_grid(cards),
         ui::formats_card(call, {{"JSON", "/nominations.json"}, {"Atom", "/nominations.atom"}})});
    page.alternates = {{http::Format::json, "/nominations.json"}, {http::Format::atom, "/nominations.atom"}};
    page.description = t(text::rounds_lead);
    return ui::page(call, page);
}

/// One candidate, as those who may see them do.
static Html candidate(const http::Call& call, const RoundView& view, const CandidateView& one, bool may_withdraw) {
    const auto& t = call.t;
    if (one.is_withdrawn) {
        return html::li(t(text::candidate_is_withdrawn({.nominator = one.nominator.name})));
    }
    std::vector<Html> tags;
    if (one.is_chosen)
        tags.push_back(ui::tag(t(text::candidate_chosen), ui::Tone::success, ui::Icon::checkmark_circle));
    if (!one.is_from_network) tags.push_back(ui::tag(t(text::candidate_outside), ui::Tone::warning));
    const auto from = t(text::candidate_from({.position = one.position, .workplace = one.workplace.name}));
    const auto by = t(text::candidate_by({.nominator = one.nominator.name}));
    Html content = html::join({html::p(html::strong(one.name), " ", html::join(tags, " ")),
                               html::p(html::cls("meta"), from + " · " + by), ui::markdown(one.grounds, 4)});
    if (may_withdraw && view.state != RoundState::filled) {
        content += ui::post_button(call, t(text::candidate_withdraw),
                                   view.url + "/candidates/" + one.id.to_string() + "/withdrawal", "tertiary");
    }
    return html::li(content);
}

static Html candidates(const http::Call& call, const RoundView& view, RoundRights rights) {
    const auto& t = call.t;
    Html shown = html::p(t(text::candidates_count({.count = view.candidates})));
    if (view.state != RoundState::filled && !rights.may_choose) shown += html::p(t(text::candidates_hidden));
    std::vector<Html> items;
    for (const auto& one : view.candidates_shown) {
        items.push_back(candidate(call, view, one, rights.may_nominate || rights.may_choose));
    }
    if (!items.empty()) shown += html::ul(html::cls("ds-list"), items);
    return ui::section(t(text::candidates), "candidates", shown);
}

static Html decision(const http::Call& call, const RoundView& view) {
    if (!view.chosen_at) return {};
    const auto& t = call.t;
    Html shown = html::join({html::p(html::cls("meta"), t.date_time(*view.chosen_at)), ui::markdown(view.reasons)});
    if (!view.outside_reason.empty()) {
        shown += html::join({html::h3(t(text::field_outside_reason)), ui::markdown(view.outside_reason, 4)});
    }
    shown += html::join({html::h3(t(text::gaps_before)), gap_list(call, view.gaps_before),
                         html::h3(t(text::gaps_after)), gap_list(call, view.gaps_after)});
    if (!view.acknowledgement.empty()) {
        shown += html::join({html::h3(t(text::field_acknowledgement)), ui::markdown(view.acknowledgement, 4)});
    }
    return ui::section(t(text::choice_made), "choice", shown);
}

static Html round_side(const http::Call& call, const RoundView& view, RoundRights rights) {
    const auto& t = call.t;
    std::vector<Html> links;
    if (rights.may_nominate && view.state == RoundState::open) {
        links.push_back(html::li(ui::link(t(text::candidate_new), call.url(view.url + "/candidates/new"))));
    }
    if (rights.may_choose && view.state == RoundState::choosing) {
        links.push_back(html::li(ui::link(t(text::choice), call.url(view.url + "/choice"))));
    }
    const auto work = links.empty() ? Html{} : ui::card(t(text::tools), html::ul(html::cls("ds-list"), links), true);
    const auto facts = ui::facts({{t(text::fact_number), view.number},
                                  {t(text::fact_body), ui::linked(call, view.body)},
                                  {t(text::field_seats), t.number(view.seats)},
                                  {t(text::fact_period), period(call, view.valid_from, view.valid_to)},
                                  {t(text::field_closes_on), t.date(view.closes_on)},
                                  {t(text::fact_ambassador), view.is_ambassador ? t(text::fact_ambassador_yes) : ""}});
    return html::join({work, ui::card(t(text::round_about), facts),
                       ui::card(t(text::composition), html::p(ui::link(t(text::composition_more),
                                                                       call.url(view.body.url + "/representation")))),
                       ui::formats_card(call, {{"JSON", view.url + ".json"}})});
}

Html round_page(const http::Call& call, const RoundView& view, RoundRights rights) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::round_title({.number = view.number, .body = view.body.name}));
    page.crumbs = {{t(text::rounds), call.url("/nominations")}, {view.number, {}}};
    ui::Hero hero;
    hero.tags = {state_tag(call, view.state)};
    if (view.is_invented) hero.tags.push_back(ui::tag(t(text::is_invented), ui::Tone::warning));
    hero.title = view.body.name;
    hero.lead = t(text::round_seats({.count = view.seats}));
    hero.facts = t(text::round_closes({.day = t.date(view.closes_on)}));
    page.hero = ui::hero(hero);
    const auto wanted = html::div(html::attribute("lang", view.language), ui::markdown(view.wanted));
    const auto main = html::join({ui::section(t(text::field_wanted), "wanted", wanted), decision(call, view),
                                  candidates(call, view, rights), journal::history_section(call, view.happenings)});
    page.content = ui::columns(main, round_side(call, view, rights), t(text::round_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

Html new_round_page(const http::Call& call, const ui::FormState& state, const RoundChoices& choices) {
    auto wanted = ui::required_field(call, "wanted", text::field_wanted);
    wanted.rows = 8;
    wanted.hint = call.t(text::field_wanted_hint);
    auto seats = ui::required_field(call, "seats", text::field_seats);
    seats.type = "number";
    seats.width = "sm";
    auto valid_to = ui::date_field(call, "validTo", text::field_valid_to);
    valid_to.is_required = false;
    valid_to.hint = call.t(text::field_valid_to_hint);
    auto closes = ui::date_field(call, "closesOn", text::field_closes_on);
    closes.hint = call.t(text::field_closes_on_hint);
    const auto fields =
        html::join({ui::select(call, state, ui::required_field(call, "body", text::fact_body), choices.bodies),
                    ui::written_form_field(call, state), ui::field(call, state, wanted), ui::field(call, state, seats),
                    ui::field(call, state, ui::date_field(call, "validFrom", text::field_valid_from)),
                    ui::field(call, state, valid_to), ui::field(call, state, closes),
                    tick_box(call, state, "isAmbassador", text::fact_ambassador_yes)});
    return ui::form_page(call, state,
                         {.title = call.t(text::round_new),
                          .lead = call.t(text::round_new_lead),
                          .send = call.t(text::round_send),
                          .path = "/nominations",
                          .crumbs = {{call.t(text::rounds), "/nominations"}},
                          .back = "/nominations"},
                         fields);
}

Html new_candidate_page(const http::Call& call, const ui::FormState& state, const RoundView& view,
                        const CandidateChoices& choices) {
    const auto& t = call.t;
    auto asked = ui::labelled_field(call, "workplace", text::field_workplace);
    asked.hint = t(text::field_workplace_hint);
    asked.value = choices.workplace;
    asked.width = "md";
    const ui::FormState nothing;
    const auto above = ui::filter_form(call, call.url(view.url + "/candidates/new"), ui::field(call, nothing, asked));
    auto people = choices.people;
    people.insert(people.begin(), {.value = {}, .label = t(text::candidate_not_listed), .hint = {}});
    const auto workplace = html::input(html::attribute("type", "hidden"), html::attribute("name", "workplace"),
                                       html::attribute("value", choices.workplace));
    auto person = ui::labelled_field(call, "personId", text::field_person);
    auto name = ui::labelled_field(call, "name", text::field_name);
    name.hint = t(text::field_name_hint);
    auto grounds = ui::required_field(call, "grounds", text::field_grounds);
    grounds.rows = 6;
    const auto fields = html::join({workplace, ui::select(call, state, person, people), ui::field(call, state, name),
                                    ui::field(call, state, ui::required_field(call, "position", text::field_position)),
                                    ui::field(call, state, grounds), gender_field(call, state, text::field_gender_hint),
                                    tick_box(call, state, "hasConsented", text::field_consent)});
    return ui::form_page(call, state,
                         {.title = call.t(text::candidate_new),
                          .lead = call.t(text::candidate_new_lead),
                          .send = call.t(text::candidate_send),
                          .path = view.url + "/candidates",
                          .crumbs = {{t(text::rounds), "/nominations"}, {view.number, view.url}},
                          .back = view.url},
                         choices.workplace.empty() ? html::p(t(text::candidate_workplace_first)) : fields, above);
}

} // namespace representation
