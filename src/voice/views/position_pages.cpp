#include "platform/ui/page.hpp"
#include "voice/texts.hpp"
#include "voice/views/pages.hpp"
#include "voice/views/parts.hpp"

#include <fmt/format.h>

namespace voice {

static Html position_card(const http::Call& call, const PositionRow& row) {
    std::vector<Html> tags{state_tag(call, row.state)};
    if (row.has_response) tags.push_back(ui::tag(call.t(text::position_is_answered), ui::Tone::info));
    if (row.is_invented) tags.push_back(ui::tag(call.t(text::is_invented), ui::Tone::warning));
    const auto said =
        call.t(text::position_said_to({.addressee = row.addressee.name, .day = call.t.date(row.stated_on)}));
    return ui::link_card(row.title, call.url(row.url), row.number + " · " + said, tags, row.occasion);
}

template <class State>
static std::vector<std::pair<std::string, std::string>> states_in_words(const http::Call& call) {
    std::vector<std::pair<std::string, std::string>> states;
    for (const auto state : json::enumerator_values<State>) {
        states.emplace_back(std::string{json::name_of(state)}, label(call, state));
    }
    return states;
}

Html positions_page(const http::Call& call, const PositionListView& view, bool may_speak) {
    const auto& t = call.t;
    ui::Page page;
    page.title = t(text::positions);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::positions_lead);
    if (may_speak)
        hero.beside = ui::button_link(t(text::position_new), call.url("/positions/new"), "primary", ui::Icon::plus);
    page.hero = ui::hero(hero);
    std::vector<Html> cards;
    for (const auto& row : view.positions) {
        cards.push_back(position_card(call, row));
    }
    const auto chosen = view.state ? std::string{json::name_of(*view.state)} : std::string{};
    page.content = html::join(
        {state_filter(call, call.url("/positions"), states_in_words<PositionState>(call), chosen),
         cards.empty() ? ui::empty_state(t(text::positions_none), t(text::positions_none_text)) : ui::card_grid(cards),
         ui::formats_card(call,
                          {{"JSON", "/positions.json"}, {"CSV", "/positions.csv"}, {"Atom", "/positions.atom"}})});
    page.alternates = {{http::Format::json, "/positions.json"},
                       {http::Format::csv, "/positions.csv"},
                       {http::Format::atom, "/positions.atom"}};
    page.description = t(text::positions_lead);
    return ui::page(call, page);
}

static Html standing(const http::Call& call, const PositionView& view) {
    if (view.withdrawn_on) {
        return ui::alert(ui::Tone::warning,
                         call.t(text::position_withdrawn_on({.day = call.t.date(*view.withdrawn_on)})),
                         html::p(view.withdrawal_reason));
    }
    if (!view.superseded_by) return {};
    return ui::alert(ui::Tone::info, call.t(text::position_is_superseded),
                     html::p(ui::linked(call, *view.superseded_by)));
}

static Html outcome_section(const http::Call& call, const PositionView& view) {
    if (!view.responded_on)
        return ui::section(call.t(text::response), "response", html::p(call.t(text::response_none)));
    return ui::section(
        call.t(text::response), "response",
        html::join({html::p(html::cls("meta"), call.t.date(*view.responded_on)), ui::markdown(view.response)}));
}

static Html position_tools(const http::Call& call, const PositionView& view) {
    std::vector<Html> links;
    if (view.state == PositionState::in_force)
        links.push_back(html::li(ui::link(call.t(text::position_withdraw), call.url(view.url + "/withdrawal"))));
    if (!view.responded_on)
        links.push_back(html::li(ui::link(call.t(text::response_record), call.url(view.url + "/response"))));
    if (links.empty()) return {};
    return ui::card(call.t(text::tools), html::ul(html::cls("ds-list"), links));
}

static Html position_side(const http::Call& call, const PositionView& view, bool may_speak) {
    const auto& t = call.t;
    const auto facts =
        ui::facts({{t(text::fact_number), view.number},
                   {t(text::fact_addressee), ui::linked(call, view.addressee)},
                   {t(text::fact_stated_on), t.date(view.stated_on)},
                   {t(text::fact_occasion), view.occasion},
                   {t(text::fact_basis), ui::linked(call, view.basis)},
                   {t(text::fact_decided_by), ui::linked(call, view.body)},
                   {t(text::fact_outcome), t.by_name(fmt::format("outcome.{}", json::name_of(view.outcome)))},
                   {t(text::fact_supersedes), view.supersedes ? ui::linked(call, *view.supersedes) : Html{}},
                   {t(text::hindrances), ui::linked_list(call, view.hindrances)},
                   {t(text::consultations), ui::linked_list(call, view.consultations)}});
    return html::join({may_speak ? position_tools(call, view) : Html{}, ui::card(t(text::position_about), facts),
                       ui::formats_card(call, {{"JSON", view.url + ".json"}})});
}

