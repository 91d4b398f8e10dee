#pragma once
// Who belongs to which network, and since when.
#include "directory/domain/organisation.hpp"

namespace directory::store {

struct Membership {
    std::string id;
    OrganisationId network, member;
    Period period;
    std::string basis;
};

Result<void> insert_membership(db::Transaction&, const Membership&);
/// Those that hold on the day, of the organisation as a member.
Result<std::vector<Membership>> memberships_of(db::Reader&, OrganisationId member, Date on);
/// The one membership of that member in that network on the day, if any.
Result<std::optional<Membership>> membership(db::Reader&, OrganisationId network, OrganisationId member, Date on);
/// Those that have not ended before the day, of the organisation as a member or as the network; later ones too.
Result<std::vector<Membership>> open_memberships(db::Reader&, OrganisationId member_or_network, Date on);
Result<void> end_membership(db::Transaction&, std::string_view id, Date on);

} // namespace directory::store
