#pragma once
// Files of a dispatch that is not written down yet, sealed in the store.
#include "dispatch/domain/checks.hpp"
#include "dispatch/domain/envelope.hpp"
#include "dispatch/office.hpp"

namespace dispatch {

/// Seals a content into the store as the border does with a file of a request. number: of the key it is sealed under;
/// one for each content. Fails with platform.blob_store_unavailable.
Result<Upload> store_upload(const Office&, const crypto::Key&, std::size_t number, std::string name,
                            std::string_view content);
/// The same of a content that comes piece by piece, until "".
Result<Upload> store_upload(const Office&, const crypto::Key&, std::size_t number, std::string name,
                            const std::function<Result<std::string>()>& next_piece);
/// The whole of it. Fails with platform.seal_broken, platform.blob_missing, platform.blob_damaged.
Result<std::string> upload_bytes(const Office&, const crypto::Key&, const Upload&);

/// Opens what the sender has encrypted to us and seals it anew, one letter at a time: a message is opened whole, in
/// memory. From then on it is like any other letter, and is encrypted again to who fetches it.
///
/// Gives what is wrong: dispatch.encryption_not_taken without a key, dispatch.encrypted_too_large,
/// dispatch.decryption_failed.
Result<std::vector<Fault>> open_encrypted(const Office&, const crypto::Key&, const Envelope&, std::vector<Upload>&);

/// Of one document that is encrypted.
inline constexpr std::uint64_t encrypted_bytes_max = 32 << 20;

} // namespace dispatch
