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
    std::string whole_salt; ///< Of the key of that one; empty for those made before there was one.

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
/// The content as one, in place of its parts, which are released. False when it has one already, or is gone: then
/// nothing is changed.
Result<bool> set_whole(db::Transaction&, const StoredUpload&, Instant now);

/// Takes it away and releases its contents but those kept; false when it is gone already.
Result<bool> remove(db::Transaction&, UploadId, AccountId, Instant now, const std::vector<std::string>& kept = {});
/// The same with uploads whose time is out, a few at a time; gives how many.
Result<int> remove_outdated(db::Transaction&, Instant now, int limit);

} // namespace store
} // namespace dispatch
