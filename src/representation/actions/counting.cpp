#include "representation/actions/counting.hpp"

#include "governance/held_seats.hpp"
#include "platform/json/described_members.hpp"
#include "representation/store/round_store.hpp"

#include <algorithm>

namespace representation {

using governance::BodyKind;

Demands demands_of(BodyKind kind) {
    const bool speaks_for_sector = kind == BodyKind::council || kind == BodyKind::working_committee;
    return {speaks_for_sector, speaks_for_sector, speaks_for_sector};
}

Result<std::vector<governance::BodyCard>> together_with(db::Reader& reader, const governance::BodyCard& body,
                                                        i18n::Language language) {
    std::vector<governance::BodyCard> found;
    for (auto& other : TRY(governance::body_cards(reader, language))) {
        const bool works_for_it =
            body.kind == BodyKind::council && other.kind == BodyKind::working_committee && other.parent == body.id;
        const bool is_worked_for =
            body.kind == BodyKind::working_committee && other.kind == BodyKind::council && body.parent == other.id;
        if (works_for_it || is_worked_for) found.push_back(std::move(other));
    }
    return found;
}

Sitting sitting_for(const directory::OrganisationSummary& organisation) {
    using directory::OrganisationKind;
    Sitting sitting;
    if (organisation.kind == OrganisationKind::municipality) {
        sitting.employer = Employer::municipality;
        sitting.county = organisation.county_number;
        sitting.size = directory::size_of(organisation.population);
    } else if (organisation.kind == OrganisationKind::county) {
        sitting.employer = Employer::county;
        sitting.county = organisation.number;
    }
    return sitting;
}

/// Nothing when it cannot be opened: what somebody told is then as good as forgotten.
static std::optional<Gender> opened(const Outside& outside, const db::Bytes& sealed, const std::string& owner) {
    const auto word = outside.open(sealed, owner);
    return word ? json::enumerator_of<Gender>(*word) : std::optional<Gender>{};
}

static Result<std::vector<Sitting>> sittings_of(db::Reader& reader, const Outside& outside,
                                                const std::vector<governance::Seat>& seats) {
    std::vector<directory::OrganisationId> ids;
    std::vector<directory::PersonId> people;
    for (const auto& seat : seats) {
        if (seat.on_behalf_of) ids.push_back(*seat.on_behalf_of);
        people.push_back(seat.person);
    }
    const auto organisations = TRY(directory::organisations_by_id(reader, ids));
    const auto told = TRY(store::genders(reader, people));
    std::vector<Sitting> sittings;
    for (const auto& seat : seats) {
        auto& sitting = sittings.emplace_back();
        if (seat.on_behalf_of) {
            const auto found =
                std::ranges::find(organisations, *seat.on_behalf_of, &directory::OrganisationSummary::id);
            if (found != organisations.end()) sitting = sitting_for(*found);
        }
        const auto sealed = told.find(seat.person);
        if (sealed != told.end()) sitting.gender = opened(outside, sealed->second, seat.person.to_string());
    }
    return sittings;
}

Result<std::vector<Sitting>> sittings_of(db::Reader& reader, const Outside& outside,
                                         const std::vector<Candidate>& candidates) {
    std::vector<Sitting> sittings;
    for (const auto& candidate : candidates) {
        auto sitting = sitting_for(TRY(directory::find_organisation(reader, candidate.workplace)));
        if (candidate.gender) {
            sitting.gender = opened(outside, *candidate.gender, candidate.id.to_string());
        } else if (candidate.person) {
            const auto told = TRY(store::genders(reader, {*candidate.person}));
            if (!told.empty()) sitting.gender = opened(outside, told.begin()->second, candidate.person->to_string());
        }
        sittings.push_back(std::move(sitting));
    }
    return sittings;
}

Result<Counted> count_seats(db::Reader& reader, const Outside& outside, const governance::BodyCard& body, Date day,
                            const std::vector<Sitting>& added) {
    Counted counted;
    for (const auto& one : TRY(sittings_of(reader, outside, TRY(governance::voting_seats(reader, body.id, day))))) {
        counted.composition.add(one);
    }
    for (const auto& one : added) {
        counted.composition.add(one);
    }
    const auto demands = demands_of(body.kind);
    if (demands.regions) {
        for (const auto& other : TRY(together_with(reader, body, i18n::Language::nb))) {
            const auto seats = TRY(governance::voting_seats(reader, other.id, day));
            for (const auto& one : TRY(sittings_of(reader, outside, seats))) {
                counted.composition.add_together(one);
            }
        }
    }
    std::vector<std::string> counties;
    for (const auto& county : TRY(directory::counties_on(reader, day))) {
        const bool is_municipality = county.kind == directory::OrganisationKind::municipality;
        counties.push_back(is_municipality ? county.county_number : county.number);
    }
    counted.gaps = gaps_of(counted.composition, counties, demands);
    return counted;
}

} // namespace representation
