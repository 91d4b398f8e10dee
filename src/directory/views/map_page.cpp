#include "directory/views/map_page.hpp"

#include "directory/domain/picture.hpp"
#include "directory/texts.hpp"
#include "directory/views/labels.hpp"
#include "platform/ui/components.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace directory {

static Rectangle extent_of(const MapMunicipality& municipality) {
    if (!municipality.path.empty()) return extent_of(municipality.path);
    const auto [x, y, radius] = std::tuple{municipality.x, municipality.y, municipality.radius};
    return {x - radius, y - radius, x + radius, y + radius};
}

std::string view_box_of(const MapView& map, const std::string& county) {
    std::optional<Rectangle> whole;
    for (const auto& municipality : map.municipalities) {
        if (!county.empty() && municipality.county_number != county) continue;
        const auto extent = extent_of(municipality);
        if (!whole) whole = extent;
        whole->include(extent);
    }
    return view_box(whole.value_or(Rectangle{0, 0, static_cast<double>(map.width), static_cast<double>(map.height)}));
}

static std::vector<std::pair<std::string, int>> legend(const http::Call& call) {
    std::vector<std::pair<std::string, int>> entries;
    const auto& limits = population_limits;
    entries.emplace_back(call.t(text::class_below({.limit = call.t.number(limits.front())})), 0);
    for (std::size_t i = 0; i + 1 < limits.size(); ++i) {
        entries.emplace_back(
            call.t(text::class_between({.from = call.t.number(limits[i]), .to = call.t.number(limits[i + 1] - 1)})),
            static_cast<int>(i + 1));
    }
    entries.emplace_back(call.t(text::class_above({.limit = call.t.number(limits.back())})),
                         static_cast<int>(limits.size()));
    return entries;
}

static Html picture(const http::Call& call, const MapView& map, const std::string& county) {
    std::int64_t above = 0;
    std::vector<ui::MapShape> shapes;
    for (const auto& one : map.municipalities) {
        if (one.value_class == static_cast<int>(population_limits.size())) ++above;
        shapes.push_back({.number = one.number,
                          .title = call.t(text::map_shape({.name = one.name, .count = call.t.number(one.population)})),
                          .value_class = one.value_class,
                          .path = one.path,
                          .x = one.x,
                          .y = one.y,
                          .radius = one.radius});
    }
    const auto finding = call.t(text::map_finding({.count = static_cast<std::int64_t>(map.municipalities.size()),
                                                   .large = above,
                                                   .limit = call.t.number(population_limits.back())}));
    return ui::map(call, {.title = call.t(text::map_title),
                          .finding = finding,
                          .view_box = view_box_of(map, county),
                          .shapes = std::move(shapes),
                          .borders = map.county_borders,
                          .legend = legend(call)});
}

/// The way in for keyboards: each county large, or its own page.
static Html county_list(const http::Call& call, const MapView& map, const std::string& county) {
    std::vector<std::vector<Html>> rows;
    for (const auto& one : map.counties) {
        const auto zoom = html::a(html::cls("ds-link"), html::href(call.url("/map?county=" + one.number)),
                                  html::attribute_if(one.number == county, "aria-current", "true"), one.name);
        rows.push_back({zoom, call.t.number(one.municipalities), call.t.number(one.population),
                        ui::link(call.t(text::county_page_link({.name = one.name})), call.url(one.url))});
    }
    Html back;
    if (!county.empty()) back = html::p(ui::link(call.t(text::map_whole), call.url("/map")));
    return ui::section(call.t(text::counties), "counties",
                       html::join({back, ui::table(call.t(text::counties),
                                                   {{.name = call.t(text::column_name)},
                                                    {.name = call.t(text::column_municipalities), .is_number = true},
                                                    {.name = call.t(text::column_population), .is_number = true},
                                                    {.name = call.t(text::column_more)}},
                                                   rows)}));
}

