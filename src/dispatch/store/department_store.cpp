#include "dispatch/store/department_store.hpp"

#include "platform/json/described_members.hpp"

namespace dispatch::store {

Result<void> put(db::Transaction& transaction, directory::OrganisationId organisation, const Department& wanted) {
    return transaction.enqueue("INSERT INTO dispatch_department (organisation_id, key, name) VALUES ($1, $2, $3) "
                               "ON CONFLICT (organisation_id, key) DO UPDATE SET name = excluded.name, "
                               "closed_at = NULL",
                               {organisation, wanted.key, wanted.name});
}

Result<bool> close_department(db::Transaction& transaction, directory::OrganisationId organisation,
                              std::string_view key, Instant now) {
    const auto closed = TRY(transaction.execute("UPDATE dispatch_department SET closed_at = $3 WHERE "
                                                "organisation_id = $1 AND key = $2 AND closed_at IS NULL",
                                                {organisation, key, now}));
    return closed == 1;
}

static Department department_of(const db::Row& row) {
    return {row.text(0), row.text(1), row.maybe_instant(2)};
}

Result<std::optional<Department>> department(db::Reader& reader, directory::OrganisationId organisation,
                                             std::string_view key) {
    const auto row = TRY(reader.find("SELECT key, name, closed_at FROM dispatch_department WHERE organisation_id = $1 "
                                     "AND key = $2",
                                     {organisation, key}));
    if (!row) return std::optional<Department>{};
    return std::optional{department_of(*row)};
}

Result<std::vector<Department>> departments_of(db::Reader& reader, directory::OrganisationId organisation) {
    std::vector<Department> found;
    for (const auto& row : TRY(reader.query("SELECT key, name, closed_at FROM dispatch_department WHERE "
                                            "organisation_id = $1 ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 "
                                            "END, name, key",
                                            {organisation}))) {
        found.push_back(department_of(row));
    }
    return found;
}

Result<void> put(db::Transaction& transaction, directory::OrganisationId organisation, const PostChoice& wanted) {
    return transaction.enqueue("INSERT INTO dispatch_choice (id, organisation_id, organisation_number, department, "
                               "dispatch_type, channel) VALUES ($1, $2, $3, $4, $5, $6) "
                               "ON CONFLICT (organisation_number, department, dispatch_type) "
                               "DO UPDATE SET channel = excluded.channel, organisation_id = excluded.organisation_id",
                               {wanted.id, organisation, wanted.organisation_number, wanted.department,
                                wanted.dispatch_type, json::name_of(wanted.channel)});
}

Result<bool> remove_choice(db::Transaction& transaction, directory::OrganisationId organisation, ChoiceId id) {
    const auto removed = TRY(
        transaction.execute("DELETE FROM dispatch_choice WHERE organisation_id = $1 AND id = $2", {organisation, id}));
    return removed == 1;
}

Result<std::vector<PostChoice>> choices_of(db::Reader& reader, directory::OrganisationId organisation) {
    std::vector<PostChoice> found;
    for (const auto& row : TRY(reader.query(
             "SELECT id, organisation_number, department, dispatch_type, channel FROM dispatch_choice WHERE "
             "organisation_id = $1 ORDER BY department, dispatch_type",
             {organisation}))) {
        found.push_back({row.id<ChoiceId>(0), row.text(1), row.text(2), row.text(3),
                         *json::enumerator_of<ChosenChannel>(row.text(4))});
    }
    return found;
}

Result<Taking> taking_of(db::Reader& reader, const PostKind& post) {
    const auto row = TRY(
        reader.find("SELECT r.id, r.name, "
                    "(SELECT channel FROM dispatch_choice WHERE organisation_number = $1 AND department IN ($2, '') "
                    "AND dispatch_type IN ($3, '') ORDER BY department DESC, dispatch_type DESC LIMIT 1) "
                    "FROM (SELECT 1 AS number) one LEFT JOIN dispatch_receiver r ON r.id = ("
                    "SELECT receiver_id FROM dispatch_receiver_address WHERE organisation_number = $1 AND "
                    "department IN ($2, '') AND dispatch_type IN ($3, '') AND level IN ($4, 0) "
                    "ORDER BY department DESC, dispatch_type DESC, level DESC LIMIT 1)",
                    {post.organisation_number, post.department, post.dispatch_type, post.level}));
    Taking found;
    if (!row->is_null(0)) {
        found.receiver = row->id<ReceiverId>(0);
        found.receiver_name = row->text(1);
    }
    if (!row->is_null(2)) found.channel = json::enumerator_of<ChosenChannel>(row->text(2));
    return found;
}

Result<void> move_departments(db::Transaction& transaction, directory::OrganisationId from,
                              directory::OrganisationId to) {
    TRY(transaction.enqueue("UPDATE dispatch_department SET organisation_id = $2 WHERE organisation_id = $1 AND "
                            "NOT EXISTS (SELECT 1 FROM dispatch_department own WHERE own.organisation_id = $2 AND "
                            "own.key = dispatch_department.key)",
                            {from, to}));
    TRY(transaction.enqueue("DELETE FROM dispatch_department WHERE organisation_id = $1", {from}));
    // Nobody can log in for the number that is gone: what was to lie in its own inbox would never be read.
    TRY(transaction.enqueue("DELETE FROM dispatch_choice WHERE organisation_id = $1 AND channel <> 'receiver'",
                            {from}));
    return transaction.enqueue("UPDATE dispatch_choice SET organisation_id = $2 WHERE organisation_id = $1",
                               {from, to});
}

} // namespace dispatch::store
