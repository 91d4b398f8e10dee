#include "directory/store/person_store.hpp"

#include "directory/domain/errors.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace directory::store {

Result<void> insert_person(db::Transaction& transaction, const Person& person,
                           const std::optional<db::Bytes>& identity_hash) {
    return transaction.enqueue(
        "INSERT INTO directory_person (id, name, identity_hash, is_invented, version) VALUES ($1, $2, $3, $4, $5)",
        {person.id, person.name, identity_hash, person.is_invented, person.version});
}

static Person read_person(const db::Row& row) {
    return {row.id<PersonId>(0), row.text(1), row.flag(2), row.number(3)};
}

Result<Person> person(db::Reader& reader, PersonId id) {
    const auto row =
        TRY(reader.find("SELECT id, name, is_invented, version FROM directory_person WHERE id = $1", {id}));
    if (!row) return person_not_found.error({{"id", id.to_string()}});
    return read_person(*row);
}

Result<std::vector<Person>> people(db::Reader& reader, const std::vector<PersonId>& ids) {
    static constexpr std::size_t ids_per_query = 400;
    std::map<PersonId, Person> found;
    for (std::size_t begin = 0; begin < ids.size(); begin += ids_per_query) {
        std::string places;
        db::Arguments arguments;
        for (auto i = begin; i < std::min(begin + ids_per_query, ids.size()); ++i) {
            arguments.emplace_back(ids[i]);
            places += fmt::format("{}${}", places.empty() ? "" : ", ", arguments.size());
        }
        const auto sql =
            fmt::format("SELECT id, name, is_invented, version FROM directory_person WHERE id IN ({})", places);
        for (const auto& row : TRY(reader.query(sql, arguments))) {
            found.try_emplace(row.id<PersonId>(0), read_person(row));
        }
    }
    std::vector<Person> in_order;
    for (const auto& id : ids) {
        if (const auto one = found.find(id); one != found.end()) in_order.push_back(one->second);
    }
    return in_order;
}

Result<std::optional<db::Bytes>> identity_hash_of(db::Reader& reader, PersonId id) {
    const auto row = TRY(reader.find("SELECT identity_hash FROM directory_person WHERE id = $1", {id}));
    if (!row || row->is_null(0)) return std::optional<db::Bytes>{};
    return std::optional{row->bytes(0)};
}

Result<std::optional<Person>> person_with_identity(db::Reader& reader, const db::Bytes& identity_hash) {
    const auto row = TRY(reader.find(
        "SELECT id, name, is_invented, version FROM directory_person WHERE identity_hash = $1", {identity_hash}));
    if (!row) return std::optional<Person>{};
    return std::optional{read_person(*row)};
}

Result<void> insert_role(db::Transaction& transaction, RoleId id, const NewRole& role) {
    return transaction.enqueue("INSERT INTO directory_role (id, person_id, organisation_id, name, valid_from, "
                               "valid_to) VALUES ($1, $2, $3, $4, $5, $6)",
                               {id, role.person_id, role.organisation_id, role.name, role.valid_from, role.valid_to});
}

Result<void> end_role(db::Transaction& transaction, RoleId id, Date on) {
    return transaction.enqueue("UPDATE directory_role SET valid_to = $2 WHERE id = $1", {id, on});
}

static Result<std::vector<Role>> select_roles(db::Reader& reader, std::string_view where,
                                              const db::Arguments& arguments) {
    std::vector<Role> found;
    const auto sql = fmt::format(
        "SELECT r.id, r.person_id, p.name, r.organisation_id, o.name_no, r.name, r.valid_from, r.valid_to FROM "
        "directory_role r JOIN directory_person p ON p.id = r.person_id JOIN directory_organisation o ON o.id = "
        "r.organisation_id WHERE {} ORDER BY r.name, p.name, r.id",
        where);
    for (const auto& row : TRY(reader.query(sql, arguments))) {
        found.push_back({.id = row.id<RoleId>(0),
                         .person = {row.id<PersonId>(1), row.text(2)},
                         .organisation_id = row.id<OrganisationId>(3),
                         .organisation_name = row.text(4),
                         .name = row.text(5),
                         .valid_from = row.date(6),
                         .valid_to = row.maybe_date(7)});
    }
    return found;
}

Result<Role> role(db::Reader& reader, RoleId id) {
    auto found = TRY(select_roles(reader, "r.id = $1", {id}));
    if (found.empty()) return role_not_found.error({{"id", id.to_string()}});
    return std::move(found.front());
}

Result<std::vector<Role>> roles_of_person(db::Reader& reader, PersonId id, Date on) {
    return select_roles(reader, "r.person_id = $1 AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to > $2)",
                        {id, on});
}

Result<std::vector<Role>> roles_for_organisation(db::Reader& reader, OrganisationId id, Date on) {
    return select_roles(
        reader, "r.organisation_id = $1 AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to > $2)", {id, on});
}

Result<std::vector<Role>> open_roles(db::Reader& reader, OrganisationId id, Date on) {
    return select_roles(reader, "r.organisation_id = $1 AND (r.valid_to IS NULL OR r.valid_to > $2)", {id, on});
}

} // namespace directory::store
