#include "dispatch/store/dispatch_store.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/json/described_members.hpp"

#include <fmt/format.h>

namespace dispatch::store {

static constexpr std::string_view dispatch_columns =
    "id, account_id, status, status_at, received_at, channel, receiver_id, dispatch_type, level, is_digital_only, "
    "external_reference, duplicate_digest, content_digest, envelope, wrapped_key, manifest, received_event, version, "
    "sending_system, department";

static std::optional<db::Bytes> maybe_bytes(const db::Row& row, std::size_t column) {
    if (row.is_null(column)) return std::nullopt;
    return row.bytes(column);
}

static Dispatch dispatch_of(const db::Row& row) {
    Dispatch found;
    found.id = row.id<DispatchId>(0);
    found.account_id = row.id<AccountId>(1);
    found.status = *json::enumerator_of<Status>(row.text(2));
    found.status_at = row.instant(3);
    found.received_at = row.instant(4);
    found.channel = *json::enumerator_of<Channel>(row.text(5));
    if (!row.is_null(6)) found.receiver_id = row.id<ReceiverId>(6);
    found.dispatch_type = row.text(7);
    found.level = row.number(8);
    found.is_digital_only = row.flag(9);
    found.external_reference = row.text(10);
    found.duplicate_digest = row.bytes(11);
    found.content_digest = row.bytes(12);
    found.envelope = maybe_bytes(row, 13);
    found.wrapped_key = maybe_bytes(row, 14);
    found.manifest = row.bytes(15);
    found.received_event = row.number(16);
    found.version = row.number(17);
    found.sending_system = row.text(18);
    found.department = row.text(19);
    return found;
}

Result<void> insert(db::Transaction& transaction, const Dispatch& fresh, const std::vector<Recipient>& recipients,
                    const std::vector<StoredDocument>& documents) {
    TRY(transaction.enqueue(
        "INSERT INTO dispatch_dispatch (id, account_id, status, status_at, received_at, channel, receiver_id, "
        "dispatch_type, level, is_digital_only, external_reference, duplicate_digest, content_digest, envelope, "
        "wrapped_key, manifest, received_event, sending_system, department, version) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1)",
        {fresh.id, fresh.account_id, json::name_of(fresh.status), fresh.status_at, fresh.received_at,
         json::name_of(fresh.channel), fresh.receiver_id, fresh.dispatch_type, fresh.level, fresh.is_digital_only,
         fresh.external_reference, fresh.duplicate_digest, fresh.content_digest, fresh.envelope, fresh.wrapped_key,
         fresh.manifest, fresh.received_event, fresh.sending_system, fresh.department}));
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        const auto& recipient = recipients[i];
        TRY(transaction.enqueue(
            "INSERT INTO dispatch_recipient (dispatch_id, position, kind, identity_hash, organisation_number, "
            "received_at) VALUES ($1, $2, $3, $4, $5, $6)",
            {fresh.id, i, json::name_of(recipient.kind), recipient.identity_hash, recipient.organisation_number,
             fresh.received_at}));
    }
    for (std::size_t i = 0; i < documents.size(); ++i) {
        TRY(transaction.enqueue(
            "INSERT INTO dispatch_document (dispatch_id, position, blob, file_number, bytes, "
            "wrapped_key) VALUES ($1, $2, $3, $4, $5, $6)",
            {fresh.id, i, documents[i].blob, documents[i].file_number, documents[i].bytes, documents[i].wrapped_key}));
    }
    return {};
}

Result<std::optional<Dispatch>> find(db::Reader& reader, DispatchId id) {
    const auto row =
        TRY(reader.find(fmt::format("SELECT {} FROM dispatch_dispatch WHERE id = $1", dispatch_columns), {id}));
    if (!row) return std::optional<Dispatch>{};
    return std::optional{dispatch_of(*row)};
}

Result<Dispatch> of_account(db::Reader& reader, DispatchId id, AccountId account) {
    auto found = TRY(find(reader, id));
    if (!found || found->account_id != account) return dispatch_not_found.error();
    return *std::move(found);
}

Result<std::map<DispatchId, Dispatch>> find(db::Reader& reader, const std::vector<DispatchId>& ids) {
    static constexpr std::size_t ids_per_query = 400;
    std::map<DispatchId, Dispatch> found;
    for (std::size_t begin = 0; begin < ids.size(); begin += ids_per_query) {
        db::Arguments arguments;
        std::string places;
        for (auto i = begin; i < std::min(begin + ids_per_query, ids.size()); ++i) {
            arguments.emplace_back(ids[i]);
            places += fmt::format("{}${}", places.empty() ? "" : ", ", arguments.size());
        }
        for (const auto& row : TRY(reader.query(
                 fmt::format("SELECT {} FROM dispatch_dispatch WHERE id IN ({})", dispatch_columns, places),
                 arguments))) {
            auto dispatch = dispatch_of(row);
            found.emplace(dispatch.id, std::move(dispatch));
        }
    }
    return found;
}

Result<std::vector<Dispatch>> of_account(db::Reader& reader, const std::vector<DispatchId>& ids, AccountId account) {
    std::vector<Dispatch> found;
    for (auto& [id, dispatch] : TRY(find(reader, ids))) {
        if (dispatch.account_id == account) found.push_back(std::move(dispatch));
    }
    return found;
}

