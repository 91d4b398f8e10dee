#include "dispatch/actions/content.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/crypto/sealed_stream.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"

#include <algorithm>

namespace dispatch {

static Result<Envelope> envelope_under(const crypto::Key& key, const Dispatch& dispatch) {
    const auto text = TRY(Vault::open(key.derive("envelope"), *dispatch.envelope, dispatch.id.to_string()));
    return json::read<Envelope>(text);
}

Result<Opened> open_dispatch(db::Reader& reader, const Office& office, const Dispatch& dispatch) {
    if (!dispatch.wrapped_key) return content_gone.error();
    auto key = TRY(office.vault.unwrap(*dispatch.wrapped_key, dispatch.id));
    auto envelope = TRY(envelope_under(key, dispatch));
    auto documents = TRY(store::documents(reader, dispatch.id));
    return Opened{std::move(envelope), std::move(key), std::move(documents)};
}

Result<Envelope> open_envelope(const Office& office, const Dispatch& dispatch) {
    if (!dispatch.wrapped_key) return content_gone.error();
    const auto key = TRY(office.vault.unwrap(*dispatch.wrapped_key, dispatch.id));
    return envelope_under(key, dispatch);
}

Result<std::string> manifest_text(const Office& office, const Dispatch& dispatch) {
    return Vault::open(office.vault.lasting_key(), dispatch.manifest, dispatch.id.to_string());
}

Result<Manifest> open_manifest(const Office& office, const Dispatch& dispatch) {
    const auto text = TRY(manifest_text(office, dispatch));
    return json::read<Manifest>(text);
}

std::optional<Manifest> manifest_if_readable(const Office& office, const Dispatch& dispatch) {
    auto manifest = open_manifest(office, dispatch);
    if (manifest) return *std::move(manifest);
    logging::error("post.manifest_damaged", manifest.error(), {{"dispatch", dispatch.id.to_string()}});
    return std::nullopt;
}

static constexpr std::string_view file_keys = "file keys";

db::Bytes wrapped_file_key(const Office& office, const crypto::Key& dispatch_key, const crypto::Key& file_key,
                           std::string_view blob) {
    return office.vault.seal(dispatch_key.derive(file_keys), file_key.bytes(), blob);
}

static Result<crypto::Key> key_of_document(const Opened& opened, const StoredDocument& document) {
    if (!document.wrapped_key) {
        return crypto::file_key_of(opened.key, static_cast<std::size_t>(document.file_number));
    }
    const auto bytes = TRY(Vault::open(opened.key.derive(file_keys), *document.wrapped_key, document.blob));
    return crypto::Key::from_bytes(bytes);
}

std::function<Result<std::string>()> document_pieces(blobs::Store& blobs, const Opened& opened, std::size_t position) {
    struct Reading {
        Result<crypto::Key> key;
        std::string blob;
        std::uint64_t sealed_bytes, done = 0, pieces = 0;
    };
    const auto& document = opened.documents[position];
    auto reading =
        std::make_shared<Reading>(Reading{key_of_document(opened, document), document.blob,
                                          crypto::sealed_length(static_cast<std::uint64_t>(document.bytes))});
    return [&blobs, reading]() -> Result<std::string> {
        if (!reading->key) return reading->key.error();
        if (reading->done == reading->sealed_bytes) return std::string{};
        const auto digest = TRY(blobs::Digest::parse(reading->blob));
        const auto wanted = std::min<std::uint64_t>(crypto::sealed_piece_bytes, reading->sealed_bytes - reading->done);
        const auto sealed = TRY(blobs.read_part(digest, reading->done, static_cast<std::size_t>(wanted)));
        if (sealed.size() != wanted) return platform::seal_broken.error();
        reading->done += wanted;
        return crypto::open_piece(*reading->key, reading->pieces++, reading->done == reading->sealed_bytes, sealed);
    };
}

Result<std::string> document_bytes(blobs::Store& blobs, const Opened& opened, std::size_t position) {
    const auto next_piece = document_pieces(blobs, opened, position);
    std::string bytes;
    for (;;) {
        const auto piece = TRY(next_piece());
        if (piece.empty()) return bytes;
        bytes += piece;
    }
}

} // namespace dispatch
