#include "dispatch/store/integration_store.hpp"

#include "platform/json/described_members.hpp"

namespace dispatch::store {

Result<void> insert(db::Transaction& transaction, const Integration& fresh) {
    TRY(transaction.enqueue(
        "INSERT INTO dispatch_integration (id, name, organisation_id, consumer_number, secret_hash, status_words, "
        "is_invented, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {fresh.id, fresh.name, fresh.organisation_id, fresh.consumer_number, fresh.secret_hash,
         json::name_of(fresh.status_words), fresh.is_invented, fresh.opened_at}));
    return set_accounts(transaction, fresh.id, fresh.accounts);
}

Result<void> set_accounts(db::Transaction& transaction, IntegrationId id, const std::vector<AccountId>& accounts) {
    TRY(transaction.enqueue("DELETE FROM dispatch_integration_account WHERE integration_id = $1", {id}));
    for (const auto& account : accounts) {
        TRY(transaction.enqueue("INSERT INTO dispatch_integration_account (integration_id, account_id) VALUES ($1, $2) "
                                "ON CONFLICT DO NOTHING",
                                {id, account}));
    }
    return {};
}

Result<void> set_rate(db::Transaction& transaction, IntegrationId id, std::int64_t requests_per_minute) {
    return transaction.enqueue("UPDATE dispatch_integration SET requests_per_minute = $2 WHERE id = $1",
                               {id, requests_per_minute});
}

Result<std::optional<Integration>> integration(db::Reader& reader, IntegrationId id) {
    const auto row =
        TRY(reader.find("SELECT id, name, organisation_id, consumer_number, secret_hash, status_words, "
                        "is_invented, opened_at, closed_at, previous_hash, previous_until, requests_per_minute "
                        "FROM dispatch_integration WHERE id = $1",
                        {id}));
    if (!row) return std::optional<Integration>{};
    Integration found;
    found.id = row->id<IntegrationId>(0);
    found.name = row->text(1);
    found.organisation_id = row->id<directory::OrganisationId>(2);
    found.consumer_number = row->text(3);
    found.secret_hash = row->text(4);
    found.status_words = *json::enumerator_of<StatusWords>(row->text(5));
    found.is_invented = row->flag(6);
    found.opened_at = row->instant(7);
    found.closed_at = row->maybe_instant(8);
    found.previous = previous_secret(*row, 9, 10);
    found.requests_per_minute = row->number(11);
    for (const auto& given :
         TRY(reader.query("SELECT g.account_id FROM dispatch_integration_account g JOIN dispatch_account a "
                          "ON a.id = g.account_id WHERE g.integration_id = $1 AND a.closed_at IS NULL "
                          "ORDER BY a.name, g.account_id",
                          {id}))) {
        found.accounts.push_back(given.id<AccountId>(0));
    }
    return std::optional{std::move(found)};
}

Result<std::optional<IntegrationId>> integration_of(db::Reader& reader, AccountId account,
                                                    std::string_view consumer_number) {
    const auto row = TRY(reader.find(
        "SELECT i.id FROM dispatch_integration_account g JOIN dispatch_integration i ON i.id = g.integration_id "
        "WHERE g.account_id = $1 AND i.consumer_number = $2 AND i.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM "
        "dispatch_integration_account o WHERE o.integration_id = i.id AND o.account_id <> $1) ORDER BY i.id LIMIT 1",
        {account, consumer_number}));
    if (!row) return std::optional<IntegrationId>{};
    return std::optional{row->id<IntegrationId>(0)};
}

} // namespace dispatch::store
