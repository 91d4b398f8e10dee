#include "governance/held_seats.hpp"
#include "representation/actions/counting.hpp"
#include "representation/http/links.hpp"
#include "representation/http/reading.hpp"
#include "representation/rights.hpp"
#include "representation/store/round_store.hpp"
#include "representation/texts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace representation {

/// So many must have told before the counts are shown to everybody.
static constexpr int told_min = 5;

static Result<std::vector<RegionRow>> counties_of(const http::Query& query, Date day) {
    std::vector<RegionRow> rows;
    for (const auto& county : TRY(directory::counties_on(query.reader, day, query.request.language))) {
        const bool is_municipality = county.kind == directory::OrganisationKind::municipality;
        rows.push_back({is_municipality ? county.county_number : county.number, county.name});
    }
    return rows;
}

Result<std::vector<GapView>> in_words(const http::Query& query, const std::vector<Gap>& gaps, Date day) {
    const auto counties = TRY(counties_of(query, day));
    std::vector<GapView> shown;
    for (const auto& gap : gaps) {
        auto& view = shown.emplace_back();
        view.kind = gap.kind;
        view.key = gap.key;
        if (gap.kind == GapKind::region) {
            const auto county = std::ranges::find(counties, gap.key, &RegionRow::number);
            view.words = query.t(text::gap_region({.county = county == counties.end() ? gap.key : county->name}));
        } else {
            view.words = query.t.by_name(fmt::format("gap.{}.{}", json::name_of(gap.kind), gap.key));
        }
    }
    return shown;
}

static Result<std::vector<NetworkRow>> networks_with(const http::Query& query,
                                                     const std::vector<directory::OrganisationId>& workplaces) {
    std::vector<NetworkRow> rows;
    std::map<directory::OrganisationId, int> counts;
    for (const auto& workplace : workplaces) {
        for (const auto& network : TRY(directory::networks_of(query.reader, workplace, query.today()))) {
            ++counts[network.id];
        }
    }
    for (const auto& network : TRY(directory::organisations_of_kind(query.reader, directory::OrganisationKind::network,
                                                                    query.today(), query.request.language))) {
        rows.push_back({{network.name, network.url}, counts[network.id]});
    }
    return rows;
}

static void fill_counts(CompositionView& view, const Composition& counted) {
    const auto of = [](const auto& counts, const auto& key) {
        const auto found = counts.find(key);
        return found == counts.end() ? 0 : found->second;
    };
    view.seats = counted.seats;
    for (auto& row : view.regions) {
        row.here = of(counted.by_county, row.number);
        row.together = of(counted.by_county_together, row.number);
    }
    for (const auto size : json::enumerator_values<Size>) {
        view.sizes.push_back({size, of(counted.by_size, size)});
    }
    view.municipalities = of(counted.by_employer, Employer::municipality);
    view.counties = of(counted.by_employer, Employer::county);
    view.others = of(counted.by_employer, Employer::other);
    view.fewest_of_each_gender = fewest_of_each(counted.seats);
    if (counted.seats - counted.gender_untold >= told_min) {
        view.genders =
            GenderCounts{counted.women(), counted.men(), of(counted.by_gender, Gender::other), counted.gender_untold};
    }
}

Result<CompositionView> read_composition(const http::Query& query, const Outside& outside,
                                         const governance::BodyCard& body, Date day,
                                         const std::vector<Candidate>& added) {
    CompositionView view;
    view.body = {body.name, body.path};
    view.url = body.path + "/representation";
    view.day = day;
    view.regions = TRY(counties_of(query, day));
    if (demands_of(body.kind).regions) {
        for (const auto& other : TRY(together_with(query.reader, body, query.request.language))) {
            view.together_with.push_back({other.name, other.path});
        }
    }
    const auto sittings = TRY(sittings_of(query.reader, outside, added));
    const auto counted = TRY(count_seats(query.reader, outside, body, day, sittings));
    fill_counts(view, counted.composition);
    std::vector<directory::OrganisationId> workplaces;
    for (const auto& seat : TRY(governance::voting_seats(query.reader, body.id, day))) {
        if (seat.on_behalf_of) workplaces.push_back(*seat.on_behalf_of);
    }
    for (const auto& candidate : added) {
        workplaces.push_back(candidate.workplace);
    }
    view.networks = TRY(networks_with(query, workplaces));
    view.gaps = TRY(in_words(query, counted.gaps, day));
    return view;
}

} // namespace representation