Html position_page(const http::Call& call, const PositionView& view, bool may_speak) {
    ui::Page page;
    page.title = view.title;
    page.crumbs = {{call.t(text::positions), call.url("/positions")}, {view.number, {}}};
    ui::Hero hero;
    hero.tags = {state_tag(call, view.state)};
    if (view.is_invented) hero.tags.push_back(ui::tag(call.t(text::is_invented), ui::Tone::warning));
    hero.title = view.title;
    hero.title_language = view.language;
    hero.facts = call.t(text::position_said_to({.addressee = view.addressee.name, .day = call.t.date(view.stated_on)}));
    page.hero = ui::hero(hero);
    const auto main = html::join({standing(call, view),
                                  ui::section(call.t(text::statement), "statement", ui::markdown(view.statement)),
                                  html::p(html::cls("meta"), call.t(text::position_binds_nobody)),
                                  outcome_section(call, view), journal::history_section(call, view.happenings)});
    page.content = ui::columns(main, position_side(call, view, may_speak), call.t(text::position_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

Html new_position_page(const http::Call& call, const ui::FormState& state) {
    auto statement = ui::required_field(call, "statement", text::statement);
    statement.rows = 10;
    statement.hint = call.t(text::field_markdown_hint);
    auto addressee = ui::required_field(call, "addressee", text::fact_addressee);
    addressee.hint = call.t(text::field_addressee_hint);
    auto day = ui::required_field(call, "statedOn", text::fact_stated_on);
    day.type = "date";
    day.width = "sm";
    auto matter = ui::required_field(call, "caseNumber", text::field_case);
    matter.hint = call.t(text::field_case_hint);
    matter.width = "sm";
    auto supersedes = ui::labelled_field(call, "supersedes", text::field_supersedes);
    supersedes.hint = call.t(text::field_supersedes_hint);
    supersedes.width = "sm";
    const auto fields =
        html::join({ui::written_form_field(call, state),
                    ui::field(call, state, ui::required_field(call, "title", text::field_title)),
                    ui::field(call, state, statement), ui::field(call, state, addressee),
                    ui::field(call, state, ui::required_field(call, "occasion", text::fact_occasion)),
                    ui::field(call, state, day), ui::field(call, state, matter), ui::field(call, state, supersedes)});
    return ui::form_page(call, state,
                         {.title = call.t(text::position_new),
                          .lead = call.t(text::position_new_lead),
                          .send = call.t(text::position_send),
                          .path = "/positions",
                          .crumbs = {{call.t(text::positions), "/positions"}},
                          .back = "/positions"},
                         fields);
}

static std::vector<ui::Crumb> crumbs_to(const http::Call& call, const PositionView& view) {
    return {{call.t(text::positions), "/positions"}, {view.number, view.url}};
}

Html withdrawal_page(const http::Call& call, const ui::FormState& state, const PositionView& view) {
    return ui::form_page(call, state,
                         {.title = call.t(text::position_withdraw),
                          .lead = call.t(text::position_withdraw_lead),
                          .send = call.t(text::position_withdraw),
                          .path = view.url + "/withdrawal",
                          .crumbs = crumbs_to(call, view),
                          .back = view.url,
                          .version = view.version},
                         ui::field(call, state, ui::required_field(call, "reason", text::field_reason)));
}

Html response_page(const http::Call& call, const ui::FormState& state, const PositionView& view) {
    auto response = ui::required_field(call, "response", text::response);
    response.rows = 6;
    auto day = ui::required_field(call, "respondedOn", text::field_responded_on);
    day.type = "date";
    day.width = "sm";
    return ui::form_page(call, state,
                         {.title = call.t(text::response_record),
                          .lead = call.t(text::response_lead),
                          .send = call.t(text::form_save),
                          .path = view.url + "/response",
                          .crumbs = crumbs_to(call, view),
                          .back = view.url,
                          .version = view.version},
                         html::join({ui::field(call, state, response), ui::field(call, state, day)}));
}

} // namespace voice
