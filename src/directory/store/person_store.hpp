#pragma once
// People and the roles they hold.
#include "directory/directory.hpp"

namespace directory::store {

struct Person {
    PersonId id;
    std::string name;
    bool is_invented = false;
    std::int64_t version = 1;
};

Result<void> insert_person(db::Transaction&, const Person&, const std::optional<db::Bytes>& identity_hash);
/// Fails with directory.person_not_found.
Result<Person> person(db::Reader&, PersonId);
Result<std::vector<Person>> people(db::Reader&, const std::vector<PersonId>&);
Result<std::optional<db::Bytes>> identity_hash_of(db::Reader&, PersonId);
Result<std::optional<Person>> person_with_identity(db::Reader&, const db::Bytes& identity_hash);

Result<void> insert_role(db::Transaction&, RoleId, const NewRole&);
Result<void> end_role(db::Transaction&, RoleId, Date on);
/// Fails with directory.role_not_found.
Result<Role> role(db::Reader&, RoleId);
/// Those that hold on the day; by name of the role, then of the person.
Result<std::vector<Role>> roles_of_person(db::Reader&, PersonId, Date on);
Result<std::vector<Role>> roles_for_organisation(db::Reader&, OrganisationId, Date on);
/// Those that have not ended before the day; later ones too.
Result<std::vector<Role>> open_roles(db::Reader&, OrganisationId, Date on);

} // namespace directory::store
