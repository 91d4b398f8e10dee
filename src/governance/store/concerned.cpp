#include "governance/store/concerned.hpp"
#include "directory/directory.hpp"
#include "governance/domain/los.hpp"
#include "governance/store/body_store.hpp"
#include "platform/search/search.hpp"

namespace governance {

static constexpr int search_hits_max = 500;

/// Oslo is a municipality and holds the tasks of a county too.
static bool has_tasks_of_a_county(const directory::OrganisationSummary& organisation) {
    return organisation.kind == directory::OrganisationKind::county || organisation.number == "0301";
}

Result<CaseQuery::Concerned> ways_to_concern(db::Reader& reader, directory::OrganisationId id, Date today) {
    const auto organisation = TRY(directory::find_organisation(reader, id));
    CaseQuery::Concerned concerned{.organisations = {id},
                                   .are_municipalities = organisation.kind == directory::OrganisationKind::municipality,
                                   .are_counties = has_tasks_of_a_county(organisation)};
    for (const auto& network : TRY(directory::networks_of(reader, id, today))) {
        concerned.organisations.push_back(network.id);
    }
    return concerned;
}

Result<CaseQuery::Concerned> ways_to_concern_region(db::Reader& reader, std::string_view county_number, Date today) {
    const auto county = TRY(directory::find_organisation_by_key(reader, county_number));
    auto concerned = TRY(ways_to_concern(reader, county.id, today));
    concerned.are_municipalities = concerned.are_counties = true;
    for (const auto& municipality : TRY(directory::members_of(reader, county.id, today))) {
        concerned.organisations.push_back(municipality.id);
    }
    return concerned;
}

template <class T>
static Result<std::optional<T>> found_or_nothing(Result<T> found) {
    if (found) return std::optional<T>{*std::move(found)};
    if (found.error().kind == ErrorKind::not_found) return std::optional<T>{};
    return std::move(found).error();
}

static Result<std::vector<std::string>> matching_ids(db::Reader& reader, const std::string& words) {
    const auto answer = TRY(search::find(reader, {.words = words, .kind = "case", .limit = search_hits_max}));
    std::vector<std::string> ids;
    for (const auto& hit : answer.hits) {
        ids.push_back(hit.id);
    }
    return ids;
}

Result<std::optional<CaseQuery>> resolve(db::Reader& reader, const CaseFilter& filter, Date today) {
    CaseQuery query;
    query.from = filter.from;
    query.to = filter.to;
    query.order = filter.sort;
    if (filter.state) query.states = {*filter.state};
    if (filter.theme) {
        const auto below = theme_and_below(*filter.theme);
        query.themes.assign(below.begin(), below.end());
    }
    if (filter.body) {
        const auto body = TRY(found_or_nothing(find_body(reader, *filter.body)));
        if (!body) return std::optional<CaseQuery>{};
        query.body = body->id;
    }
    if (filter.region) {
        query.concerned = TRY(found_or_nothing(ways_to_concern_region(reader, *filter.region, today)));
        if (!query.concerned) return std::optional<CaseQuery>{};
    }
    if (filter.q) query.ids = TRY(matching_ids(reader, *filter.q));
    return std::optional{std::move(query)};
}

} // namespace governance
