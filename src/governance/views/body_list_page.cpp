#include "governance/texts.hpp"
#include "governance/views/body_pages.hpp"
#include "governance/views/meeting_labels.hpp"
#include "platform/ui/page.hpp"

namespace governance {

static Html card_of(const http::Call& call, const BodyRow& row) {
    std::vector<Html> tags;
    if (!row.is_open) tags.push_back(ui::tag(call.t(text::body_closed), ui::Tone::warning, ui::Icon::lock));
    if (row.is_invented) tags.push_back(ui::tag(call.t(text::case_invented), ui::Tone::warning));
    auto meta = row.organisation.name;
    if (row.parent) meta += " · " + call.t(text::body_below({.parent = row.parent->name}));
    std::string next;
    if (row.next_meeting) {
        next = call.t(text::body_next_meeting(
            {.day = call.t.date(*row.next_meeting), .distance = call.t.days_from(call.today(), *row.next_meeting)}));
    }
    return ui::link_card(row.name, call.url(row.url), meta, tags, next);
}

Html body_list_page(const http::Call& call, const BodyListView& view, bool may_maintain) {
    const auto& t = call.t;
    Html sections;
    for (const auto kind : json::enumerator_values<BodyKind>) {
        std::vector<Html> cards;
        for (const auto& row : view.bodies) {
            if (row.kind == kind) cards.push_back(card_of(call, row));
        }
        if (cards.empty()) continue;
        sections += ui::section(label(call, kind), std::string{json::name_of(kind)}, ui::card_grid(cards));
    }
    if (view.bodies.empty()) sections = ui::empty_state(t(text::bodies_none), t(text::bodies_none_text));
    ui::Page page;
    page.title = t(text::bodies);
    page.crumbs = {{page.title, {}}};
    ui::Hero hero;
    hero.title = page.title;
    hero.lead = t(text::bodies_lead);
    if (may_maintain) {
        hero.beside = ui::button_link(t(text::body_new), call.url("/bodies/new"), "primary", ui::Icon::plus);
    }
    page.hero = ui::hero(hero);
    const auto rules = html::p(ui::link(t(text::profiles), call.url("/rule-profiles")));
    page.content =
        html::join({sections, rules, ui::formats_card(call, {{"JSON", "/bodies.json"}, {"CSV", "/bodies.csv"}})});
    page.alternates = {{http::Format::json, "/bodies.json"}, {http::Format::csv, "/bodies.csv"}};
    page.description = t(text::bodies_lead);
    return ui::page(call, page);
}

} // namespace governance