Result<std::vector<AccountId>> accounts_behind(db::Reader& reader, const std::vector<DispatchId>& ids) {
    std::vector<AccountId> found;
    if (ids.empty()) return found;
    db::Arguments arguments;
    std::string places;
    for (const auto& id : ids) {
        arguments.emplace_back(id);
        places += fmt::format("{}${}", places.empty() ? "" : ", ", arguments.size());
    }
    const auto sql = fmt::format("SELECT DISTINCT account_id FROM dispatch_dispatch WHERE id IN ({})", places);
    for (const auto& row : TRY(reader.query(sql, arguments)))
        found.push_back(row.id<AccountId>(0));
    return found;
}

Result<std::vector<Dispatch>> changed_behind(db::Reader& reader, AccountId account, const ChangePlace& place,
                                             int limit) {
    std::vector<Dispatch> found;
    for (const auto& row : TRY(reader.query(
             fmt::format("SELECT {} FROM dispatch_dispatch WHERE account_id = $1 AND wrapped_key IS NOT NULL AND "
                         "status_at >= $2 AND (status_at > $2 OR id > $3) ORDER BY status_at, id LIMIT $4",
                         dispatch_columns),
             {account, place.at, place.id, limit}))) {
        found.push_back(dispatch_of(row));
    }
    return found;
}

Result<std::vector<DispatchId>> with_reference(db::Reader& reader, AccountId account,
                                               std::string_view external_reference) {
    std::vector<DispatchId> found;
    for (const auto& row : TRY(reader.query("SELECT id FROM dispatch_dispatch WHERE account_id = $1 AND "
                                            "external_reference = $2 ORDER BY received_at DESC, id DESC LIMIT 1000",
                                            {account, external_reference}))) {
        found.push_back(row.id<DispatchId>(0));
    }
    return found;
}

Result<std::vector<Dispatch>> waiting_for(db::Reader& reader, ReceiverId receiver, int limit) {
    std::vector<Dispatch> found;
    for (const auto& row :
         TRY(reader.query(fmt::format("SELECT {} FROM dispatch_dispatch WHERE receiver_id = $1 AND "
                                      "status = 'ready_for_receiver' ORDER BY received_at, id LIMIT $2",
                                      dispatch_columns),
                          {receiver, limit}))) {
        found.push_back(dispatch_of(row));
    }
    return found;
}

/// The index of repetitions has a part for each week, as its migration writes it.
static std::int64_t week_of(Instant at) {
    return at.time_since_epoch() / std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::weeks{1});
}

Result<bool> is_repeated(db::Reader& reader, const db::Bytes& duplicate_digest, Instant since, Instant now) {
    db::Arguments arguments{duplicate_digest, since};
    std::string weeks;
    for (auto week = week_of(since); week <= week_of(now); ++week) {
        arguments.emplace_back(week);
        weeks += fmt::format("{}${}", weeks.empty() ? "" : ", ", arguments.size());
    }
    const auto sql = fmt::format("SELECT 1 FROM dispatch_dispatch WHERE received_at / 604800000000 IN ({}) AND "
                                 "duplicate_digest = $1 AND received_at > $2 AND status NOT IN ('rejected', "
                                 "'failed_in_reception') LIMIT 1",
                                 weeks);
    return TRY(reader.find(sql, arguments)).has_value();
}

Result<bool> save(db::Transaction& transaction, Dispatch& changed) {
    const auto rows = TRY(
        transaction.execute("UPDATE dispatch_dispatch SET status = $1, status_at = $2, channel = $3, receiver_id = $4, "
                            "version = version + 1 WHERE id = $5 AND version = $6",
                            {json::name_of(changed.status), changed.status_at, json::name_of(changed.channel),
                             changed.receiver_id, changed.id, changed.version}));
    if (rows == 1) ++changed.version;
    return rows == 1;
}

Result<void> destroy_content(db::Transaction& transaction, DispatchId id) {
    return transaction.enqueue(
        "UPDATE dispatch_dispatch SET envelope = NULL, wrapped_key = NULL, version = version + 1 WHERE id = $1", {id});
}

Result<void> rewrap(db::Transaction& transaction, DispatchId id, const db::Bytes& wrapped_key) {
    return transaction.enqueue(
        "UPDATE dispatch_dispatch SET wrapped_key = $2 WHERE id = $1 AND wrapped_key IS NOT NULL", {id, wrapped_key});
}

Result<std::vector<StoredDocument>> documents(db::Reader& reader, DispatchId id) {
    std::vector<StoredDocument> found;
    for (const auto& row : TRY(reader.query("SELECT blob, file_number, bytes, wrapped_key FROM dispatch_document WHERE "
                                            "dispatch_id = $1 ORDER BY position",
                                            {id}))) {
        found.push_back({row.text(0), row.number(1), row.number(2), maybe_bytes(row, 3)});
    }
    return found;
}

Result<std::vector<Recipient>> recipients(db::Reader& reader, DispatchId id) {
    std::vector<Recipient> found;
    for (const auto& row : TRY(reader.query("SELECT kind, identity_hash, organisation_number FROM dispatch_recipient "
                                            "WHERE dispatch_id = $1 ORDER BY position",
                                            {id}))) {
        found.push_back({*json::enumerator_of<RecipientKind>(row.text(0)), maybe_bytes(row, 1), row.maybe_text(2)});
    }
    return found;
}

} // namespace dispatch::store
