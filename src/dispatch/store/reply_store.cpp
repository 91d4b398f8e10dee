#include "dispatch/store/reply_store.hpp"

namespace dispatch::store {

Result<void> insert(db::Transaction& transaction, const Reply& fresh) {
    return transaction.enqueue("INSERT INTO dispatch_reply (dispatch_id, letter_id, position, person_id, sent_at) "
                               "VALUES ($1, $2, $3, $4, $5)",
                               {fresh.id, fresh.letter, fresh.position, fresh.person_id, fresh.sent_at});
}

Result<std::vector<Reply>> replies_to(db::Reader& reader, DispatchId letter, std::int64_t position) {
    std::vector<Reply> found;
    for (const auto& row : TRY(reader.query("SELECT dispatch_id, person_id, sent_at FROM dispatch_reply WHERE "
                                            "letter_id = $1 AND position = $2 ORDER BY sent_at, dispatch_id",
                                            {letter, position}))) {
        found.push_back({row.id<DispatchId>(0), letter, position, row.id<directory::PersonId>(1), row.instant(2)});
    }
    return found;
}

} // namespace dispatch::store
