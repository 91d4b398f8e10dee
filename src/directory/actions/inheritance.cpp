#include "directory/actions/inheritance.hpp"

#include "directory/store/membership_store.hpp"
#include "directory/store/person_store.hpp"

#include <algorithm>

namespace directory {

static constexpr std::string_view memberships_key = "directory.referrer.memberships";
static constexpr std::string_view roles_key = "directory.referrer.roles";

static void add(std::vector<Moved>& moves, std::string_view what, OrganisationId from, std::int64_t count) {
    if (count > 0) moves.push_back({std::string{what}, from, count});
}

Result<std::vector<Moved>> count_inheritance(db::Reader& reader, OrganisationId from, Date on,
                                             const std::vector<Referrer>& referrers) {
    std::vector<Moved> moves;
    const auto memberships = TRY(store::open_memberships(reader, from, on));
    const auto roles = TRY(store::open_roles(reader, from, on));
    add(moves, memberships_key, from, static_cast<std::int64_t>(memberships.size()));
    add(moves, roles_key, from, static_cast<std::int64_t>(roles.size()));
    for (const auto& referrer : referrers) {
        add(moves, referrer.name, from, TRY(referrer.count(reader, from)));
    }
    return moves;
}

static Result<void> move_membership(db::Transaction& transaction, const Doer& doer, const store::Membership& membership,
                                    OrganisationId from, OrganisationId to, Date on) {
    const auto begins = std::max(membership.period.from.value_or(on), on);
    auto moved = membership;
    (membership.member == from ? moved.member : moved.network) = to;
    if (moved.member == moved.network) return {};
    if (TRY(store::membership(transaction, moved.network, moved.member, begins))) return {};
    moved.id = Uuid::make(doer.now, doer.random).to_string();
    moved.period.from = begins;
    return store::insert_membership(transaction, moved);
}

static Result<std::int64_t> move_memberships(db::Transaction& transaction, const Doer& doer, OrganisationId from,
                                             const std::vector<OrganisationId>& successors, Date on) {
    const auto memberships = TRY(store::open_memberships(transaction, from, on));
    for (const auto& membership : memberships) {
        TRY(store::end_membership(transaction, membership.id, std::max(membership.period.from.value_or(on), on)));
        for (const auto& successor : successors) {
            TRY(move_membership(transaction, doer, membership, from, successor, on));
        }
    }
    return static_cast<std::int64_t>(memberships.size());
}

static Result<std::int64_t> move_roles(db::Transaction& transaction, const Doer& doer, OrganisationId from,
                                       OrganisationId heir, Date on) {
    const auto roles = TRY(store::open_roles(transaction, from, on));
    for (const auto& role : roles) {
        const auto begins = std::max(role.valid_from, on);
        TRY(store::end_role(transaction, role.id, begins));
        TRY(store::insert_role(transaction, RoleId::make(doer.now, doer.random),
                               {.person_id = role.person.id,
                                .organisation_id = heir,
                                .name = role.name,
                                .valid_from = begins,
                                .valid_to = role.valid_to}));
    }
    return static_cast<std::int64_t>(roles.size());
}

Result<std::vector<Moved>> move_inheritance(db::Transaction& transaction, const Doer& doer, OrganisationId from,
                                            const std::vector<OrganisationId>& successors, Date on,
                                            const std::vector<Referrer>& referrers) {
    const auto heir = successors.front();
    std::vector<Moved> moves;
    add(moves, memberships_key, from, TRY(move_memberships(transaction, doer, from, successors, on)));
    add(moves, roles_key, from, TRY(move_roles(transaction, doer, from, heir, on)));
    for (const auto& referrer : referrers) {
        add(moves, referrer.name, from, TRY(referrer.move(transaction, from, heir)));
    }
    return moves;
}

} // namespace directory
