#include "platform/ui/page.hpp"
#include "representation/texts.hpp"
#include "representation/views/pages.hpp"

#include <algorithm>

namespace representation {

static ui::Share share(std::string label, int amount, std::string css_class) {
    return {.label = std::move(label), .amount = static_cast<double>(amount), .css_class = std::move(css_class)};
}

static Html employers(const http::Call& call, const CompositionView& view) {
    const auto& t = call.t;
    return ui::stacked_bar(call, t(text::composition_employers),
                           {share(t(text::employer_municipality), view.municipalities, "f-1"),
                            share(t(text::employer_county), view.counties, "f-3"),
                            share(t(text::employer_other), view.others, "f-5")});
}

static Html sizes(const http::Call& call, const CompositionView& view) {
    static constexpr std::array classes{"f-1", "f-2", "f-3", "f-5"};
    std::vector<ui::Share> shares;
    for (const auto& row : view.sizes) {
        shares.push_back(share(label(call, row.size), row.here, classes[static_cast<std::size_t>(row.size)]));
    }
    return ui::stacked_bar(call, call.t(text::composition_sizes), shares);
}

static Html genders(const http::Call& call, const CompositionView& view) {
    const auto& t = call.t;
    const auto law = html::p(
        html::cls("meta"), t(text::gender_rule({.fewest = view.fewest_of_each_gender, .seats = t.number(view.seats)})));
    if (!view.genders) return html::join({html::p(t(text::gender_too_few_told)), law});
    const auto& counts = *view.genders;
    return html::join({ui::stacked_bar(call, t(text::composition_genders),
                                       {share(t(text::gender_woman), counts.women, "f-1"),
                                        share(t(text::gender_man), counts.men, "f-3"),
                                        share(t(text::gender_other), counts.others, "f-2"),
                                        share(t(text::gender_untold), counts.untold, "f-ingen")}),
                       law});
}

static Html regions(const http::Call& call, const CompositionView& view) {
    const auto& t = call.t;
    std::vector<std::vector<Html>> rows;
    for (const auto& row : view.regions) {
        std::vector<Html> cells{ui::link(row.name, call.url("/counties/" + row.number)), Html{t.number(row.here)}};
        if (!view.together_with.empty()) cells.push_back(Html{t.number(row.together)});
        rows.push_back(std::move(cells));
    }
    std::vector<ui::Column> columns{{.name = t(text::column_county)},
                                    {.name = t(text::column_seats), .is_number = true}};
    if (!view.together_with.empty()) columns.push_back({.name = t(text::column_together), .is_number = true});
    return ui::table(t(text::composition_regions), columns, rows);
}

static Html networks(const http::Call& call, const CompositionView& view) {
    std::vector<ui::BarRow> rows;
    for (const auto& row : view.networks) {
        rows.push_back({.label = row.network.name,
                        .path = call.url(row.network.url),
                        .amount = static_cast<double>(row.here),
                        .shown = call.t.number(row.here)});
    }
    return ui::bar_table(call.t(text::composition_networks), call.t(text::column_network), call.t(text::column_seats),
                         rows);
}

Html composition_parts(const http::Call& call, const CompositionView& view) {
    const auto& t = call.t;
    return html::join({html::h3(t(text::composition_employers)), employers(call, view),
                       html::h3(t(text::composition_sizes)), sizes(call, view), html::h3(t(text::composition_genders)),
                       genders(call, view)});
}

static std::string finding(const http::Call& call, const CompositionView& view) {
    const auto covered = std::ranges::count_if(view.regions, [](const RegionRow& row) { return row.here > 0; });
    return call.t(text::composition_finding({.seats = view.seats,
                                             .counties = call.t.number(covered),
                                             .all = call.t.number(static_cast<std::int64_t>(view.regions.size()))}));
}

Html composition_page(const http::Call& call, const CompositionView& view, const Html& map,
                      const std::string& attribution) {
    const auto& t = call.t;
    std::vector<Html> together;
    for (const auto& other : view.together_with) {
        together.push_back(html::li(ui::linked(call, other)));
    }
    const auto shared =
        together.empty()
            ? Html{}
            : html::join({html::p(t(text::composition_together)), html::ul(html::cls("ds-list"), together)});
    const auto main = html::join(
        {ui::section(t(text::gaps), "gaps", gap_list(call, view.gaps)),
         ui::section(t(text::composition), "composition", composition_parts(call, view)),
         ui::section(t(text::composition_regions), "regions", html::join({map, shared, regions(call, view)})),
         ui::section(t(text::composition_networks), "networks", networks(call, view))});
    const auto json = view.url + ".json", csv = view.url + ".csv";
    ui::Page page;
    page.title = t(text::composition) + ": " + view.body.name;
    page.crumbs = {{view.body.name, call.url(view.body.url)}, {t(text::composition), {}}};
    ui::Hero hero;
    hero.title = t(text::composition);
    hero.lead = view.body.name;
    hero.facts = finding(call, view);
    page.hero = ui::hero(hero);
    const auto offer =
        call.principal.is_anonymous() ? Html{} : html::p(ui::link(t(text::told_offer), call.url("/me/gender")));
    const auto about =
        html::join({ui::card(t(text::composition_about), html::join({html::p(t(text::composition_about_text)), offer})),
                    ui::formats_card(call, {{"JSON", json}, {"CSV", csv}})});
    page.content = ui::columns(main, about, t(text::composition_about));
    page.alternates = {{http::Format::json, json}, {http::Format::csv, csv}};
    page.attribution = attribution;
    return ui::page(call, page);
}

Html gender_page(const http::Call& call, const ui::FormState& state) {
    return ui::form_page(call, state,
                         {.title = call.t(text::told),
                          .lead = call.t(text::told_lead),
                          .send = call.t(text::told_send),
                          .path = "/me/gender",
                          .back = "/me"},
                         gender_field(call, state, text::told_hint));
}

Html composition_panel(const http::Call& call, const CompositionView& view, const std::vector<RoundRow>& rounds) {
    const auto& t = call.t;
    if (view.seats == 0 && rounds.empty()) return {};
    Html shown = html::p(finding(call, view));
    if (!view.gaps.empty()) {
        shown += html::p(t(text::gaps_count({.count = static_cast<std::int64_t>(view.gaps.size())})));
    }
    shown += html::p(ui::link(t(text::composition_more), call.url(view.url)));
    std::vector<Html> links;
    for (const auto& round : rounds) {
        const auto words = round.number + " · " + label(call, round.state);
        links.push_back(html::li(ui::link(words, call.url(round.url))));
    }
    if (!links.empty()) shown += html::join({html::h3(t(text::rounds)), html::ul(html::cls("ds-list"), links)});
    return ui::section(t(text::composition), "representation", shown);
}

} // namespace representation
