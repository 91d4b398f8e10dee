#include "hearings/actions/audience.hpp"

#include "directory/directory.hpp"

namespace hearings {

using directory::OrganisationKind;
using directory::OrganisationSummary;

static Result<std::vector<OrganisationSummary>> organisations_in(db::Reader& reader, const Audience& part, Date today) {
    switch (part.kind) {
    case AudienceKind::municipalities:
        return directory::municipalities_on(reader, today);
    case AudienceKind::counties:
        return directory::counties_on(reader, today);
    case AudienceKind::county:
    case AudienceKind::network: {
        auto members = TRY(directory::members_of(reader, *part.organisation, today));
        if (!members.empty()) return members;
        break; // Oslo is county and municipality in one.
    }
    case AudienceKind::size: {
        auto all = TRY(directory::municipalities_on(reader, today));
        std::erase_if(all, [&](const OrganisationSummary& one) { return size_of(one.population) != *part.size; });
        return all;
    }
    case AudienceKind::named:
        break;
    }
    return directory::organisations_by_id(reader, {*part.organisation});
}

Result<std::vector<Addressee>> addressees_in(db::Reader& reader, const std::vector<Audience>& audience, Date today) {
    std::map<directory::OrganisationId, Addressee> found;
    for (const auto& part : audience) {
        for (const auto& one : TRY(organisations_in(reader, part, today))) {
            const bool is_municipality = one.kind == OrganisationKind::municipality;
            if (!is_municipality && one.kind != OrganisationKind::county) continue;
            found.emplace(one.id, Addressee{.organisation = one.id,
                                            .is_municipality = is_municipality,
                                            .number = one.number,
                                            .county_number = one.county_number.empty() ? one.number : one.county_number,
                                            .inhabitants = one.population});
        }
    }
    std::vector<Addressee> all;
    for (auto& [id, one] : found)
        all.push_back(std::move(one));
    return all;
}

} // namespace hearings
