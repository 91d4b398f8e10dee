#include "identity/store/invented_people.hpp"

namespace identity::store {

Result<std::vector<directory::PersonId>> invented_people(db::Reader& reader) {
    std::vector<directory::PersonId> people;
    for (const auto& row : TRY(reader.query("SELECT person_id FROM identity_invented_person ORDER BY position"))) {
        people.push_back(row.id<directory::PersonId>(0));
    }
    return people;
}

Result<bool> is_invented(db::Reader& reader, directory::PersonId person) {
    const auto row = TRY(reader.find("SELECT position FROM identity_invented_person WHERE person_id = $1", {person}));
    return row.has_value();
}

Result<void> mark_invented(db::Transaction& transaction, directory::PersonId person, int position) {
    return transaction.enqueue("INSERT INTO identity_invented_person (person_id, position) VALUES ($1, $2)"
                               " ON CONFLICT (person_id) DO NOTHING",
                               {person, position});
}

} // namespace identity::store
