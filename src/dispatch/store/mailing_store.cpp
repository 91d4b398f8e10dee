#include "dispatch/store/mailing_store.hpp"

#include "dispatch/domain/errors.hpp"

namespace dispatch::store {

Result<void> insert(db::Transaction& transaction, const Mailing& mailing, const std::vector<DispatchId>& letters) {
    TRY(transaction.enqueue("INSERT INTO dispatch_mailing (id, account_id, sent_at) VALUES ($1, $2, $3)",
                            {mailing.id, mailing.account_id, mailing.sent_at}));
    std::int64_t position = 0;
    for (const auto& letter : letters) {
        TRY(transaction.enqueue(
            "INSERT INTO dispatch_mailing_letter (mailing_id, position, dispatch_id) VALUES ($1, $2, $3)",
            {mailing.id, position++, letter}));
    }
    return {};
}

Result<Mailing> mailing_of_account(db::Reader& reader, MailingId id, AccountId account) {
    const auto row =
        TRY(reader.find("SELECT sent_at FROM dispatch_mailing WHERE id = $1 AND account_id = $2", {id, account}));
    if (!row) return mailing_not_found.error();
    return Mailing{id, account, row->instant(0)};
}

Result<std::vector<DispatchId>> letters_of(db::Reader& reader, MailingId id) {
    std::vector<DispatchId> letters;
    for (const auto& row : TRY(reader.query(
             "SELECT dispatch_id FROM dispatch_mailing_letter WHERE mailing_id = $1 ORDER BY position", {id}))) {
        letters.push_back(row.id<DispatchId>(0));
    }
    return letters;
}

Result<std::optional<MailingId>> mailing_of(db::Reader& reader, DispatchId letter) {
    const auto row =
        TRY(reader.find("SELECT mailing_id FROM dispatch_mailing_letter WHERE dispatch_id = $1", {letter}));
    return row ? std::optional{row->id<MailingId>(0)} : std::nullopt;
}

} // namespace dispatch::store
