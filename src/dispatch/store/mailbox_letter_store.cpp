#include "dispatch/store/mailbox_letter_store.hpp"

namespace dispatch::store {

Result<std::optional<MailboxLetterTrace>> mailbox_letter(db::Reader& reader, DispatchId id) {
    const auto row = TRY(reader.find("SELECT provider_number, begun_at, handed_over_at FROM dispatch_mailbox_letter "
                                     "WHERE dispatch_id = $1",
                                     {id}));
    if (!row) return std::optional<MailboxLetterTrace>{};
    return std::optional{MailboxLetterTrace{row->text(0), row->instant(1), row->maybe_instant(2)}};
}

Result<void> begin_mailbox_letter(db::Transaction& transaction, DispatchId id, std::string_view provider_number,
                                  Instant now) {
    return transaction.enqueue("INSERT INTO dispatch_mailbox_letter (dispatch_id, provider_number, begun_at) "
                               "VALUES ($1, $2, $3) ON CONFLICT (dispatch_id) "
                               "DO UPDATE SET provider_number = excluded.provider_number",
                               {id, provider_number, now});
}

Result<void> set_handed_over(db::Transaction& transaction, DispatchId id, Instant now) {
    return transaction.enqueue("UPDATE dispatch_mailbox_letter SET handed_over_at = $2 WHERE dispatch_id = $1 AND "
                               "handed_over_at IS NULL",
                               {id, now});
}

Result<bool> insert_mailbox_receipt(db::Transaction& transaction, std::string_view id, DispatchId dispatch,
                                    std::string_view kind, Instant now) {
    const auto rows = TRY(transaction.execute("INSERT INTO dispatch_mailbox_receipt (id, dispatch_id, kind, taken_at) "
                                              "VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                                              {id, dispatch, kind, now}));
    return rows == 1;
}

} // namespace dispatch::store
