#include "dispatch/store/statistic_store.hpp"

#include "platform/json/described_members.hpp"

#include <algorithm>

namespace dispatch::store {

static LetterCount letter_count_of(const db::Row& row) {
    return {row.text(0), *json::enumerator_of<Channel>(row.text(1)), *json::enumerator_of<Status>(row.text(2)),
            static_cast<TimeToRead>(row.number(3)), row.number(4)};
}

Result<std::vector<LetterCount>> counted(db::Reader& reader, AccountId account, const Month& month) {
    std::vector<LetterCount> found;
    for (const auto& row : TRY(reader.query(
             "SELECT CAST($4 AS TEXT), channel, status, CASE WHEN status <> 'read' THEN -1 "
             "WHEN status_at - received_at <= 86400000000 THEN 0 WHEN status_at - received_at <= 259200000000 THEN 1 "
             "WHEN status_at - received_at <= 604800000000 THEN 2 ELSE 3 END AS time_to_read, COUNT(*) "
             "FROM dispatch_dispatch WHERE account_id = $1 AND received_at >= $2 AND received_at < $3 "
             "GROUP BY channel, status, time_to_read",
             {account, month.begins_at, month.ends_at, month.name()}))) {
        found.push_back(letter_count_of(row));
    }
    return found;
}

Result<void> set_statistic(db::Transaction& transaction, AccountId account, const Month& month,
                           const std::vector<LetterCount>& counts, Instant now) {
    TRY(transaction.enqueue("DELETE FROM dispatch_statistic WHERE account_id = $1 AND month = $2",
                            {account, month.name()}));
    for (const auto& count : counts) {
        TRY(transaction.enqueue("INSERT INTO dispatch_statistic (account_id, month, channel, status, time_to_read, "
                                "letters, counted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                                {account, month.name(), json::name_of(count.channel), json::name_of(count.status),
                                 static_cast<std::int64_t>(count.time_to_read), count.letters, now}));
    }
    return {};
}

Result<bool> has_statistic(db::Reader& reader, AccountId account, const Month& month) {
    const auto row = TRY(reader.find("SELECT 1 FROM dispatch_statistic WHERE account_id = $1 AND month = $2 LIMIT 1",
                                     {account, month.name()}));
    return row.has_value();
}

Result<std::vector<AccountId>> all_accounts(db::Reader& reader) {
    std::vector<AccountId> found;
    for (const auto& row : TRY(reader.query("SELECT id FROM dispatch_account ORDER BY id", {})))
        found.push_back(row.id<AccountId>(0));
    return found;
}

Result<Statistic> statistic_of(db::Reader& reader, directory::OrganisationId organisation,
                               const std::string& from_month) {
    Statistic found;
    for (const auto& row : TRY(reader.query(
             "SELECT s.month, s.channel, s.status, s.time_to_read, CAST(SUM(s.letters) AS BIGINT), MAX(s.counted_at) "
             "FROM dispatch_statistic s JOIN dispatch_account a ON a.id = s.account_id "
             "WHERE a.organisation_id = $1 AND s.month >= $2 GROUP BY s.month, s.channel, s.status, s.time_to_read "
             "ORDER BY s.month, s.channel, s.status, s.time_to_read",
             {organisation, from_month}))) {
        found.counts.push_back(letter_count_of(row));
        found.counted_at = std::max(found.counted_at.value_or(row.instant(5)), row.instant(5));
    }
    return found;
}

Result<std::vector<QueueState>> queue_states(db::Reader& reader) {
    std::vector<QueueState> found;
    for (const auto& row :
         TRY(reader.query("SELECT status, COUNT(*), MIN(status_at) FROM dispatch_dispatch WHERE status IN "
                          "('received', 'accepted', 'ready_for_receiver', 'notified', 'sent_to_print', "
                          "'sent_to_digital_mailbox', 'sent_to_altinn') GROUP BY status ORDER BY MIN(status_at)",
                          {}))) {
        found.push_back({*json::enumerator_of<Status>(row.text(0)), row.number(1), row.instant(2)});
    }
    return found;
}

} // namespace dispatch::store
