#pragma once
// The real sector, made from the tables of facts: organisations with their history, networks with their members.
#include "directory/domain/facts.hpp"
#include "directory/domain/organisation.hpp"

namespace directory {

struct SectorOrganisation {
    Organisation organisation; ///< Without an id yet.
    std::vector<NameUse> names;
    std::vector<NumberUse> numbers;
    std::vector<std::pair<Date, std::int64_t>> populations;
};

struct SectorMembership {
    std::size_t network, member; ///< Places in Sector::organisations.
    std::string basis;
};

struct Sector {
    std::vector<SectorOrganisation> organisations;
    std::vector<Succession> successions; ///< Between places in organisations.
    std::vector<SectorMembership> memberships;
    Date structure_from{}; ///< The day the newest municipality began.
};

Sector make_sector(const Facts&);

/// What to call the kind in the search index.
std::string_view search_word(OrganisationKind);

} // namespace directory
