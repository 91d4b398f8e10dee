#include "dispatch/store/webhook_store.hpp"

namespace dispatch::store {

Result<std::optional<Webhook>> webhook(db::Reader& reader, AccountId account) {
    const auto row = TRY(
        reader.find("SELECT url, set_at, told_at, told_status FROM dispatch_webhook WHERE account_id = $1", {account}));
    if (!row) return std::optional<Webhook>{};
    return std::optional{Webhook{account, row->text(0), row->instant(1), row->maybe_instant(2), row->maybe_number(3)}};
}

Result<bool> has_webhook(db::Reader& reader, DispatchId id) {
    const auto row = TRY(reader.find("SELECT 1 FROM dispatch_dispatch d JOIN dispatch_webhook w ON "
                                     "w.account_id = d.account_id WHERE d.id = $1",
                                     {id}));
    return row.has_value();
}

Result<void> set_webhook(db::Transaction& transaction, AccountId account, std::string_view url, Instant now) {
    return transaction.enqueue("INSERT INTO dispatch_webhook (account_id, url, set_at) VALUES ($1, $2, $3) "
                               "ON CONFLICT (account_id) DO UPDATE SET url = excluded.url, set_at = excluded.set_at, "
                               "told_at = NULL, told_status = NULL",
                               {account, url, now});
}

Result<bool> remove_webhook(db::Transaction& transaction, AccountId account) {
    return TRY(transaction.execute("DELETE FROM dispatch_webhook WHERE account_id = $1", {account})) == 1;
}

Result<void> note_told(db::Transaction& transaction, AccountId account, Instant now, std::int64_t status) {
    return transaction.enqueue("UPDATE dispatch_webhook SET told_at = $2, told_status = $3 WHERE account_id = $1",
                               {account, now, status});
}

} // namespace dispatch::store
