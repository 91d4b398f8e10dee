#include "dispatch/store/system_store.hpp"

#include "dispatch/store/alert_store.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace dispatch::store {

namespace {

/// The same columns for all three, each with the condition given.
std::string question(std::string_view condition) {
    return fmt::format(
        "SELECT 'account' AS kind, s.id, s.organisation_id, s.name, COALESCE(c.name, ''), s.opened_at, s.closed_at, "
        "c.previous_until FROM dispatch_account s LEFT JOIN dispatch_credential c ON c.account_id = s.id WHERE {0} "
        "AND s.is_for_replies = 0 "
        "UNION ALL "
        "SELECT 'integration' AS kind, s.id, s.organisation_id, s.name, '', s.opened_at, s.closed_at, "
        "s.previous_until FROM dispatch_integration s WHERE {0} "
        "UNION ALL "
        "SELECT 'receiver' AS kind, s.id, s.organisation_id, s.name, COALESCE(c.name, ''), s.opened_at, s.closed_at, "
        "c.previous_until FROM dispatch_receiver s LEFT JOIN dispatch_credential c ON c.receiver_id = s.id WHERE {0} "
        "ORDER BY 7, 1, 4, 2",
        condition);
}

PostSystem system_of(const db::Row& row) {
    PostSystem found;
    found.kind = *json::enumerator_of<SystemKind>(row.text(0));
    found.id = row.text(1);
    found.organisation_id = row.id<directory::OrganisationId>(2);
    found.name = row.text(3);
    found.user_name = row.text(4);
    found.opened_at = row.instant(5);
    found.closed_at = row.maybe_instant(6);
    found.previous_until = row.maybe_instant(7);
    return found;
}

/// Where the secret of a kind stands, and under which column.
struct SecretPlace {
    std::string_view table, column;
};
SecretPlace secret_place(SystemKind kind) {
    switch (kind) {
    case SystemKind::account:
        return {"dispatch_credential", "account_id"};
    case SystemKind::receiver:
        return {"dispatch_credential", "receiver_id"};
    case SystemKind::integration:
        break;
    }
    return {"dispatch_integration", "id"};
}

} // namespace

static Result<std::vector<PostSystem>> open_first(db::Reader& reader, const std::string& sql,
                                                  const db::Arguments& arguments) {
    std::vector<PostSystem> open, closed;
    for (const auto& row : TRY(reader.query(sql, arguments))) {
        auto found = system_of(row);
        (found.closed_at ? closed : open).push_back(std::move(found));
    }
    open.insert(open.end(), closed.begin(), closed.end());
    return open;
}

Result<std::vector<PostSystem>> systems_of(db::Reader& reader, directory::OrganisationId organisation) {
    static const auto sql = question("s.organisation_id = $1");
    return open_first(reader, sql, {organisation});
}

Result<std::vector<PostSystem>> all_systems(db::Reader& reader) {
    static const auto sql = question("1 = 1");
    return open_first(reader, sql, {});
}

Result<std::optional<PostSystem>> system(db::Reader& reader, SystemKind kind, std::string_view id) {
    static const auto sql = question("s.id = $1");
    for (const auto& row : TRY(reader.query(sql, {id}))) {
        auto found = system_of(row);
        if (found.kind == kind) return std::optional{std::move(found)};
    }
    return std::optional<PostSystem>{};
}

Result<std::optional<PostSystem>> system(db::Reader& reader, directory::OrganisationId organisation, SystemKind kind,
                                         std::string_view id) {
    auto found = TRY(system(reader, kind, id));
    if (found && found->organisation_id != organisation) found.reset();
    return found;
}

/// Nothing when it stays as it is.
static std::optional<std::string> said_return_address(const AccountTerms& terms) {
    if (terms.keeps_return_address) return std::nullopt;
    return terms.return_address ? std::string{*terms.return_address} : std::string{};
}

Result<void> set_terms(db::Transaction& transaction, AccountId id, const AccountTerms& terms) {
    return transaction.enqueue("UPDATE dispatch_account SET name = $2, read_deadline_h = $3, retention_d = $4, "
                               "duplicate_window_s = $5, requests_per_minute = $6, "
                               "uses_digital_mailboxes = COALESCE($7, uses_digital_mailboxes), "
                               "uses_altinn = COALESCE($8, uses_altinn), return_address = COALESCE($9, return_address) "
                               "WHERE id = $1",
                               {id, std::string_view{terms.name}, terms.read_deadline_hours, terms.retention_days,
                                terms.duplicate_window_hours * 3600, terms.requests_per_minute.value_or(0),
                                terms.uses_digital_mailboxes, terms.uses_altinn, said_return_address(terms)});
}

Result<void> set_secret(db::Transaction& transaction, const PostSystem& of, std::string_view hash,
                        std::optional<Instant> old_until) {
    const auto [table, column] = secret_place(of.kind);
    if (old_until) {
        return transaction.enqueue(fmt::format("UPDATE {} SET previous_hash = secret_hash, previous_until = $3, "
                                               "secret_hash = $2 WHERE {} = $1",
                                               table, column),
                                   {of.id, hash, old_until});
    }
    return transaction.enqueue(fmt::format("UPDATE {} SET previous_hash = NULL, previous_until = NULL, "
                                           "secret_hash = $2 WHERE {} = $1",
                                           table, column),
                               {of.id, hash});
}

Result<void> close(db::Transaction& transaction, const PostSystem& of, Instant now) {
    TRY(transaction.enqueue(fmt::format("UPDATE dispatch_{} SET closed_at = $2 WHERE id = $1", json::name_of(of.kind)),
                            {of.id, now}));
    if (of.kind == SystemKind::integration) return {};
    const auto side = of.kind == SystemKind::account ? AlertSide::account : AlertSide::receiver;
    TRY(set_alert_mail(transaction, side, of.id, std::nullopt));
    const auto place = secret_place(of.kind);
    TRY(transaction.enqueue(fmt::format("DELETE FROM {} WHERE {} = $1", place.table, place.column), {of.id}));
    if (of.kind != SystemKind::receiver) return {};
    return transaction.enqueue("DELETE FROM dispatch_receiver_address WHERE receiver_id = $1", {of.id});
}

Result<void> forget_previous_secrets(db::Transaction& transaction, Instant now) {
    for (const auto* table : {"dispatch_credential", "dispatch_integration"}) {
        TRY(transaction.enqueue(
            fmt::format("UPDATE {} SET previous_hash = NULL, previous_until = NULL WHERE previous_until <= $1", table),
            {now}));
    }
    return {};
}

} // namespace dispatch::store
