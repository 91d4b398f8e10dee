#include "dispatch/store/upload_store.hpp"

#include "dispatch/store/space_store.hpp"

#include <algorithm>

namespace dispatch::store {

Result<void> insert(db::Transaction& transaction, const StoredUpload& fresh) {
    return transaction.enqueue("INSERT INTO dispatch_upload (id, account_id, bytes, received, made_at, expires_at, "
                               "wrapped_key, metadata) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                               {fresh.id, fresh.account_id, fresh.bytes, fresh.received, fresh.made_at,
                                fresh.expires_at, fresh.wrapped_key, fresh.metadata});
}

Result<std::optional<StoredUpload>> upload(db::Reader& reader, UploadId id, AccountId account, Instant now) {
    const auto row = TRY(reader.find("SELECT id, account_id, bytes, received, made_at, expires_at, wrapped_key, "
                                     "metadata, blob, content_digest, whole_salt FROM dispatch_upload "
                                     "WHERE id = $1 AND account_id = $2 AND expires_at > $3",
                                     {id, account, now}));
    if (!row) return std::optional<StoredUpload>{};
    StoredUpload found;
    found.id = row->id<UploadId>(0);
    found.account_id = row->id<AccountId>(1);
    found.bytes = row->number(2);
    found.received = row->number(3);
    found.made_at = row->instant(4);
    found.expires_at = row->instant(5);
    found.wrapped_key = row->bytes(6);
    found.metadata = row->bytes(7);
    found.blob = row->maybe_text(8);
    if (!row->is_null(9)) found.content_digest = row->bytes(9);
    found.whole_salt = row->maybe_text(10).value_or("");
    return std::optional{std::move(found)};
}

Result<UploadsHeld> uploads_of(db::Reader& reader, AccountId account) {
    const auto row = TRY(reader.find(
        "SELECT COUNT(*), CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM dispatch_upload WHERE account_id = $1",
        {account}));
    return UploadsHeld{row->number(0), row->number(1)};
}

Result<bool> append(db::Transaction& transaction, const StoredUpload& to, const std::vector<UploadPart>& parts,
                    Instant expires_at) {
    auto received = to.received;
    for (const auto& part : parts)
        received += part.bytes;
    const auto moved = TRY(
        transaction.execute("UPDATE dispatch_upload SET received = $3, expires_at = $4 WHERE id = $1 AND received = $2",
                            {to.id, to.received, received, expires_at}));
    if (moved != 1) return false;
    for (const auto& part : parts) {
        TRY(transaction.enqueue("INSERT INTO dispatch_upload_part (upload_id, begins_at, bytes, blob, salt) "
                                "VALUES ($1, $2, $3, $4, $5)",
                                {to.id, part.begins_at, part.bytes, part.blob, part.salt}));
    }
    return true;
}

Result<std::vector<UploadPart>> parts(db::Reader& reader, UploadId id) {
    std::vector<UploadPart> found;
    for (const auto& row : TRY(reader.query("SELECT begins_at, bytes, blob, salt FROM dispatch_upload_part "
                                            "WHERE upload_id = $1 ORDER BY begins_at",
                                            {id}))) {
        found.push_back({row.number(0), row.number(1), row.text(2), row.text(3)});
    }
    return found;
}

/// Of its parts, and as one.
static Result<std::vector<std::string>> contents_of(db::Reader& reader, UploadId id) {
    std::vector<std::string> blobs;
    for (const auto& row : TRY(reader.query("SELECT blob FROM dispatch_upload_part WHERE upload_id = $1 UNION ALL "
                                            "SELECT blob FROM dispatch_upload WHERE id = $1 AND blob IS NOT NULL",
                                            {id}))) {
        blobs.push_back(row.text(0));
    }
    return blobs;
}

Result<bool> set_whole(db::Transaction& transaction, const StoredUpload& whole, Instant now) {
    const auto parts = TRY(contents_of(transaction, whole.id));
    const auto changed = TRY(transaction.execute("UPDATE dispatch_upload SET blob = $2, content_digest = $3, "
                                                 "whole_salt = $4 WHERE id = $1 AND blob IS NULL",
                                                 {whole.id, *whole.blob, whole.content_digest, whole.whole_salt}));
    if (changed != 1) return false;
    TRY(release(transaction, parts, now));
    TRY(transaction.enqueue("DELETE FROM dispatch_upload_part WHERE upload_id = $1", {whole.id}));
    return true;
}

Result<bool> remove(db::Transaction& transaction, UploadId id, AccountId account, Instant now,
                    const std::vector<std::string>& kept) {
    auto contents = TRY(contents_of(transaction, id));
    TRY(transaction.enqueue("DELETE FROM dispatch_upload_part WHERE upload_id IN "
                            "(SELECT id FROM dispatch_upload WHERE id = $1 AND account_id = $2)",
                            {id, account}));
    const auto removed =
        TRY(transaction.execute("DELETE FROM dispatch_upload WHERE id = $1 AND account_id = $2", {id, account}));
    if (removed != 1) return false;
    std::erase_if(contents, [&](const auto& blob) { return std::ranges::find(kept, blob) != kept.end(); });
    TRY(release(transaction, contents, now));
    return true;
}

Result<int> remove_outdated(db::Transaction& transaction, Instant now, int limit) {
    int removed = 0;
    for (const auto& row : TRY(transaction.query("SELECT id, account_id FROM dispatch_upload "
                                                 "WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2",
                                                 {now, limit}))) {
        if (TRY(remove(transaction, row.id<UploadId>(0), row.id<AccountId>(1), now))) ++removed;
    }
    return removed;
}

} // namespace dispatch::store