static Html table(const http::Call& call, const MapView& map, const std::string& county) {
    std::vector<std::vector<Html>> rows;
    for (const auto& one : map.municipalities) {
        if (!county.empty() && one.county_number != county) continue;
        rows.push_back({ui::link(one.name, call.url(one.url)), one.number,
                        one.population > 0 ? call.t.number(one.population) : std::string{}});
    }
    return ui::details(call.t(text::map_as_table),
                       ui::table(call.t(text::map_as_table),
                                 {{.name = call.t(text::column_name)},
                                  {.name = call.t(text::column_number)},
                                  {.name = call.t(text::column_population), .is_number = true}},
                                 rows));
}

Html map_page(const http::Call& call, const MapView& map, const std::string& county) {
    const auto found = std::ranges::find(map.counties, county, &MapCounty::number);
    const auto title =
        found == map.counties.end() ? call.t(text::map) : call.t(text::map_of_county({.name = found->name}));
    const auto lead = call.t(map.has_borders ? text::map_lead_borders : text::map_lead_cartogram);
    const auto content =
        map.municipalities.empty()
            ? ui::empty_state(call.t(text::map_none), call.t(text::map_none_text))
            : html::join({picture(call, map, county), county_list(call, map, county), table(call, map, county)});
    return ui::page(call, {.title = title,
                           .crumbs = {{title}},
                           .hero = ui::hero({.title = title, .lead = lead}),
                           .content = content,
                           .alternates = alternates(call, "/map", {http::Format::json, http::Format::csv}),
                           .description = lead,
                           .attribution = map.attribution});
}

Html county_page(const http::Call& call, const CountyView& view, const MapView& map) {
    const auto heading = call.t(text::municipalities_heading);
    const auto title = call.t(text::county_title({.name = view.name}));
    std::vector<Html> networks;
    for (const auto& network : view.networks) {
        networks.push_back(html::li(link_to(call, network)));
    }
    const auto facts = ui::facts({{call.t(text::fact_county_number), view.number},
                                  {call.t(text::fact_run_by), link_to(call, view.organisation)},
                                  {call.t(text::fact_population), call.t.number(view.population)},
                                  {call.t(text::fact_networks), networks.empty() ? Html{} : html::ul(networks)}});
    const auto side = html::join({ui::card(call.t(text::facts_heading), facts), picture(call, map, view.number)});
    return ui::page(call, {.title = title,
                           .crumbs = {{call.t(text::counties), call.url("/counties")}, {title}},
                           .hero = ui::hero({.title = title, .facts = view.number}),
                           .content = ui::columns(ui::section(heading, "municipalities",
                                                              organisation_table(call, heading, view.municipalities)),
                                                  side, call.t(text::facts_heading)),
                           .alternates = alternates(call, view.url, {http::Format::json, http::Format::csv}),
                           .attribution = map.attribution});
}

Html county_list_page(const http::Call& call, const CountyListView& view) {
    std::vector<std::vector<Html>> rows;
    for (const auto& one : view.counties) {
        rows.push_back({ui::link(one.name, call.url(one.url)), one.number, call.t.number(one.municipalities),
                        call.t.number(one.population)});
    }
    const auto title = call.t(text::counties);
    return ui::page(call, {.title = title,
                           .crumbs = {{title}},
                           .hero = ui::hero({.title = title}),
                           .content = ui::table(title,
                                                {{.name = call.t(text::column_name)},
                                                 {.name = call.t(text::column_number)},
                                                 {.name = call.t(text::column_municipalities), .is_number = true},
                                                 {.name = call.t(text::column_population), .is_number = true}},
                                                rows),
                           .alternates = alternates(call, "/counties", {http::Format::json}),
                           .attribution = attribution(call)});
}

csv::Table map_csv(const http::Call& call, const MapView& map) {
    csv::Table table{.columns = {"number", "name", "countyNumber", "population", "valueClass", "url"}, .rows = {}};
    for (const auto& one : map.municipalities) {
        table.rows.push_back({one.number, one.name, one.county_number, fmt::format("{}", one.population),
                              fmt::format("{}", one.value_class), call.public_url + one.url});
    }
    return table;
}

} // namespace directory
