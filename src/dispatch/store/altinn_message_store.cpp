#include "dispatch/store/altinn_message_store.hpp"

namespace dispatch::store {

static AltinnMessage altinn_message_of(const db::Row& row) {
    return {row.id<DispatchId>(0), row.is_null(1) ? std::string{} : std::string{row.text(1)}, row.instant(2),
            row.maybe_instant(3)};
}

Result<std::optional<AltinnMessage>> altinn_message(db::Reader& reader, DispatchId id) {
    const auto row = TRY(reader.find("SELECT dispatch_id, message_id, begun_at, handed_over_at "
                                     "FROM dispatch_altinn_message WHERE dispatch_id = $1",
                                     {id}));
    if (!row) return std::optional<AltinnMessage>{};
    return std::optional{altinn_message_of(*row)};
}

Result<void> begin_altinn_message(db::Transaction& transaction, DispatchId id, Instant now) {
    return transaction.enqueue("INSERT INTO dispatch_altinn_message (dispatch_id, begun_at) VALUES ($1, $2) "
                               "ON CONFLICT DO NOTHING",
                               {id, now});
}

Result<void> set_altinn_message(db::Transaction& transaction, DispatchId id, std::string_view message_id,
                                Instant ask_at, Instant now) {
    return transaction.enqueue("UPDATE dispatch_altinn_message SET message_id = $2, ask_at = $3, handed_over_at = $4 "
                               "WHERE dispatch_id = $1 AND handed_over_at IS NULL",
                               {id, message_id, ask_at, now});
}

Result<std::vector<AltinnMessage>> altinn_questions(db::Reader& reader, Instant now, int limit) {
    std::vector<AltinnMessage> found;
    for (const auto& row : TRY(reader.query("SELECT dispatch_id, message_id, begun_at, handed_over_at "
                                            "FROM dispatch_altinn_message WHERE ask_at <= $1 ORDER BY ask_at LIMIT $2",
                                            {now, limit}))) {
        found.push_back(altinn_message_of(row));
    }
    return found;
}

Result<void> set_altinn_question(db::Transaction& transaction, DispatchId id, std::optional<Instant> ask_at) {
    return transaction.enqueue("UPDATE dispatch_altinn_message SET ask_at = $2 WHERE dispatch_id = $1", {id, ask_at});
}

} // namespace dispatch::store
