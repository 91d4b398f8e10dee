#include "dispatch/store/mailbox_store.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace dispatch::store {

/// What a mailbox shows: not what is on its way to another system or was refused.
static constexpr std::string_view in_mailbox =
    "d.wrapped_key IS NOT NULL AND d.status <> 'handled_manually' AND (d.channel = 'mailbox' OR (r.position > 0 AND "
    "d.status NOT IN ('received', 'rejected', 'failed_in_reception')))";

static Result<std::vector<Letter>> letters_by(db::Reader& reader, const std::string& sql,
                                              const db::Arguments& arguments) {
    struct Key {
        DispatchId id;
        std::int64_t position;
        std::optional<Instant> opened_at;
    };
    std::vector<Key> keys;
    for (const auto& row : TRY(reader.query(sql, arguments))) {
        keys.push_back({row.id<DispatchId>(0), row.number(1), row.maybe_instant(2)});
    }
    std::vector<Letter> found;
    for (const auto& key : keys) {
        auto dispatch = TRY(find(reader, key.id));
        if (dispatch) found.push_back({*std::move(dispatch), key.position, key.opened_at});
    }
    return found;
}

Result<std::vector<Letter>> letters_of(db::Reader& reader, const db::Bytes& identity_hash,
                                       std::optional<Instant> before) {
    static constexpr auto no_limit = std::numeric_limits<std::int64_t>::max();
    return letters_by(reader,
                      fmt::format("SELECT r.dispatch_id, r.position, r.opened_at FROM dispatch_recipient r "
                                  "JOIN dispatch_dispatch d ON d.id = r.dispatch_id WHERE r.identity_hash = $1 AND "
                                  "r.received_at < $2 AND {} ORDER BY r.received_at DESC, r.dispatch_id DESC LIMIT {}",
                                  in_mailbox, letters_max),
                      {identity_hash, before ? std::int64_t{before->time_since_epoch().count()} : no_limit});
}

Result<Letter> letter_of(db::Reader& reader, const db::Bytes& identity_hash, DispatchId id) {
    auto found = TRY(letters_by(reader,
                                fmt::format("SELECT r.dispatch_id, r.position, r.opened_at FROM dispatch_recipient r "
                                            "JOIN dispatch_dispatch d ON d.id = r.dispatch_id WHERE "
                                            "r.identity_hash = $1 AND r.dispatch_id = $2 AND {} ORDER BY r.position "
                                            "LIMIT 1",
                                            in_mailbox),
                                {identity_hash, id}));
    if (found.empty()) return dispatch_not_found.error();
    return std::move(found.front());
}

Result<bool> set_opened(db::Transaction& transaction, DispatchId id, std::int64_t position, Instant now) {
    const auto rows = TRY(transaction.execute("UPDATE dispatch_recipient SET opened_at = $3 WHERE dispatch_id = $1 AND "
                                              "position = $2 AND opened_at IS NULL",
                                              {id, position, now}));
    return rows == 1;
}

Result<bool> is_opened_by_anybody(db::Reader& reader, DispatchId id) {
    const auto row = TRY(
        reader.find("SELECT 1 FROM dispatch_recipient WHERE dispatch_id = $1 AND opened_at IS NOT NULL LIMIT 1", {id}));
    return row.has_value();
}

Result<std::vector<Dispatch>> sent_by(db::Reader& reader, directory::OrganisationId organisation,
                                      const OutboxFilter& filter) {
    std::string sql = "SELECT d.id FROM dispatch_dispatch d JOIN dispatch_account a ON a.id = d.account_id "
                      "WHERE a.organisation_id = $1";
    db::Arguments arguments{organisation};
    if (filter.status) {
        arguments.emplace_back(json::name_of(*filter.status));
        sql += fmt::format(" AND d.status = ${}", arguments.size());
    }
    if (filter.before) {
        arguments.emplace_back(*filter.before);
        sql += fmt::format(" AND d.received_at < ${}", arguments.size());
    }
    sql += fmt::format(" ORDER BY d.received_at DESC, d.id DESC LIMIT {}", filter.limit);
    std::vector<Dispatch> found;
    for (const auto& row : TRY(reader.query(sql, arguments))) {
        auto dispatch = TRY(find(reader, row.id<DispatchId>(0)));
        if (dispatch) found.push_back(*std::move(dispatch));
    }
    return found;
}

Result<Dispatch> sent_by(db::Reader& reader, directory::OrganisationId organisation, DispatchId id) {
    const auto row = TRY(reader.find("SELECT 1 FROM dispatch_dispatch d JOIN dispatch_account a ON a.id = d.account_id "
                                     "WHERE a.organisation_id = $1 AND d.id = $2",
                                     {organisation, id}));
    if (!row) return dispatch_not_found.error();
    auto found = TRY(find(reader, id));
    return *std::move(found);
}

} // namespace dispatch::store
