#include "directory/http/organisation_reading.hpp"

#include "directory/rights.hpp"
#include "directory/store/history_store.hpp"
#include "directory/store/membership_store.hpp"
#include "directory/store/organisation_store.hpp"
#include "directory/store/person_store.hpp"
#include "platform/journal/sentence.hpp"

#include <algorithm>
#include <set>

namespace directory {

static constexpr int events_max = 30;

Result<Organisation> organisation_asked(const http::Query& query) {
    return store::organisation_by_key(query.reader, query.request.path_value("key"));
}

static std::string url_of(const Organisation& organisation) {
    return "/organisations/" + organisation.slug;
}

static Result<LineageView> read_lineage(const http::Query& query, OrganisationId id) {
    LineageView lineage;
    std::set<OrganisationId> involved{id};
    for (const auto& row : TRY(store::lineage_of(query.reader, id))) {
        lineage.successions.push_back({row.on, row.predecessor, row.successor});
        involved.insert(row.predecessor);
        involved.insert(row.successor);
    }
    if (lineage.successions.empty()) return LineageView{};
    for (const auto& one : TRY(store::organisations(query.reader, {involved.begin(), involved.end()}))) {
        lineage.organisations.push_back(
            {one.id, name_on_page(one.names, query.request.language), url_of(one), one.period.from, one.period.to});
    }
    // The one that ended first stands first; those that exist stand last.
    std::ranges::sort(lineage.organisations, [](const LineageNode& left, const LineageNode& right) {
        constexpr Date never =
            std::chrono::year_month_day{std::chrono::year{9999}, std::chrono::January, std::chrono::day{1}};
        const auto left_end = left.valid_to.value_or(never), right_end = right.valid_to.value_or(never);
        return left_end != right_end ? left_end < right_end : left.name < right.name;
    });
    return lineage;
}

static Result<std::vector<MembershipView>> read_memberships(const http::Query& query, OrganisationId id) {
    std::vector<MembershipView> views;
    for (const auto& membership : TRY(store::memberships_of(query.reader, id, query.today()))) {
        const auto network = TRY(store::organisation(query.reader, membership.network));
        views.push_back(
            {{shown_name(network, query.request.language), url_of(network)}, membership.period.from, membership.basis});
    }
    return views;
}

static Result<std::vector<OrganisationRow>> read_members(const http::Query& query, const Organisation& organisation) {
    std::vector<Organisation> found;
    if (organisation.kind == OrganisationKind::network) {
        found = TRY(store::members(query.reader, organisation.id, query.today()));
    } else if (organisation.kind == OrganisationKind::county) {
        found = TRY(store::municipalities_of_county(query.reader, organisation.number, query.today()));
    }
    return rows_of(query, found, TRY(county_names(query)));
}

static RoleView view_of(const Role& role, const LinkView& organisation) {
    return {.id = role.id,
            .person = role.person.id,
            .person_name = role.person.name,
            .name = role.name,
            .organisation = organisation,
            .valid_from = role.valid_from,
            .valid_to = role.valid_to};
}

static Result<std::vector<RoleView>> read_roles(const http::Query& query, const Organisation& organisation) {
    std::vector<RoleView> views;
    if (!query.principal.may(right::see_people, organisation.id.to_string())) return views;
    const LinkView link{shown_name(organisation, query.request.language), url_of(organisation)};
    for (const auto& role : TRY(store::roles_for_organisation(query.reader, organisation.id, query.today()))) {
        views.push_back(view_of(role, link));
    }
    return views;
}

static Result<std::vector<HappeningView>> read_events(const http::Query& query, OrganisationId id) {
    std::vector<HappeningView> views;
    const auto text = id.to_string();
    for (const auto& event :
         TRY(query.journal.about(query.reader, {"organisation", text}, query.principal, events_max))) {
        views.push_back({event.id.to_string(), event.type, event.at, journal::sentence(event, query.t),
                         journal::actor(event, query.t)});
    }
    return views;
}

static Result<void> read_history(const http::Query& query, OrganisationView& view) {
    for (const auto& use : TRY(store::names(query.reader, view.id))) {
        view.names.push_back({use.language, use.name, use.period.from, use.period.to});
    }
    for (const auto& use : TRY(store::numbers(query.reader, view.id))) {
        view.numbers.push_back({use.scheme, use.number, use.period.from, use.period.to});
    }
    for (const auto& count : TRY(store::populations(query.reader, view.id))) {
        view.populations.push_back({count.as_of, count.inhabitants});
    }
    view.lineage = TRY(read_lineage(query, view.id));
    if (!view.valid_to) return {};
    for (const auto& successor : TRY(successors_of(query.reader, view.id, query.today(), query.request.language))) {
        view.successors.push_back({successor.name, successor.url});
    }
    return {};
}

Result<OrganisationView> read_organisation(const http::Query& query, const Organisation& organisation) {
    OrganisationView view{.id = organisation.id,
                          .name = shown_name(organisation, query.request.language),
                          .kind = organisation.kind,
                          .number = organisation.number,
                          .organisation_number = organisation.organisation_number,
                          .url = url_of(organisation),
                          .homepage = organisation.homepage,
                          .basis = organisation.basis,
                          .valid_from = organisation.period.from,
                          .valid_to = organisation.period.to,
                          .is_sami_area = organisation.is_sami_area,
                          .is_invented = organisation.is_invented,
                          .latitude = organisation.latitude,
                          .longitude = organisation.longitude,
                          .version = organisation.version};
    const auto counties = TRY(county_names(query));
    const auto county = counties.find(organisation.county_number);
    if (county != counties.end() && organisation.exists_on(query.today())) {
        view.county = LinkView{county->second, "/counties/" + county->first};
    }
    TRY(read_history(query, view));
    view.memberships = TRY(read_memberships(query, organisation.id));
    view.members = TRY(read_members(query, organisation));
    view.roles = TRY(read_roles(query, organisation));
    view.events = TRY(read_events(query, organisation.id));
    return view;
}

} // namespace directory
