#pragma once
// Files that people send in: their type told by content, kept in the blob store, read by nobody before the virus
// scanner has. Documents of cases are such files; so is what other modules let people attach.
#include "governance/document_words.hpp"
#include "platform/http/call.hpp"
#include "platform/services.hpp"

namespace governance {

inline constexpr std::uint64_t document_bytes_max = 50'000'000;
/// What a page's file field offers to choose among.
inline constexpr std::string_view accepted_files =
    "application/pdf,.odt,.ods,.odp,image/png,image/jpeg,image/gif,image/webp,text/plain";

/// The file of the part "file". Fails with platform.request_faulty at that field: governance.file_missing,
/// document_empty, document_type_not_allowed.
Result<StoredFile> file_sent(const http::Request&);
/// Fails with governance.document_empty, governance.document_too_large.
Result<void> require_size(const StoredFile&);
/// The bytes, so that whatever the file holds runs nothing and reaches nothing of ours.
Result<http::Response> file_bytes(const http::Query&, const StoredFile&);

DocumentState state_after(const std::optional<Verdict>&);
/// Asks the scanner at clamd ("host:port" or the path of a socket). Fails with platform.scanner_unavailable.
Result<Verdict> ask_scanner(const Services&, const std::string& clamd, const blobs::Digest&);

} // namespace governance
