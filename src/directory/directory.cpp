#include "directory/directory.hpp"

#include "directory/domain/errors.hpp"
#include "directory/store/history_store.hpp"
#include "directory/store/organisation_store.hpp"
#include "directory/store/person_store.hpp"

#include <algorithm>
#include <set>

namespace directory {

using i18n::Language;

static Result<OrganisationSummary> in_language(Result<Organisation> organisation, Language language) {
    if (!organisation) return organisation.error();
    return summary_of(*organisation, language);
}

static Result<std::vector<OrganisationSummary>> in_language(Result<std::vector<Organisation>> organisations,
                                                            Language language) {
    if (!organisations) return organisations.error();
    std::vector<OrganisationSummary> summaries;
    summaries.reserve(organisations->size());
    for (const auto& organisation : *organisations) {
        summaries.push_back(summary_of(organisation, language));
    }
    return summaries;
}

Result<std::vector<OrganisationSummary>> organisations_by_id(db::Reader& reader, const std::vector<OrganisationId>& ids,
                                                             Language language) {
    return in_language(store::organisations(reader, ids), language);
}

Result<OrganisationSummary> find_organisation(db::Reader& reader, OrganisationId id, Language language) {
    return in_language(store::organisation(reader, id), language);
}

Result<OrganisationSummary> find_organisation_by_key(db::Reader& reader, std::string_view key, Language language) {
    return in_language(store::organisation_by_key(reader, key), language);
}

Result<OrganisationSummary> find_municipality(db::Reader& reader, std::string_view number, Date on, Language language) {
    return in_language(store::municipality_with_number(reader, number, on), language);
}

Result<std::vector<OrganisationSummary>> municipalities_on(db::Reader& reader, Date on, Language language) {
    return in_language(store::municipalities(reader, on), language);
}

Result<std::vector<OrganisationSummary>> counties_on(db::Reader& reader, Date on, Language language) {
    return in_language(store::counties(reader, on), language);
}

Result<std::vector<OrganisationSummary>> organisations_of_kind(db::Reader& reader, OrganisationKind kind, Date on,
                                                               Language language) {
    return in_language(store::of_kind(reader, kind, on), language);
}

Result<std::vector<OrganisationSummary>> members_of(db::Reader& reader, OrganisationId id, Date on, Language language) {
    const auto organisation = TRY(store::organisation(reader, id));
    const bool is_network = organisation.kind == OrganisationKind::network;
    return in_language(is_network ? store::members(reader, id, on)
                                  : store::municipalities_of_county(reader, organisation.county_number, on),
                       language);
}

Result<std::vector<OrganisationSummary>> networks_of(db::Reader& reader, OrganisationId member, Date on,
                                                     Language language) {
    return in_language(store::networks(reader, member, on), language);
}

Result<std::vector<OrganisationSummary>> successors_of(db::Reader& reader, OrganisationId id, Date on,
                                                       Language language) {
    const auto lineage = TRY(store::lineage_of(reader, id));
    std::vector<OrganisationSummary> living;
    std::vector<OrganisationId> open{id};
    std::set<OrganisationId> seen{id};
    while (!open.empty()) {
        const auto next = open.back();
        open.pop_back();
        auto summary = TRY(find_organisation(reader, next, language));
        if (!summary.is_ended(on)) {
            living.push_back(std::move(summary));
            continue;
        }
        for (const auto& succession : lineage) {
            const bool leads_on = succession.predecessor == next && succession.on <= on;
            if (leads_on && seen.insert(succession.successor).second) open.push_back(succession.successor);
        }
    }
    std::ranges::sort(living, {}, &OrganisationSummary::number);
    return living;
}

Result<std::vector<PersonSummary>> people_by_id(db::Reader& reader, const std::vector<PersonId>& ids) {
    std::vector<PersonSummary> found;
    for (auto& person : TRY(store::people(reader, ids))) {
        found.push_back({person.id, std::move(person.name)});
    }
    return found;
}

Result<std::vector<Role>> roles_of(db::Reader& reader, PersonId id, Date on) {
    return store::roles_of_person(reader, id, on);
}

Result<std::vector<Role>> roles_in(db::Reader& reader, OrganisationId id, Date on) {
    return store::roles_for_organisation(reader, id, on);
}

} // namespace directory
