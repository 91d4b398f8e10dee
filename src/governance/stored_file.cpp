#include "governance/stored_file.hpp"

#include "governance/domain/errors.hpp"
#include "platform/content/antivirus.hpp"
#include "platform/content/media_kind.hpp"
#include "platform/errors.hpp"

#include <algorithm>

namespace governance {

using namespace std::chrono_literals;

static constexpr std::size_t scanned_piece_size = 64 * 1024;

/// Pictures and text show themselves; what needs a program of its own to be read is saved.
static bool opens_in_browser(std::string_view media_type) {
    return media_type.starts_with("image/") || media_type.starts_with("text/plain");
}

Result<StoredFile> file_sent(const http::Request& request) {
    auto faulty = platform::request_faulty.error();
    const auto found = std::ranges::find(request.files, "file", &http::UploadedFile::field);
    if (found == request.files.end() || found->name.empty()) {
        faulty.faults.push_back(file_missing.at("#/file"));
        return faulty;
    }
    if (found->size == 0) {
        faulty.faults.push_back(document_empty.at("#/file"));
        return faulty;
    }
    const auto kind = content::recognise(found->first_bytes);
    if (kind == content::MediaKind::unknown) {
        faulty.faults.push_back(document_type_not_allowed.at("#/file"));
        return faulty;
    }
    return StoredFile{.name = found->name,
                      .media_type = std::string{content::media_type(kind)},
                      .size = found->size,
                      .digest = found->digest};
}

Result<void> require_size(const StoredFile& file) {
    if (file.size == 0) return document_empty.error();
    if (file.size <= document_bytes_max) return {};
    return document_too_large.error({{"limit", static_cast<std::int64_t>(document_bytes_max / 1'000'000)}});
}

Result<http::Response> file_bytes(const http::Query& query, const StoredFile& file) {
    auto response = TRY(http::download(query.blobs, {.digest = file.digest,
                                                     .content_type = file.media_type,
                                                     .name = file.name,
                                                     .opens_in_browser = opens_in_browser(file.media_type)}));
    response.with("content-security-policy", "sandbox; default-src 'none'; img-src 'self'; style-src 'none'");
    response.with("x-content-type-options", "nosniff");
    return response;
}

DocumentState state_after(const std::optional<Verdict>& verdict) {
    if (!verdict) return DocumentState::held;
    return verdict->is_clean ? DocumentState::available : DocumentState::refused;
}

Result<Verdict> ask_scanner(const Services& services, const std::string& clamd, const blobs::Digest& digest) {
    const content::Pieces pieces = [&, offset = std::uint64_t{0}]() mutable -> Result<std::string> {
        auto piece = TRY(services.blobs.read_part(digest, offset, scanned_piece_size));
        offset += piece.size();
        return piece;
    };
    auto said = TRY(content::scan(clamd, pieces, 60s));
    return Verdict{.is_clean = said.is_clean, .finding = std::move(said.signature)};
}

} // namespace governance
