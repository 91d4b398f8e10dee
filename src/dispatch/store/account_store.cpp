#include "dispatch/store/account_store.hpp"

#include "dispatch/domain/dispatch_types.hpp"
#include "dispatch/store/alert_store.hpp"
#include "dispatch/store/department_store.hpp"

#include <algorithm>

namespace dispatch::store {

Result<void> insert(db::Transaction& transaction, const Account& fresh) {
    return transaction.enqueue(
        "INSERT INTO dispatch_account (id, name, organisation_id, duplicate_window_s, is_invented, opened_at, "
        "read_deadline_h, retention_d, is_for_replies, requests_per_minute, uses_digital_mailboxes, uses_altinn, "
        "return_address) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        {fresh.id, fresh.name, fresh.organisation_id, fresh.duplicate_window.count(), fresh.is_invented,
         fresh.opened_at, std::int64_t{fresh.read_deadline.count()}, fresh.retention_days, fresh.is_for_replies,
         fresh.requests_per_minute, fresh.uses_digital_mailboxes, fresh.uses_altinn, fresh.return_address});
}

Result<void> insert(db::Transaction& transaction, const Receiver& fresh) {
    return transaction.enqueue(
        "INSERT INTO dispatch_receiver (id, name, organisation_id, certificate, is_invented, opened_at) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        {fresh.id, fresh.name, fresh.organisation_id, fresh.certificate, fresh.is_invented, fresh.opened_at});
}

Result<void> insert(db::Transaction& transaction, const ReceiverAddress& fresh) {
    return transaction.enqueue(
        "INSERT INTO dispatch_receiver_address (organisation_number, dispatch_type, level, receiver_id, department) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organisation_number, department, dispatch_type, level) "
        "DO UPDATE SET receiver_id = excluded.receiver_id",
        {fresh.organisation_number, fresh.dispatch_type, fresh.level, fresh.receiver_id, fresh.department});
}

Result<bool> insert(db::Transaction& transaction, const Credential& fresh, Instant now) {
    const auto added =
        TRY(transaction.execute("INSERT INTO dispatch_credential (name, secret_hash, account_id, receiver_id, made_at) "
                                "VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                                {fresh.name, fresh.secret_hash, fresh.account_id, fresh.receiver_id, now}));
    return added == 1;
}

static Account account_of(const db::Row& row) {
    Account found;
    found.id = row.id<AccountId>(0);
    found.name = row.text(1);
    found.organisation_id = row.id<directory::OrganisationId>(2);
    found.duplicate_window = std::chrono::seconds{row.number(3)};
    found.is_invented = row.flag(4);
    found.opened_at = row.instant(5);
    found.read_deadline = std::chrono::hours{row.number(6)};
    found.retention_days = row.number(7);
    found.closed_at = row.maybe_instant(8);
    found.is_for_replies = row.flag(9);
    found.requests_per_minute = row.number(10);
    found.uses_digital_mailboxes = row.flag(11);
    found.uses_altinn = row.flag(12);
    found.return_address = row.text(13);
    return found;
}

Result<std::optional<Account>> account(db::Reader& reader, AccountId id) {
    const auto row =
        TRY(reader.find("SELECT id, name, organisation_id, duplicate_window_s, is_invented, opened_at, "
                        "read_deadline_h, retention_d, closed_at, is_for_replies, requests_per_minute, "
                        "uses_digital_mailboxes, uses_altinn, return_address FROM dispatch_account WHERE id = $1",
                        {id}));
    if (!row) return std::optional<Account>{};
    return std::optional{account_of(*row)};
}

Result<std::optional<Account>> account_for_replies(db::Reader& reader, directory::OrganisationId organisation) {
    const auto row = TRY(reader.find("SELECT id FROM dispatch_account WHERE organisation_id = $1 AND "
                                     "is_for_replies = 1",
                                     {organisation}));
    if (!row) return std::optional<Account>{};
    return account(reader, row->id<AccountId>(0));
}

Result<std::vector<Account>> accounts_of(db::Reader& reader, directory::OrganisationId organisation) {
    std::vector<Account> found;
    for (const auto& row : TRY(reader.query(
             "SELECT id, name, organisation_id, duplicate_window_s, is_invented, opened_at, "
             "read_deadline_h, retention_d, closed_at, is_for_replies, requests_per_minute, "
             "uses_digital_mailboxes, uses_altinn, return_address FROM dispatch_account WHERE organisation_id = $1 "
             "ORDER BY name, id",
             {organisation}))) {
        found.push_back(account_of(row));
    }
    return found;
}

Result<std::optional<Receiver>> receiver(db::Reader& reader, ReceiverId id) {
    const auto row =
        TRY(reader.find("SELECT id, name, organisation_id, certificate, is_invented, opened_at, closed_at, "
                        "certificate_withdrawn_at FROM dispatch_receiver WHERE id = $1",
                        {id}));
    if (!row) return std::optional<Receiver>{};
    Receiver found;
    found.id = row->id<ReceiverId>(0);
    found.name = row->text(1);
    found.organisation_id = row->id<directory::OrganisationId>(2);
    found.certificate = row->text(3);
    found.is_invented = row->flag(4);
    found.opened_at = row->instant(5);
    found.closed_at = row->maybe_instant(6);
    found.certificate_withdrawn_at = row->maybe_instant(7);
    return std::optional{std::move(found)};
}

Result<std::vector<ReceiverAddress>> addresses_of(db::Reader& reader, ReceiverId id) {
    std::vector<ReceiverAddress> found;
    for (const auto& row : TRY(reader.query("SELECT organisation_number, dispatch_type, level, department "
                                            "FROM dispatch_receiver_address WHERE receiver_id = $1 "
                                            "ORDER BY organisation_number, department, dispatch_type, level",
                                            {id}))) {
        found.push_back({row.text(0), row.text(1), row.number(2), id, {}, row.text(3)});
    }
    return found;
}

Result<std::optional<Credential>> credential(db::Reader& reader, std::string_view name) {
    const auto row = TRY(reader.find(
        "SELECT name, secret_hash, account_id, receiver_id, previous_hash, previous_until FROM dispatch_credential "
        "WHERE name = $1",
        {name}));
    if (!row) return std::optional<Credential>{};
    Credential found;
    found.name = row->text(0);
    found.secret_hash = row->text(1);
    if (!row->is_null(2)) found.account_id = row->id<AccountId>(2);
    if (!row->is_null(3)) found.receiver_id = row->id<ReceiverId>(3);
    found.previous = previous_secret(*row, 4, 5);
    return std::optional{std::move(found)};
}

Result<std::vector<ReceiverAddress>> receiver_addresses(db::Reader& reader, const AddressFilter& filter) {
    std::vector<ReceiverAddress> found;
    for (const auto& row :
         TRY(reader.query("SELECT a.organisation_number, a.dispatch_type, a.level, a.receiver_id, r.name, a.department "
                          "FROM dispatch_receiver_address a JOIN dispatch_receiver r ON r.id = a.receiver_id "
                          "WHERE (a.organisation_number = $1 OR $1 = '') AND (a.dispatch_type = $2 OR $2 = '' "
                          "OR a.dispatch_type = '') AND (a.level = $3 OR $3 = 0 OR a.level = 0) "
                          "AND (a.department = '' OR $4 = 1) "
                          "ORDER BY a.organisation_number, a.dispatch_type, a.level, a.department",
                          {filter.organisation_number.value_or(""), filter.dispatch_type.value_or(""),
                           filter.level.value_or(0), filter.has_departments}))) {
        found.push_back({row.text(0), row.text(1), row.number(2), row.id<ReceiverId>(3), row.text(4), row.text(5)});
    }
    return found;
}

Result<std::vector<std::string>> known_types(db::Reader& reader) {
    std::vector<std::string> known{dispatch_types.begin(), dispatch_types.end()};
    for (const auto& row : TRY(reader.query("SELECT DISTINCT dispatch_type FROM dispatch_receiver_address "
                                            "WHERE dispatch_type <> '' ORDER BY dispatch_type"))) {
        if (std::ranges::find(known, row.text(0)) == known.end()) known.push_back(row.text(0));
    }
    return known;
}

Result<std::int64_t> count_for_organisation(db::Reader& reader, directory::OrganisationId id) {
    const auto row = TRY(reader.find("SELECT (SELECT COUNT(*) FROM dispatch_account WHERE organisation_id = $1) + "
                                     "(SELECT COUNT(*) FROM dispatch_receiver WHERE organisation_id = $1) + "
                                     "(SELECT COUNT(*) FROM dispatch_integration WHERE organisation_id = $1)",
                                     {id}));
    return row->number(0);
}

Result<std::int64_t> move_organisation(db::Transaction& transaction, directory::OrganisationId from,
                                       directory::OrganisationId to) {
    // The other one has an account for answers, or gets one when it needs it.
    TRY(transaction.execute("UPDATE dispatch_account SET is_for_replies = 0 WHERE organisation_id = $1 AND "
                            "is_for_replies = 1",
                            {from}));
    const auto accounts = TRY(
        transaction.execute("UPDATE dispatch_account SET organisation_id = $2 WHERE organisation_id = $1", {from, to}));
    const auto receivers = TRY(transaction.execute(
        "UPDATE dispatch_receiver SET organisation_id = $2 WHERE organisation_id = $1", {from, to}));
    const auto integrations = TRY(transaction.execute(
        "UPDATE dispatch_integration SET organisation_id = $2 WHERE organisation_id = $1", {from, to}));
    TRY(move_alert_mail(transaction, from.to_string(), to.to_string()));
    TRY(move_departments(transaction, from, to));
    return accounts + receivers + integrations;
}

} // namespace dispatch::store
