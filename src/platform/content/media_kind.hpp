#pragma once
// What a file is, told by its first bytes and never by its name or by what its sender says.
#include <cstdint>
#include <string_view>

namespace content {

enum class MediaKind : std::uint8_t { unknown, pdf, odt, ods, odp, png, jpeg, gif, webp, text };

/// At least the first 512 bytes decide; 4 kB are enough for all kinds. SVG, HTML and other files that can carry
/// scripts are unknown, as is text with control characters.
/// Source: ISO 32000 §7.5.2, ODF 1.3 part 2 §3.3 (mimetype is the first entry, stored), PNG, JFIF, GIF, WebP
/// signatures.
MediaKind recognise(std::string_view first_bytes);

/// "application/pdf"; "application/octet-stream" for unknown.
std::string_view media_type(MediaKind);
/// ".pdf"; "" for unknown.
std::string_view file_suffix(MediaKind);
/// "PDF", "ODT" … as people see it.
std::string_view short_name(MediaKind);
/// A picture that a page may show as it is.
bool is_picture(MediaKind);

} // namespace content
