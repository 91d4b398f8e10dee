#pragma once
// Mergers and splits: what is asked for, and whether it can be.
#include "directory/domain/organisation.hpp"

namespace directory {

/// An organisation that begins with a reform.
struct NewUnit {
    std::string name;
    std::string number;              ///< kommunenummer or fylkesnummer; empty for kinds without.
    std::string organisation_number; ///< Empty when not given yet.
};

/// Several become one: a new one, or one of them that goes on.
struct Merger {
    std::vector<OrganisationId> predecessors; ///< Those that end.
    std::optional<OrganisationId> into;       ///< The one that goes on; nothing when a new one is founded.
    NewUnit founded{};                        ///< Read when into is nothing.
    Date on{};                                ///< First day of the new order.
};

/// One becomes several.
struct Split {
    OrganisationId predecessor;
    std::vector<NewUnit> founded;
    std::size_t heir = 0; ///< Place in founded of the one that takes over what can have one owner only.
    Date on{};
};

/// What an operation moves, for the preview and in the report.
struct Moved {
    std::string what; ///< Catalogue key, "directory.referrer.memberships".
    OrganisationId from;
    std::int64_t count = 0;
};

struct ReformReport {
    std::vector<Organisation> ends, begins;
    std::vector<Moved> moves;
};

/// Fails with directory.reform_needs_two, directory.reform_mixes_kinds, directory.reform_in_future (today is not on
/// yet) and directory.organisation_ended. `involved` are all predecessors and, when there is one, the one that goes on.
Result<void> check_merger(const std::vector<Organisation>& involved, const Merger&, Date today);
/// Fails as check_merger does, and with directory.reform_heir_missing.
Result<void> check_split(const Organisation& predecessor, const Split&, Date today);

/// The new one as it begins: population and centre from those that it is made of. Fails with directory.name_missing,
/// directory.municipality_number_faulty and directory.organisation_number_faulty.
Result<Organisation> founded_by(const NewUnit&, const std::vector<Organisation>& predecessors, Date on);

/// Four digits for a municipality, two for a county, nothing for all others.
bool is_number_of(OrganisationKind, std::string_view number);

/// "2020–2023": what tells an ended organisation from a living one of the same name.
std::string years_of(const Period&);

} // namespace directory
