#pragma once
// What is inside a dispatch, opened for those who may read it.
#include "dispatch/domain/envelope.hpp"
#include "dispatch/office.hpp"
#include "dispatch/store/dispatch_store.hpp"

#include <functional>

namespace dispatch {

/// A dispatch with its envelope open and its documents ready to be read.
struct Opened {
    Envelope envelope;
    crypto::Key key;
    std::vector<StoredDocument> documents; ///< In the order of the envelope's.
};

/// Fails with dispatch.content_gone, platform.seal_broken.
Result<Opened> open_dispatch(db::Reader&, const Office&, const Dispatch&);
/// The envelope alone.
Result<Envelope> open_envelope(const Office&, const Dispatch&);
Result<Manifest> open_manifest(const Office&, const Dispatch&);
/// The same in the very letters that the journal holds the digest of.
Result<std::string> manifest_text(const Office&, const Dispatch&);
/// For lists, of which one damaged letter must not take the others along: nothing when it cannot be read, and the log
/// says why.
std::optional<Manifest> manifest_if_readable(const Office&, const Dispatch&);

/// A file's own key, sealed under the key of the letter that took it.
db::Bytes wrapped_file_key(const Office&, const crypto::Key& dispatch_key, const crypto::Key& file_key,
                           std::string_view blob);

/// A document piece by piece until "" comes; the store must outlive it. Fails with platform.seal_broken, blob_missing,
/// blob_damaged.
std::function<Result<std::string>()> document_pieces(blobs::Store&, const Opened&, std::size_t position);
/// The whole of it; for what must be seen whole, and is not large.
Result<std::string> document_bytes(blobs::Store&, const Opened&, std::size_t position);

} // namespace dispatch
