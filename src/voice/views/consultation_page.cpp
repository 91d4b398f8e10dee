#include "platform/ui/page.hpp"
#include "voice/texts.hpp"
#include "voice/views/consultation_labels.hpp"
#include "voice/views/consultation_pages.hpp"
#include "voice/views/parts.hpp"

#include <fmt/format.h>

namespace voice {

static Html item_outcome(const http::Call& call, const ConsultationItemView& item) {
    if (!item.outcome) return {};
    return html::join({html::h3(call.t(text::consultation_outcome)),
                       html::p(outcome_tag(call, *item.outcome), " ", call.t.date(*item.outcome_on)),
                       html::p(item.outcome_words)});
}

static Html item_tools(const http::Call& call, const ConsultationView& view, const ConsultationItemView& item) {
    const auto& t = call.t;
    const auto path = [&](std::string_view what) {
        return call.url(fmt::format("{}/items/{}/{}", view.url, item.place, what));
    };
    std::vector<Html> links{html::li(ui::link(t(text::cost_calculate), path("calculation")))};
    const bool is_open = !item.outcome || *item.outcome == ConsultationOutcome::postponed;
    if (is_open && view.is_held)
        links.push_back(html::li(ui::link(t(text::consultation_outcome_record), path("outcome"))));
    links.push_back(html::li(ui::link(t(text::follow_up_agree), path("follow-ups/new"))));
    for (const auto& each : item.follow_ups) {
        if (each.done_on) continue;
        links.push_back(html::li(ui::link(t(text::follow_up_finish({.what = each.what})),
                                          call.url("/follow-ups/" + each.id.to_string() + "/done"))));
    }
    return html::ul(html::cls("ds-list"), links);
}

static Html item_section(const http::Call& call, const ConsultationView& view, const ConsultationItemView& item,
                         bool may_speak) {
    const auto& t = call.t;
    const auto basis = ui::facts({{t(text::positions), ui::linked_list(call, item.positions)},
                                  {t(text::cases), ui::linked_list(call, item.cases)},
                                  {t(text::hindrances), ui::linked_list(call, item.hindrances)}});
    const bool has_basis = !item.positions.empty() || !item.cases.empty() || !item.hindrances.empty();
    const auto follow_ups =
        item.follow_ups.empty()
            ? Html{}
            : html::join({html::h3(t(text::follow_ups)), follow_up_table(call, item.follow_ups, false)});
    return ui::section(
        fmt::format("{}. {}", item.place, item.title), fmt::format("item-{}", item.place),
        html::join({ui::markdown(item.text), has_basis ? basis : Html{}, cost_section(call, item),
                    item_outcome(call, item), follow_ups, may_speak ? item_tools(call, view, item) : Html{}}));
}

static Html consultation_side(const http::Call& call, const ConsultationView& view, bool may_speak) {
    const auto& t = call.t;
    std::vector<Html> speakers;
    for (const auto& each : view.speakers)
        speakers.push_back(html::li(each.name, ", ", ui::linked(call, each.body)));
    const auto facts = ui::facts(
        {{t(text::fact_number), view.number},
         {t(text::fact_stated_on), t.weekday_date(view.held_on)},
         {t(text::consultation_counterpart), ui::linked(call, view.counterpart)},
         {t(text::consultation_place), view.place},
         {t(text::consultation_speakers), speakers.empty() ? Html{} : html::ul(html::cls("ds-list"), speakers)}});
    Html tools;
    if (may_speak) {
        std::vector<Html> links{html::li(ui::link(t(text::consultation_item_new), call.url(view.url + "/items/new")))};
        if (view.settled == 0)
            links.push_back(html::li(ui::link(t(text::consultation_move), call.url(view.url + "/move"))));
        tools = ui::card(t(text::tools), html::ul(html::cls("ds-list"), links));
    }
    return html::join(
        {tools, ui::card(t(text::consultation_about), facts), ui::formats_card(call, {{"JSON", view.url + ".json"}})});
}

Html consultation_page(const http::Call& call, const ConsultationView& view, bool may_speak) {
    const auto& t = call.t;
    ui::Page page;
    page.title = consultation_title(call, view);
    page.crumbs = {{t(text::consultations), call.url("/consultations")}, {view.number, {}}};
    ui::Hero hero;
    if (view.is_invented) hero.tags.push_back(ui::tag(t(text::is_invented), ui::Tone::warning));
    hero.title = page.title;
    hero.facts = t(text::consultation_with({.counterpart = view.counterpart.name, .day = t.date(view.held_on)}));
    page.hero = ui::hero(hero);
    Html main = ui::markdown(view.introduction);
    if (view.agenda.empty()) main += html::p(t(text::consultation_no_items));
    for (const auto& item : view.agenda)
        main += item_section(call, view, item, may_speak);
    main += journal::history_section(call, view.happenings);
    page.content = ui::columns(main, consultation_side(call, view, may_speak), t(text::consultation_about));
    page.alternates = {{http::Format::json, view.url + ".json"}};
    return ui::page(call, page);
}

} // namespace voice
