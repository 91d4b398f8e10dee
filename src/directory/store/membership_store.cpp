#include "directory/store/membership_store.hpp"

namespace directory::store {

Result<void> insert_membership(db::Transaction& transaction, const Membership& membership) {
    return transaction.enqueue("INSERT INTO directory_membership (id, network_id, member_id, joined_on, left_on, "
                               "basis) VALUES ($1, $2, $3, $4, $5, $6)",
                               {membership.id, membership.network, membership.member, membership.period.from,
                                membership.period.to, membership.basis});
}

static std::vector<Membership> read(const db::Rows& rows) {
    std::vector<Membership> found;
    for (const auto& row : rows) {
        found.push_back({row.text(0),
                         row.id<OrganisationId>(1),
                         row.id<OrganisationId>(2),
                         {row.maybe_date(3), row.maybe_date(4)},
                         row.text(5)});
    }
    return found;
}

Result<std::vector<Membership>> memberships_of(db::Reader& reader, OrganisationId member, Date on) {
    return read(
        TRY(reader.query("SELECT id, network_id, member_id, joined_on, left_on, basis FROM directory_membership WHERE "
                         "member_id = $1 AND "
                         "(joined_on IS NULL OR joined_on <= $2) AND (left_on IS NULL OR left_on > $2) ORDER BY id",
                         {member, on})));
}

Result<std::optional<Membership>> membership(db::Reader& reader, OrganisationId network, OrganisationId member,
                                             Date on) {
    auto found = read(TRY(reader.query(
        "SELECT id, network_id, member_id, joined_on, left_on, basis FROM directory_membership WHERE network_id = $1 "
        "AND member_id = $2 AND (joined_on IS NULL OR joined_on <= $3) AND (left_on IS NULL OR left_on > $3)",
        {network, member, on})));
    if (found.empty()) return std::optional<Membership>{};
    return std::optional{std::move(found.front())};
}

Result<std::vector<Membership>> open_memberships(db::Reader& reader, OrganisationId id, Date on) {
    return read(TRY(reader.query("SELECT id, network_id, member_id, joined_on, left_on, basis FROM "
                                 "directory_membership WHERE (member_id = $1 OR network_id = $1) AND (left_on IS NULL "
                                 "OR left_on > $2) ORDER BY id",
                                 {id, on})));
}

Result<void> end_membership(db::Transaction& transaction, std::string_view id, Date on) {
    return transaction.enqueue("UPDATE directory_membership SET left_on = $2 WHERE id = $1", {id, on});
}

} // namespace directory::store
