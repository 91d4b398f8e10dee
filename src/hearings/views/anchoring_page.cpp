#include "hearings/texts.hpp"
#include "hearings/views/labels.hpp"
#include "hearings/views/pages.hpp"
#include "platform/ui/page.hpp"

#include <fmt/format.h>

namespace hearings {

static std::string finding_of(const http::Call& call, const Tally& tally) {
    const auto share = [&](const Count& count) {
        return call.t.percent(percent(count.inhabitants, tally.addressed.inhabitants) / 100);
    };
    return call.t(text::anchoring_finding({.answered = tally.answered.organisations,
                                           .asked = tally.addressed.organisations,
                                           .behind = share(tally.answered),
                                           .support = share(tally.support),
                                           .silent = share(tally.silent())}));
}

Html anchoring_summary(const http::Call& call, const AnchoringView& view) {
    return html::join({html::p(finding_of(call, view.municipalities)),
                       ui::stacked_bar(call, call.t(text::hearing_results), shares_of(call, view.municipalities)),
                       html::p(ui::link(call.t(text::anchoring_more), call.url(view.url)))});
}

static Html timing(const http::Call& call, const AnchoringView& view) {
    Html lead;
    if (view.lead_time_days) lead = Html{call.t(text::hearing_days({.count = *view.lead_time_days}))};
    return ui::card(call.t(text::openness_lead_time),
                    ui::facts({{call.t(text::openness_planned), Html{call.t.date(view.planned_on)}},
                               {call.t(text::openness_treated),
                                view.first_treated_on ? Html{call.t.date(*view.first_treated_on)} : Html{}},
                               {call.t(text::openness_lead_time), lead}}));
}

/// What changed after the decision: the same steps twice.
static Html before_and_after(const http::Call& call, const AnchoringView& view) {
    if (!view.before_decision) return {};
    const auto heading = call.t(text::anchoring_before);
    const auto by_county = call.t(text::hearing_by_county), by_size = call.t(text::hearing_by_size);
    const auto then = html::join(
        {html::p(finding_of(call, *view.before_decision)), tally_table(call, *view.before_decision),
         ui::details(by_county, group_table(call, by_county, call.t(text::tally_county), view.counties_before)),
         ui::details(by_size, group_table(call, by_size, call.t(text::tally_size), view.sizes_before))});
    return html::join({ui::section(heading, "before", then),
                       ui::section(call.t(text::anchoring_now), "now", tally_table(call, view.municipalities))});
}

Html anchoring_page(const http::Call& call, const AnchoringView& view, const Html& map,
                    const std::string& attribution) {
    std::vector<Html> cards;
    for (const auto& row : view.hearings)
        cards.push_back(hearing_card(call, row));
    Html main;
    if (cards.empty()) {
        main = ui::empty_state(call.t(text::panel_nobody_asked), call.t(text::anchoring_none));
    } else {
        const auto figures = view.before_decision ? before_and_after(call, view)
                                                  : ui::section(call.t(text::anchoring_steps), "steps",
                                                                tally_table(call, view.municipalities));
        main = html::join(
            {html::p(finding_of(call, view.municipalities)), html::p(ui::words(call, text::hearing_silence_note)),
             ui::stacked_bar(call, call.t(text::hearing_results), shares_of(call, view.municipalities)), figures, map,
             ui::section(call.t(text::hearing_by_county), "counties",
                         group_table(call, call.t(text::hearing_by_county), call.t(text::tally_county), view.counties)),
             ui::section(call.t(text::hearing_by_size), "sizes",
                         group_table(call, call.t(text::hearing_by_size), call.t(text::tally_size), view.sizes)),
             ui::section(call.t(text::hearings), "hearings", ui::card_grid(cards))});
    }
    const auto json = view.url + ".json", csv = view.url + ".csv";
    const auto side = html::join({timing(call, view), ui::formats_card(call, {{"JSON", json}, {"CSV", csv}})});
    const auto title = call.t(text::anchoring);
    return ui::page(call, {.title = title + ": " + view.matter.name,
                           .crumbs = {{view.matter.name, call.url(view.matter.url)}, {title, {}}},
                           .hero = ui::hero({.title = title, .lead = view.matter.name, .facts = view.number}),
                           .content = ui::columns(main, side, call.t(text::openness_lead_time)),
                           .alternates = {{http::Format::json, json}, {http::Format::csv, csv}},
                           .attribution = attribution});
}

static std::vector<std::string> cells_of(std::string group, std::string key, std::string name, const Tally& tally) {
    std::vector<std::string> cells{std::move(group), std::move(key), std::move(name)};
    for (const auto& count : {tally.addressed, tally.reached, tally.opened, tally.answered, tally.support,
                              tally.support_if, tally.against, tally.no_capacity}) {
        cells.push_back(std::to_string(count.organisations));
        cells.push_back(std::to_string(count.inhabitants));
    }
    return cells;
}

csv::Table anchoring_table(const AnchoringView& view) {
    csv::Table table{{"group", "key", "name"}, {}};
    for (const auto* step :
         {"addressed", "reached", "opened", "answered", "support", "supportIf", "against", "noCapacity"}) {
        table.columns.push_back(fmt::format("{}Municipalities", step));
        table.columns.push_back(fmt::format("{}Inhabitants", step));
    }
    table.rows.push_back(cells_of("whole", "", "", view.municipalities));
    if (view.before_decision) table.rows.push_back(cells_of("beforeDecision", "", "", *view.before_decision));
    for (const auto& group : view.counties_before)
        table.rows.push_back(cells_of("countyBeforeDecision", group.key, group.name, group.tally));
    for (const auto& group : view.sizes_before)
        table.rows.push_back(cells_of("sizeBeforeDecision", group.key, group.name, group.tally));
    for (const auto& group : view.counties)
        table.rows.push_back(cells_of("county", group.key, group.name, group.tally));
    for (const auto& group : view.sizes)
        table.rows.push_back(cells_of("size", group.key, group.name, group.tally));
    return table;
}

} // namespace hearings
