#pragma once
// Files that arrive in several requests, sealed while they come, and are taken into a letter when they are complete.
#include "dispatch/domain/checks.hpp"
#include "dispatch/domain/upload.hpp"
#include "dispatch/office.hpp"
#include "dispatch/store/upload_store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/sealed_stream.hpp"

#include <memory>

namespace dispatch {

/// Fails with dispatch.upload_length_faulty, dispatch.upload_too_large, dispatch.too_many_uploads.
Result<StoredUpload> begin_upload(db::Transaction&, const Office&, AccountId, std::int64_t bytes,
                                  std::string_view metadata, Instant now);
/// What the client told about the file when it began.
Result<std::string> metadata_of(const Office&, const StoredUpload&);

/// Takes the bytes of one request. What is complete of them is kept as it comes, a part at a time; with a checksum,
/// nothing is kept before all of them have proved right.
class UploadIntake {
public:
    UploadIntake(const Office&, StoredUpload, crypto::Key, std::optional<Checksum>);

    /// Fails with dispatch.upload_too_large when more comes than was announced, dispatch.upload_offset_wrong when
    /// somebody else writes there.
    Result<void> take(std::string_view bytes);
    /// Fails with dispatch.checksum_wrong. Gives the upload as it is now.
    Result<StoredUpload> finish();

private:
    Result<void> begin_part();
    Result<void> end_part();
    Result<void> keep();

    const Office& office_;
    StoredUpload upload_;
    crypto::Key key_;
    std::optional<Checksum> expected_;
    crypto::Sha1 sha1_;
    crypto::Sha256 sha256_;
    std::unique_ptr<blobs::Writer> writer_;
    std::optional<crypto::SealingStream> sealing_;
    UploadPart part_;
    std::vector<UploadPart> unkept_;
    std::int64_t reached_;
};
/// Ready to take what follows the offset. Fails with dispatch.upload_offset_wrong.
Result<std::unique_ptr<UploadIntake>> continue_upload(const Office&, const StoredUpload&, std::int64_t offset,
                                                      std::optional<Checksum>);

/// Makes one content of the parts of a complete upload, when that is not done yet. Nothing is ever whole in memory.
Result<StoredUpload> made_whole(const Office&, StoredUpload);
/// A complete upload as a letter takes it, under the name that the letter gives it.
Result<Upload> as_document(const Office&, const StoredUpload&, std::string name);

} // namespace dispatch
