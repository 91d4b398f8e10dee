#include "dispatch/store/retention_store.hpp"

#include "dispatch/domain/errors.hpp"

namespace dispatch::store {

Result<std::vector<AccountRetention>> retentions(db::Reader& reader) {
    std::vector<AccountRetention> found;
    for (const auto& row : TRY(reader.query("SELECT id, retention_d FROM dispatch_account ORDER BY id", {}))) {
        found.push_back({row.id<AccountId>(0), row.number(1)});
    }
    return found;
}

Result<std::int64_t> retention_of(db::Reader& reader, AccountId account) {
    const auto row = TRY(reader.find("SELECT retention_d FROM dispatch_account WHERE id = $1", {account}));
    if (!row) return credentials_wrong.error();
    return row->number(0);
}

Result<void> set_retention(db::Transaction& transaction, AccountId account, std::int64_t days) {
    return transaction.enqueue("UPDATE dispatch_account SET retention_d = $2 WHERE id = $1", {account, days});
}

Result<std::vector<Dispatch>> kept(db::Reader& reader, const KeptFilter& filter) {
    std::vector<Dispatch> found;
    const auto behind = filter.behind ? filter.behind->to_string() : std::string{};
    for (const auto& row :
         TRY(reader.query("SELECT id FROM dispatch_dispatch WHERE account_id = $1 AND wrapped_key IS NOT NULL AND "
                          "status_at < $2 AND "
                          "(status_at > $3 OR (status_at = $3 AND id > $4)) ORDER BY status_at, id LIMIT $5",
                          {filter.account_id, filter.before, filter.behind_at, behind, filter.limit}))) {
        auto dispatch = TRY(find(reader, row.id<DispatchId>(0)));
        if (dispatch) found.push_back(*std::move(dispatch));
    }
    return found;
}

} // namespace dispatch::store
