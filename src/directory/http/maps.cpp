// The map and the counties.
#include "directory/domain/errors.hpp"
#include "directory/domain/picture.hpp"
#include "directory/http/handlers.hpp"
#include "directory/http/organisation_reading.hpp"
#include "directory/store/map_store.hpp"
#include "directory/store/organisation_store.hpp"
#include "directory/texts.hpp"
#include "directory/views/labels.hpp"
#include "directory/views/map_page.hpp"
#include "directory/views/organisation_list_page.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>
#include <set>

namespace directory {

static Result<std::vector<MapCounty>> read_counties(const http::Query& query,
                                                    const std::vector<Organisation>& municipalities) {
    std::vector<MapCounty> counties;
    for (const auto& county : TRY(store::counties(query.reader, query.today()))) {
        MapCounty view{county.number, shown_name(county, query.request.language), "/counties/" + county.number};
        for (const auto& municipality : municipalities) {
            if (municipality.county_number != county.number) continue;
            ++view.municipalities;
            view.population += municipality.population;
        }
        counties.push_back(std::move(view));
    }
    return counties;
}

Result<MapView> read_map(const http::Query& query) {
    MapView view;
    const auto municipalities = TRY(store::municipalities(query.reader, query.today()));
    view.counties = TRY(read_counties(query, municipalities));
    view.attribution = attribution(query);
    const auto map = TRY(store::map_on(query.reader, query.today()));
    if (!map) return view;
    view.valid_from = map->valid_from;
    view.has_borders = map->has_borders;
    view.width = map->width;
    view.height = map->height;
    view.county_borders = map->county_borders;
    if (map->has_borders) view.attribution += ". " + query.t(text::attribution_borders);
    std::map<std::string_view, const store::StoredShape*> shapes;
    for (const auto& shape : map->shapes) {
        shapes[shape.number] = &shape;
    }
    for (const auto& municipality : municipalities) {
        const auto shape = shapes.find(municipality.number);
        if (shape == shapes.end()) continue;
        view.municipalities.push_back({.number = municipality.number,
                                       .name = shown_name(municipality, query.request.language),
                                       .county_number = municipality.county_number,
                                       .url = "/organisations/" + municipality.slug,
                                       .population = municipality.population,
                                       .value_class = population_class(municipality.population),
                                       .x = shape->second->x,
                                       .y = shape->second->y,
                                       .radius = shape->second->radius,
                                       .path = shape->second->path});
    }
    return view;
}

static Error county_not_found(std::string_view number) {
    return organisation_not_found.error({{"key", std::string{number}}});
}

Result<http::Response> show_map(const http::Query& query) {
    const auto filter = TRY(query.request.read_query<MapFilter>());
    const auto view = TRY(read_map(query));
    const std::string county = filter.county.value_or("");
    const bool is_known =
        county.empty() || std::ranges::find(view.counties, county, &MapCounty::number) != view.counties.end();
    if (!is_known) return county_not_found(county);
    return http::represent<MapView>(query, view,
                                    {.html = [&](const MapView& shown) { return map_page(query, shown, county); },
                                     .csv = [&](const MapView& shown) { return map_csv(query, shown); },
                                     .atom = {},
                                     .ics = {}});
}

Result<http::Response> list_counties(const http::Query& query) {
    const auto municipalities = TRY(store::municipalities(query.reader, query.today()));
    const CountyListView view{TRY(read_counties(query, municipalities))};
    return http::represent<CountyListView>(
        query, view,
        {.html = [&](const CountyListView& shown) { return county_list_page(query, shown); },
         .csv = {},
         .atom = {},
         .ics = {}});
}

/// The networks that any municipality of the county is a member of, each once.
static Result<std::vector<LinkView>> networks_in(const http::Query& query,
                                                 const std::vector<Organisation>& municipalities) {
    std::set<OrganisationId> ids;
    for (const auto& municipality : municipalities) {
        ids.insert(municipality.id);
    }
    std::vector<LinkView> found;
    for (const auto& network : TRY(store::of_kind(query.reader, OrganisationKind::network, query.today()))) {
        const auto members = TRY(store::members(query.reader, network.id, query.today()));
        if (!std::ranges::any_of(members, [&](const Organisation& one) { return ids.contains(one.id); })) continue;
        found.push_back({shown_name(network, query.request.language), "/organisations/" + network.slug});
    }
    return found;
}

Result<http::Response> show_county(const http::Query& query) {
    const auto number = query.request.path_value("number");
    const auto counties = TRY(store::counties(query.reader, query.today()));
    const auto county = std::ranges::find(counties, number, &Organisation::number);
    if (county == counties.end()) return county_not_found(number);
    const auto municipalities = TRY(store::municipalities_of_county(query.reader, number, query.today()));
    const auto name = shown_name(*county, query.request.language);
    auto rows = rows_of(query, municipalities, TRY(county_names(query)));
    auto networks = TRY(networks_in(query, municipalities));
    CountyView view{.number = county->number,
                    .name = name,
                    .url = "/counties/" + county->number,
                    .organisation = {name, "/organisations/" + county->slug},
                    .population = 0,
                    .municipalities = std::move(rows),
                    .networks = std::move(networks)};
    for (const auto& municipality : municipalities) {
        view.population += municipality.population;
    }
    const auto map = query.wants_html() ? TRY(read_map(query)) : MapView{};
    return http::represent<CountyView>(
        query, view,
        {.html = [&](const CountyView& shown) { return county_page(query, shown, map); },
         .csv = [&](const CountyView& shown) { return organisation_csv(query, shown.municipalities); },
         .atom = {},
         .ics = {}});
}

} // namespace directory
