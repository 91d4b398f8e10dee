#include "dispatch/actions/uploads.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/crypto/sealed_stream.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <mutex>

namespace dispatch {

static constexpr std::size_t upload_first_bytes_max = 4096;
/// What is opened is sealed under a key of its own: far from the numbers of the files that came.
static constexpr std::size_t opened_numbers_from = 1 << 20;

Result<Upload> store_upload(const Office& office, const crypto::Key& key, std::size_t number, std::string name,
                            std::string_view content) {
    crypto::SealingStream sealing{crypto::file_key_of(key, number)};
    auto sealed = sealing.add(content);
    sealed += sealing.finish();
    const auto writer = TRY(office.services.blobs.begin_passing(office.services.clock.now()));
    TRY(writer->write(sealed));
    const auto digest = TRY(writer->finish());
    return Upload{std::move(name),    std::string{content.substr(0, upload_first_bytes_max)},
                  content.size(),     crypto::sha256(content),
                  digest.to_string(), number};
}

Result<Upload> store_upload(const Office& office, const crypto::Key& key, std::size_t number, std::string name,
                            const std::function<Result<std::string>()>& next_piece) {
    crypto::SealingStream sealing{crypto::file_key_of(key, number)};
    const auto writer = TRY(office.services.blobs.begin_passing(office.services.clock.now()));
    crypto::Sha256 sum;
    Upload upload;
    upload.name = std::move(name);
    upload.file_number = number;
    for (;;) {
        const auto piece = TRY(next_piece());
        if (piece.empty()) break;
        upload.bytes += piece.size();
        const auto missing = upload_first_bytes_max - std::min(upload_first_bytes_max, upload.first_bytes.size());
        upload.first_bytes += piece.substr(0, missing);
        sum.update(std::string_view{piece});
        TRY(writer->write(sealing.add(piece)));
    }
    TRY(writer->write(sealing.finish()));
    upload.blob = TRY(writer->finish()).to_string();
    upload.sha256 = sum.finish();
    return upload;
}

Result<std::string> upload_bytes(const Office& office, const crypto::Key& key, const Upload& upload) {
    const auto digest = TRY(blobs::Digest::parse(upload.blob));
    const auto sealed = TRY(office.services.blobs.get(digest));
    const auto numbered = crypto::file_key_of(key, upload.file_number);
    const auto& file_key = upload.own_key ? *upload.own_key : numbered;
    std::string bytes;
    for (std::size_t at = 0, piece = 0; at < sealed.size(); at += crypto::sealed_piece_bytes, ++piece) {
        const bool is_last = at + crypto::sealed_piece_bytes >= sealed.size();
        bytes += TRY(crypto::open_piece(file_key, piece, is_last,
                                        std::string_view{sealed}.substr(at, crypto::sealed_piece_bytes)));
    }
    return bytes;
}

static std::string pointer_to(const Envelope& envelope, const std::string& name) {
    const auto found = std::ranges::find(envelope.documents, name, &Document::name);
    if (found == envelope.documents.end()) return "#/documents";
    return fmt::format("#/documents/{}", found - envelope.documents.begin());
}

/// Holds a message and what is in it no longer than it takes.
static Result<std::optional<Fault>> open_one(const Office& office, const crypto::Key& key, const Envelope& envelope,
                                             Upload& upload) {
    static std::mutex one_at_a_time;
    const auto pointer = pointer_to(envelope, upload.name);
    upload.is_closed = true;
    if (upload.bytes > encrypted_bytes_max) {
        const auto max = static_cast<std::int64_t>(encrypted_bytes_max >> 20);
        return std::optional{encrypted_too_large.at(pointer, {{"name", upload.name}, {"max", max}})};
    }
    if (upload.bytes == 0) return std::optional<Fault>{};
    const std::lock_guard lock{one_at_a_time};
    const auto message = TRY(upload_bytes(office, key, upload));
    const auto content = office.letter_keys.open(message);
    if (!content) return std::optional{decryption_failed.at(pointer, {{"name", upload.name}})};
    upload = TRY(store_upload(office, key, opened_numbers_from + upload.file_number, upload.name, *content));
    return std::optional<Fault>{};
}

Result<std::vector<Fault>> open_encrypted(const Office& office, const crypto::Key& key, const Envelope& envelope,
                                          std::vector<Upload>& uploads) {
    std::vector<Fault> faults;
    if (!envelope.is_encrypted) return faults;
    if (office.letter_keys.is_empty()) {
        faults.push_back(encryption_not_taken.at("#/isEncrypted"));
        for (auto& upload : uploads) {
            upload.is_closed = true;
        }
        return faults;
    }
    for (auto& upload : uploads) {
        auto fault = TRY(open_one(office, key, envelope, upload));
        if (fault) faults.push_back(*std::move(fault));
    }
    return faults;
}

} // namespace dispatch
