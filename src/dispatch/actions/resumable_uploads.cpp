#include "dispatch/actions/resumable_uploads.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/errors.hpp"

#include <algorithm>

namespace dispatch {

static constexpr std::size_t salt_bytes = 16;

/// Keys of dispatches and of uploads are wrapped the same way, each for its own id.
static DispatchId as_place(UploadId id) {
    return *DispatchId::parse(id.to_string());
}

static Result<crypto::Key> key_of_upload(const Office& office, const StoredUpload& upload) {
    return office.vault.unwrap(upload.wrapped_key, as_place(upload.id));
}

static crypto::Key key_of_part(const crypto::Key& key, const UploadPart& part) {
    return key.derive("part " + part.salt);
}

static crypto::Key key_of_whole(const crypto::Key& key, const std::string& salt) {
    return key.derive(salt.empty() ? "whole" : "whole " + salt);
}

Result<StoredUpload> begin_upload(db::Transaction& transaction, const Office& office, AccountId account,
                                  std::int64_t bytes, std::string_view metadata, Instant now) {
    if (bytes < 1 || metadata.size() > upload_metadata_length_max) return upload_length_faulty.error();
    if (bytes > upload_bytes_max) return upload_too_large.error({{"max", upload_bytes_max}});
    const auto held = TRY(store::uploads_of(transaction, account));
    if (held.count >= uploads_max || held.bytes + bytes > uploads_bytes_max) {
        return too_many_uploads.error({{"count", uploads_max}, {"bytes", uploads_bytes_max}});
    }
    const auto key = crypto::Key::make(office.services.random);
    StoredUpload fresh;
    fresh.id = UploadId::make(now, office.services.random);
    fresh.account_id = account;
    fresh.bytes = bytes;
    fresh.made_at = now;
    fresh.expires_at = now + upload_age_max;
    fresh.wrapped_key = office.vault.wrap(key, as_place(fresh.id));
    fresh.metadata = office.vault.seal(key.derive("metadata"), metadata, fresh.id.to_string());
    TRY(store::insert(transaction, fresh));
    return fresh;
}

Result<std::string> metadata_of(const Office& office, const StoredUpload& upload) {
    const auto key = TRY(key_of_upload(office, upload));
    return Vault::open(key.derive("metadata"), upload.metadata, upload.id.to_string());
}

UploadIntake::UploadIntake(const Office& office, StoredUpload upload, crypto::Key key, std::optional<Checksum> expected)
    : office_{office}, upload_{std::move(upload)}, key_{std::move(key)}, expected_{std::move(expected)},
      reached_{upload_.received} {}

Result<std::unique_ptr<UploadIntake>> continue_upload(const Office& office, const StoredUpload& upload,
                                                      std::int64_t offset, std::optional<Checksum> expected) {
    if (offset != upload.received) return upload_offset_wrong.error({{"offset", upload.received}});
    auto key = TRY(key_of_upload(office, upload));
    return std::make_unique<UploadIntake>(office, upload, std::move(key), std::move(expected));
}

Result<void> UploadIntake::begin_part() {
    writer_ = TRY(office_.services.blobs.begin_passing(office_.services.clock.now()));
    part_ = {reached_, 0, {}, office_.services.random.token(salt_bytes)};
    sealing_.emplace(key_of_part(key_, part_));
    return {};
}

Result<void> UploadIntake::take(std::string_view bytes) {
    if (static_cast<std::int64_t>(bytes.size()) > upload_.bytes - reached_) {
        return upload_too_large.error({{"max", upload_.bytes}});
    }
    if (expected_) expected_->is_sha1 ? (void)sha1_.update(bytes) : (void)sha256_.update(bytes);
    while (!bytes.empty()) {
        if (!writer_) TRY(begin_part());
        const auto room = static_cast<std::size_t>(upload_part_bytes - part_.bytes);
        const auto piece = bytes.substr(0, room);
        TRY(writer_->write(sealing_->add(piece)));
        part_.bytes += static_cast<std::int64_t>(piece.size());
        reached_ += static_cast<std::int64_t>(piece.size());
        bytes.remove_prefix(piece.size());
        if (part_.bytes == upload_part_bytes) TRY(end_part());
    }
    return {};
}

Result<void> UploadIntake::end_part() {
    if (!writer_) return {};
    TRY(writer_->write(sealing_->finish()));
    part_.blob = TRY(writer_->finish()).to_string();
    writer_.reset();
    sealing_.reset();
    unkept_.push_back(std::move(part_));
    return expected_ ? Result<void>{} : keep();
}

Result<void> UploadIntake::keep() {
    if (unkept_.empty()) return {};
    const auto expires_at = office_.services.clock.now() + upload_age_max;
    TRY(office_.services.database.write([&](db::Transaction& transaction) -> Result<void> {
        if (TRY(store::append(transaction, upload_, unkept_, expires_at))) return {};
        return upload_offset_wrong.error({{"offset", upload_.received}});
    }));
    upload_.received = reached_;
    upload_.expires_at = expires_at;
    unkept_.clear();
    return {};
}

Result<StoredUpload> UploadIntake::finish() {
    TRY(end_part());
    if (expected_) {
        const auto sha1 = sha1_.finish();
        const auto sha256 = sha256_.finish();
        const auto found = expected_->is_sha1
                               ? std::string_view{reinterpret_cast<const char*>(sha1.data()), sha1.size()}
                               : crypto::view(sha256);
        if (found != expected_->value) return checksum_wrong.error();
    }
    TRY(keep());
    return made_whole(office_, upload_);
}

/// Reads one part, piece by piece.
static Result<void> read_part(const Office& office, const crypto::Key& key, const UploadPart& part,
                              const std::function<Result<void>(std::string_view)>& receiver) {
    const auto opening = key_of_part(key, part);
    const auto digest = TRY(blobs::Digest::parse(part.blob));
    const auto sealed_bytes = crypto::sealed_length(static_cast<std::uint64_t>(part.bytes));
    std::uint64_t pieces = 0;
    for (std::uint64_t done = 0; done < sealed_bytes;) {
        const auto wanted = std::min<std::uint64_t>(crypto::sealed_piece_bytes, sealed_bytes - done);
        const auto sealed = TRY(office.services.blobs.read_part(digest, done, static_cast<std::size_t>(wanted)));
        if (sealed.size() != wanted) return platform::seal_broken.error();
        done += wanted;
        TRY(receiver(TRY(crypto::open_piece(opening, pieces++, done == sealed_bytes, sealed))));
    }
    return {};
}

Result<StoredUpload> made_whole(const Office& office, StoredUpload upload) {
    if (!upload.is_complete() || upload.blob) return upload;
    const auto key = TRY(key_of_upload(office, upload));
    auto reader = TRY(office.services.database.reader());
    const auto parts = TRY(store::parts(*reader, upload.id));
    reader.reset();
    auto writer = TRY(office.services.blobs.begin_passing(office.services.clock.now()));
    upload.whole_salt = office.services.random.token(salt_bytes);
    crypto::SealingStream sealing{key_of_whole(key, upload.whole_salt)};
    crypto::Sha256 content;
    for (const auto& part : parts) {
        TRY(read_part(office, key, part, [&](std::string_view piece) {
            content.update(piece);
            return writer->write(sealing.add(piece));
        }));
    }
    TRY(writer->write(sealing.finish()));
    const auto sha256 = content.finish();
    upload.blob = TRY(writer->finish()).to_string();
    upload.content_digest = office.vault.seal(key.derive("digest"), crypto::view(sha256), upload.id.to_string());
    const auto now = office.services.clock.now();
    const bool is_first = TRY(office.services.database.write(
        [&](db::Transaction& transaction) { return store::set_whole(transaction, upload, now); }));
    if (is_first) return upload;
    // Somebody else was quicker; what was made here nobody refers to, and is found as such.
    reader = TRY(office.services.database.reader());
    auto theirs = TRY(store::upload(*reader, upload.id, upload.account_id, now));
    if (!theirs || !theirs->blob) return upload_not_found.error();
    return *std::move(theirs);
}

Result<Upload> as_document(const Office& office, const StoredUpload& upload, std::string name) {
    static constexpr std::size_t first_bytes_max = 4096;
    const auto key = TRY(key_of_upload(office, upload));
    const auto digest = TRY(Vault::open(key.derive("digest"), *upload.content_digest, upload.id.to_string()));
    Upload document;
    document.name = std::move(name);
    document.bytes = static_cast<std::uint64_t>(upload.bytes);
    document.blob = *upload.blob;
    document.own_key = std::make_shared<const crypto::Key>(key_of_whole(key, upload.whole_salt));
    if (digest.size() != document.sha256.size()) return platform::seal_broken.error();
    std::ranges::copy(digest, document.sha256.begin());
    const auto sealed_bytes = crypto::sealed_length(document.bytes);
    const auto wanted = std::min<std::uint64_t>(crypto::sealed_piece_bytes, sealed_bytes);
    const auto sealed = TRY(
        office.services.blobs.read_part(TRY(blobs::Digest::parse(document.blob)), 0, static_cast<std::size_t>(wanted)));
    const auto first = TRY(crypto::open_piece(*document.own_key, 0, wanted == sealed_bytes, sealed));
    document.first_bytes = first.substr(0, first_bytes_max);
    return document;
}

} // namespace dispatch
