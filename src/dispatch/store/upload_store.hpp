#pragma once
// Files on their way in several requests: what is safe of each, sealed.
#include "dispatch/ids.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

struct StoredUpload {
    UploadId id;
    AccountId account_id;
    std::int64_t bytes = 0, received = 0;
    Instant made_at, expires_at;
    db::Bytes wrapped_key, metadata;
    std::optional<std::string> blob; ///< Once it is one.
    std::optional<db::Bytes> content_digest;

    [[nodiscard]] bool is_complete() const { return received == bytes; }
};

struct UploadPart {
    std::int64_t begins_at = 0, bytes = 0;
    std::string blob, salt;
};

namespace store {

Result<void> insert(db::Transaction&, const StoredUpload&);
/// Nothing when the account has none such, or its time is out.
Result<std::optional<StoredUpload>> upload(db::Reader&, UploadId, AccountId, Instant now);
struct UploadsHeld {
    std::int64_t count = 0, bytes = 0;
};
Result<UploadsHeld> uploads_of(db::Reader&, AccountId);

/// Parts that follow what is there. False when something else came there meanwhile: then nothing is changed.
Result<bool> append(db::Transaction&, const StoredUpload&, const std::vector<UploadPart>&, Instant expires_at);
/// In order.
Result<std::vector<UploadPart>> parts(db::Reader&, UploadId);
/// The content as one, in place of its parts.
Result<void> set_whole(db::Transaction&, UploadId, std::string_view blob, const db::Bytes& content_digest);

/// Takes it away; false when it is gone already.
Result<bool> remove(db::Transaction&, UploadId, AccountId);
/// The blobs of uploads whose time is out, a few uploads at a time; those uploads are gone.
Result<std::vector<std::string>> remove_outdated(db::Transaction&, Instant now, int limit);

} // namespace store
} // namespace dispatch
